import type { Words } from '../../src/domain/words.ts';

/** Where data stood that have been disposed of. */
export const disposed = {
  note: { sv: 'Gallrat {day}: {what}. Beslut {decision}.', en: 'Disposed of on {day}: {what}. Decision {decision}.' },
  left: { sv: 'Kvar: {counts}.', en: 'Left: {counts}.' },
  texts: { sv: 'Det som skrevs är gallrat.', en: 'What was written has been disposed of.' },
} as const satisfies Record<string, Words>;
