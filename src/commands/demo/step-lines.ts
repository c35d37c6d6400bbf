import type { HumanSteps } from '../../features/planning/steps/types.ts';

const NAME_WIDTH = 42;
const FIGURE_WIDTH = 8;

/** The count of human steps as a table: ours, by mail and spreadsheet today, and what we aim at. */
export function stepLines({ duties, sum, compared }: HumanSteps): readonly string[] {
  const row = (name: string, figures: readonly (number | string | null)[]): string =>
    name.padEnd(NAME_WIDTH) + figures.map((figure) => String(figure ?? '–').padStart(FIGURE_WIDTH)).join('');
  return [
    '',
    'Människans steg: ett beslut eller en uppgift som skrivs eller väljs / human steps: one decision or one data transfer',
    row('', ['steg', 'i dag', 'mål']),
    ...duties.map(({ name, steps, today, target, isLived }) => row(name.sv, [isLived ? steps : null, today, target])),
    row('Summa, gjort och räknat i dag', [compared.steps, compared.today, compared.target]),
    row('Summa, allt', [sum, null, null]),
  ];
}
