import type { Words } from './words.ts';

/** Why dietary needs may be kept (article 9); the controller chooses, not the tool. */
export type DietaryBasis = 'explicitConsent' | 'publicInterest';

export const dietaryBasisWords: Readonly<Record<DietaryBasis, Words>> = {
  explicitConsent: {
    sv: 'uttryckligt samtycke (artikel 9.2 a)',
    en: 'explicit consent (article 9.2 a)',
  },
  publicInterest: {
    sv: 'viktigt allmänt intresse (artikel 9.2 g och 3 kap. 3 § dataskyddslagen)',
    en: 'important public interest (article 9.2 g and chapter 3 section 3 of the Data Protection Act)',
  },
};

/** What is decided about dietary needs in a learning project. Null: not yet. */
export interface DietaryTerms {
  readonly legalBasis: DietaryBasis | null;
  /** Days after the last session until they are disposed of. */
  readonly retentionDays: number | null;
  /** The reference of the decision on disposal. */
  readonly decisionReference: string | null;
}

export const undecided: DietaryTerms = { legalBasis: null, retentionDays: null, decisionReference: null };

const termNames: Readonly<Record<keyof DietaryTerms, Words>> = {
  legalBasis: { sv: 'rättslig grund', en: 'legal basis' },
  retentionDays: { sv: 'gallring i dagar', en: 'retention in days' },
  decisionReference: { sv: 'beteckning på beslutet', en: 'reference of the decision' },
};

/** What is still to be decided, in words; empty when everything is. */
export function missingTerms(terms: DietaryTerms): readonly Words[] {
  return (Object.keys(termNames) as (keyof DietaryTerms)[]) // the keys of the table above
    .filter((name) => terms[name] === null || terms[name] === '')
    .map((name) => termNames[name]);
}

export function isDecided(terms: DietaryTerms): boolean {
  return missingTerms(terms).length === 0;
}
