import { isMet, type Figure, type SectionReport } from './types.ts';

const widths = { what: 58, figure: 34, ratio: 8 };

/** One line a figure: what, how much, the ratio and the goal. */
export function sectionText({ name, figures, notes }: SectionReport): string {
  return ['', name, ...figures.map(figureLine), ...notes.map((note) => `    ${note}`)].join('\n');
}

function figureLine(one: Figure): string {
  const { what, figure, ratio, goal } = one;
  const shown = ratio === null ? '–' : ratio.toFixed(2);
  const wanted = goal === null ? '' : `mål ≤ ${goal.toFixed(2)}  ${isMet(one) ? 'ja' : 'NEJ'}`;
  return `  ${what.padEnd(widths.what)}${figure.padEnd(widths.figure)}${shown.padStart(widths.ratio)}  ${wanted}`.trimEnd();
}
