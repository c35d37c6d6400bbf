import { rightsMissing, type MissingRight } from '../../guideline/share-rights.ts';
import type { DocumentKind, HoldReason } from './types.ts';

export const mostMegabytes = 100;
export const mostBytes = mostMegabytes * 1024 * 1024;

export interface RightsFacts {
  readonly kind: DocumentKind;
  /** Left out when nobody has said whose slides they are; `consent` null: not asked or not answered. */
  readonly speaker: { readonly consent: boolean | null } | null;
  readonly photographer: string | null;
  readonly altText: string | null;
  readonly rightsConfirmed: boolean;
}

/** DOC-02, DOC-03: everything that keeps a file from being shared, in words for its kind; empty when it may go. */
export function holdsOf(file: RightsFacts): readonly HoldReason[] {
  if (file.kind === 'slides' && file.speaker === null) return ['noSpeaker'];
  const consent = file.speaker?.consent ?? undefined;
  const missing = rightsMissing({
    id: '',
    title: '',
    kind: file.kind,
    ...(consent === undefined ? {} : { speakerConsent: consent }),
    ...(file.photographer === null ? {} : { photographer: file.photographer }),
    ...(file.altText === null ? {} : { altText: file.altText }),
    rightsAssured: file.rightsConfirmed,
    shared: false,
  });
  const reasons: Readonly<Record<MissingRight, HoldReason>> = {
    speakerConsent: consent === false ? 'consentRefused' : 'consentNotAsked',
    photographer: 'noPhotographer',
    rightsAssured: 'rightsUnconfirmed',
    altText: 'noAltText',
  };
  return missing.map((right) => reasons[right]);
}

/** What may be shared, and the type that it is served as: never what the sender's browser claims. */
const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ppt: 'application/vnd.ms-powerpoint',
  odp: 'application/vnd.oasis.opendocument.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  zip: 'application/zip',
};

export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

export function contentTypeOf(name: string): string | undefined {
  return types[extensionOf(name)];
}

const longestName = 120;

/**
 * A name that SharePoint takes and that leads nowhere: no folders, none of `" * : < > ? / \ |`, no control or
 * direction marks, no dot or blank at the ends. The extension is kept when the rest is cut.
 */
export function safeName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = base
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/["*:<>?|#%]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[~$.\s]+|[.\s]+$/g, '');
  if (plain === '') return 'fil';
  const extension = extensionOf(plain);
  const rest = extension === '' ? plain : plain.slice(0, -extension.length - 1);
  const cut = [...rest].slice(0, longestName).join('').trimEnd();
  return extension === '' ? cut : `${cut === '' ? 'fil' : cut}.${extension}`;
}

/** "Anteckningar (2).docx" when the session has an "Anteckningar.docx" already: nothing is overwritten unseen. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((other) => other.toLowerCase()));
  if (!used.has(name.toLowerCase())) return name;
  const extension = extensionOf(name);
  const rest = extension === '' ? name : name.slice(0, -extension.length - 1);
  const numbered = (count: number): string => `${rest} (${count})${extension === '' ? '' : `.${extension}`}`;
  let count = 2;
  while (used.has(numbered(count).toLowerCase())) count += 1;
  return numbered(count);
}

/** Where a session's files lie in the channel. */
export function folderPath(sessionNumber: number, name: string): string {
  return `Träff ${sessionNumber}/${name}`;
}

/** Seconds to wait for a channel's folder that SharePoint has not made yet: often at first, then less. */
export function folderWait(secondsSinceYes: number): number | undefined {
  if (secondsSinceYes < 120) return 10;
  return secondsSinceYes < 3600 ? 60 : undefined;
}
