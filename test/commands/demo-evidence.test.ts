import { describe, expect, test } from 'vitest';
import { findLeaks, keep, openEvidence } from '../../src/commands/demo/evidence.ts';

const secret = 'Tål inte svartvinbärsgelé';

function quotedPrintable(text: string): string {
  return [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

function leaks(from: string, text: string): number {
  const evidence = openEvidence();
  keep(evidence, from, text);
  return findLeaks(evidence, [secret]).length;
}

describe('X-02 the scan finds a dietary text', () => {
  test.each([
    ['as it stands', secret],
    ['in capitals', secret.toUpperCase()],
    ['in decomposed letters', secret.normalize('NFD')],
    ['broken over lines', secret.replaceAll(' ', '\r\n ')],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in base64 of a longer text', Buffer.from(`Hej! ${secret}. Tack!`).toString('base64')],
    ['in base64 for addresses', Buffer.from(`???${secret}???`).toString('base64url')],
    ['in base64 after other letters', `x${Buffer.from(secret).toString('base64')}`],
    [
      'in base64 broken over lines',
      Buffer.from(`${'.'.repeat(90)}${secret}`)
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n'),
    ],
    ['in percent encoding', encodeURIComponent(secret)],
    ['as a form sends it', new URLSearchParams({ text: secret }).toString()],
    ['in quoted-printable', quotedPrintable(secret)],
    ['in quoted-printable broken over lines', quotedPrintable(secret).replace(/(.{60})/g, '$1=\r\n')],
    ['in JSON', JSON.stringify({ html: JSON.stringify({ text: secret }) })],
    [
      'in escaped JSON',
      JSON.stringify(secret).replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['in HTML', secret.replace(/[^ -~]/g, (letter) => `&#${letter.charCodeAt(0)};`)],
  ])('%s', (_how, text) => {
    expect(leaks('mail/1.eml', `före ${text} efter`)).toBe(1);
  });

  test('but not on the person’s own page nor in the kitchen’s view, where it belongs', () => {
    expect(leaks('/min/abc?klart=kost', secret)).toBe(0);
    expect(leaks('/api/projects/lp/sessions/s-1/kitchen', secret)).toBe(0);
    expect(leaks('/api/projects/lp/participants', secret)).toBe(1);
  });

  test('and nothing in what holds none', () => {
    expect(leaks('mail/1.eml', 'Tål mycket, men inte svartvinbär.')).toBe(0);
  });
});
