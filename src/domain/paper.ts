import type { Language } from './words.ts';

/** A document to print or send, told by what its parts are; how they look, and how they are tagged, is the writer's. */
export interface Paper {
  readonly title: string;
  readonly language: Language;
  readonly parts: readonly PaperPart[];
  /** Below everything, small. */
  readonly foot: string;
}

export type PaperPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly PaperColumn[]; readonly rows: readonly (readonly string[])[] }
  /** Lines to be written on by hand, each with what belongs there. */
  | { readonly kind: 'lines'; readonly labels: readonly string[] };

export interface PaperColumn {
  readonly title: string;
  /** Of the whole width; all together are 1. */
  readonly share: number;
  /** The first line of each cell names it, and stands out. */
  readonly isNamed?: boolean;
}

/** As much of a text as fits, whole words, with a sign that there is more. */
export function shortened(text: string, most: number): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 20)).replace(/[\s.,;:–-]+$/, '')} …`;
}
