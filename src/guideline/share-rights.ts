import { filled } from './facts.ts';
import type { DocumentFacts } from './facts.ts';

export type MissingRight = 'speakerConsent' | 'photographer' | 'rightsAssured' | 'altText';

/**
 * DOC-03: what a file still lacks before it may be shared; empty when it may go.
 * Slides wait for the speaker's yes: no answer is not a yes.
 */
export function rightsMissing(file: DocumentFacts): readonly MissingRight[] {
  switch (file.kind) {
    case 'slides':
      return file.speakerConsent === true ? [] : ['speakerConsent'];
    case 'photo':
      return [
        ...(filled(file.photographer) ? [] : (['photographer'] as const)),
        ...(file.rightsAssured ? [] : (['rightsAssured'] as const)),
        ...(filled(file.altText) ? [] : (['altText'] as const)),
      ];
    case 'notes':
    case 'other':
      return [];
  }
}
