import { expect, test } from 'vitest';
import { folderWait, freeName, holdsOf, safeName, contentTypeOf } from '../../../src/features/documentation/rules.ts';

const file = {
  speaker: null,
  photographer: null,
  altText: null,
  rightsConfirmed: false,
};

test('DOC-02 slides wait for the speaker: a no, no answer and nobody named each keep them out', () => {
  const slides = (speaker: { consent: boolean | null } | null) => holdsOf({ ...file, kind: 'slides', speaker });
  expect(slides({ consent: true })).toEqual([]);
  expect(slides({ consent: false })).toEqual(['consentRefused']);
  expect(slides({ consent: null })).toEqual(['consentNotAsked']);
  expect(slides(null)).toEqual(['noSpeaker']);
});

test('DOC-03 a photo needs photographer, confirmed rights and a description; notes need nothing', () => {
  expect(holdsOf({ ...file, kind: 'photo' })).toEqual(['noPhotographer', 'rightsUnconfirmed', 'noAltText']);
  expect(
    holdsOf({ ...file, kind: 'photo', photographer: 'Åsa', altText: 'Grupp vid tavla', rightsConfirmed: true }),
  ).toEqual([]);
  expect(holdsOf({ ...file, kind: 'notes' })).toEqual([]);
});

test('a file name leads nowhere and holds nothing that SharePoint refuses', () => {
  expect(safeName('../../etc/passwd.txt')).toBe('passwd.txt');
  expect(safeName('C:\\bilder\\Grupp "A": å/ä?.jpg')).toBe('ä-.jpg');
  expect(safeName(' ~$Mall #1 <utkast>.docx')).toBe('Mall -1 -utkast-.docx');
  expect(safeName('rapport\u202Egpj.exe')).toBe('rapportgpj.exe');
  expect(safeName('...')).toBe('fil');
  expect(safeName(`${'å'.repeat(300)}.pdf`)).toHaveLength(124);
});

test('a second file of the same name gets a number instead of taking the place of the first', () => {
  expect(freeName('Anteckningar.docx', ['anteckningar.docx', 'Anteckningar (2).docx'])).toBe('Anteckningar (3).docx');
  expect(freeName('Ny.pdf', [])).toBe('Ny.pdf');
});

test('programs and pages cannot be shared', () => {
  expect(contentTypeOf('skript.html')).toBeUndefined();
  expect(contentTypeOf('program.exe')).toBeUndefined();
  expect(contentTypeOf('bild.SVG')).toBeUndefined();
  expect(contentTypeOf('Bild.PNG')).toBe('image/png');
});

test('a folder that is not ready is waited for, at last without it', () => {
  expect([0, 119, 120, 3599, 3600].map(folderWait)).toEqual([10, 10, 60, 60, undefined]);
});
