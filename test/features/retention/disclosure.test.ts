import { unzipSync, strFromU8 } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { auditOf } from '../../../src/features/planning/queries.ts';
import { disclose } from '../../../src/features/retention/disclosure/actions.ts';
import { retentionOf } from '../../../src/features/retention/queries.ts';
import { quickest } from '../../engines.ts';
import { form, key, lead, openDesk, sample, type Desk } from '../registration/desk.ts';

let desk: Desk;
afterEach(() => desk.close());

const textsOf = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');

test('X-06 what is held is handed over in one file, without what people eat or what opens their pages, and it is logged', async () => {
  const file = sample();
  desk = await openDesk(quickest, { now: '2026-08-20T10:00:00Z', file });
  const told = file.dietary.flatMap((entry) => Object.values(entry as Record<string, unknown>)).map(String);
  const door = await desk.open();
  const words = { dietaryText: 'tål inte kiwi', email: 'nils.ek@kommun-orsa.example', organisationId: 'org-2034' };
  await door.post('/anmalan/lp-2026-kompetens', form({ ...words, givenName: 'Nils', familyName: 'Ek' }));
  await desk.send();
  const held = await desk.tools.db.selectFrom('dietary_vault').select('person_id').execute();
  const made = await disclose(desk.tools, lead);
  if (!made.ok) throw new Error(made.reason);
  const text = textsOf(made.value.bytes);
  expect(made.value.name).toBe('utlamnande-lp-2026-kompetens-2026-08-20.xlsx');
  for (const name of ['Om uttaget', 'Träffar', 'Deltagare', 'Utskick', 'Dokument', 'Utvärdering', 'Beslut', 'Gallrat'])
    expect(text).toContain(`name="${name}"`);
  expect(text).toContain('nils.ek@kommun-orsa.example');
  expect(text).toContain(`${held.length} personers uppgifter lämnas inte ut härifrån. De prövas enligt 21 kap. OSL.`);
  expect(text).not.toContain('kiwi');
  for (const secret of told.filter((one) => /\s/.test(one))) expect(text.includes(secret), secret).toBe(false);
  expect(desk.mails[0]?.text).toMatch(/\/min\/[A-Za-z0-9_-]{43}/);
  expect(text).not.toMatch(/\/min\/[A-Za-z0-9_-]{43}/);
  const [line] = (await auditOf(desk.tools, key)).filter(({ act }) => act === 'disclosure.exported');
  expect(line).toMatchObject({ actor: 'Karin Tunsberg', details: { withheld: held.length } });
  await disclose(desk.tools, lead);
  const view = await retentionOf(desk.tools, key);
  expect(view?.disclosures).toMatchObject([{ by: 'Karin Tunsberg' }, { withheld: held.length }]);
  expect(await disclose(desk.tools, { ...lead, tenantId: 'tenant-b' })).toMatchObject({ reason: 'noProject' });
});
