import type { Language } from '../../src/domain/words.ts';

interface CostTalk {
  readonly title: string;
  readonly none: string;
  readonly how: string;
  readonly set: string;
  readonly expected: string;
  readonly spent: string;
  readonly left: string;
  readonly over: string;
  readonly split: string;
  readonly noSplit: string;
  readonly share: (name: string, percent: string, sum: string) => string;
  readonly perSession: string;
  readonly session: (number: number, sum: string, portions: number) => string;
  readonly byMost: string;
}

const sv: CostTalk = {
  title: 'Budget',
  none: 'Ingen budget är uppsatt än.',
  how: 'Lägg in raderna i fliken under Planering, Kostnader. Då räknar jag maten efter hur många som äter.',
  set: 'Budget',
  expected: 'Väntas kosta',
  spent: 'Har kostat hittills',
  left: 'Kvar',
  over: 'Över budgeten',
  split: 'Fördelning',
  noSplit: 'Fördelningen är inte antecknad än.',
  share: (name, percent, sum) => `${name}: ${percent} %, ${sum}`,
  perSession: 'Per träff',
  session: (number, sum, portions) => `Träff ${number}: ${sum}${portions === 0 ? '' : `, ${portions} äter`}`,
  byMost: 'Maten är räknad på så många som får plats, tills anmälan har stängt.',
};

const en: CostTalk = {
  title: 'Budget',
  none: 'No budget has been set up yet.',
  how: 'Enter its lines in the tab under Planning, Costs. Then I count the food from how many eat.',
  set: 'Budget',
  expected: 'Expected to cost',
  spent: 'Has cost so far',
  left: 'Left',
  over: 'Over the budget',
  split: 'Split',
  noSplit: 'The split has not been noted yet.',
  share: (name, percent, sum) => `${name}: ${percent} %, ${sum}`,
  perSession: 'Per session',
  session: (number, sum, portions) => `Session ${number}: ${sum}${portions === 0 ? '' : `, ${portions} eat`}`,
  byMost: 'The food is counted for as many as there is room for, until the registration has closed.',
};

export const costTalk: Readonly<Record<Language, CostTalk>> = { sv, en };
