import { inBoth, kronorText, listText } from '../../domain/swedish-text.ts';
import { costSums, feesUnagreed, needsAgreement } from '../costs.ts';
import { invitationDue } from '../due-dates.ts';
import { broken, met, missing, notApplicable } from '../findings.ts';
import type { ProjectRule } from '../rule.ts';

const costSplit: ProjectRule = {
  id: 'CST-02',
  quote:
    'Fördelning av eventuella kostnader kommer arbetsgruppen överens om inledningsvis med vägledning från styrgrupp.',
  level: 'must',
  basis: 'guideline',
  scope: 'project',
  owner: 'workingGroup',
  actors: ['workingGroup', 'steeringGroup'],
  title: { sv: 'Kostnadsfördelning', en: 'Cost split' },
  explanation: { sv: 'Andelarna ska bli 100 procent tillsammans.', en: 'The shares are to add up to 100 per cent.' },
  action: 'costSplit.edit',
  due: invitationDue,
  check: ({ costSplit: split }) => {
    if (split === undefined || split.shares.length === 0)
      return missing({
        sv: 'Kostnadsfördelningen saknas. Anteckna vad arbetsgruppen har kommit överens om.',
        en: 'The cost split is missing. Note what the working group has agreed.',
      });
    const sum = split.shares.reduce((all, share) => all + share, 0);
    if (Math.abs(sum - 100) > 0.01)
      return broken('warning', {
        sv: `Andelarna blir ${sum} procent. De ska bli 100.`,
        en: `The shares add up to ${sum} per cent. They are to be 100.`,
      });
    const words = { sv: `Fördelningen är ${split.shares.join('/')}.`, en: `The split is ${split.shares.join('/')}.` };
    if (split.guidanceFromSteeringGroup) return met(words);
    return met(words, [
      { sv: 'Styrgruppens vägledning är inte antecknad.', en: "The steering group's guidance is not noted." },
    ]);
  },
};

const budget: ProjectRule = {
  id: 'CST-01',
  quote: 'Dalalab har begränsade ekonomiska resurser.',
  level: 'should',
  basis: 'guideline',
  scope: 'project',
  owner: 'contentLead',
  actors: ['contentLead'],
  title: { sv: 'Budgeten håller', en: 'The budget holds' },
  explanation: {
    sv: 'Mat räknas ut efter hur många som äter. Det som har kostat något räknas som det blev.',
    en: 'Food is computed from how many eat. What has cost something counts as it came out.',
  },
  action: 'costSplit.edit',
  due: () => undefined,
  check: (facts) => {
    const { costs } = facts;
    if (costs === undefined || costs.lines.length === 0)
      return notApplicable({ sv: 'Ingen budget är uppsatt.', en: 'No budget has been set up.' });
    const sums = costSums(facts, costs);
    const text = (ore: number) => inBoth((language) => kronorText(ore, language));
    if (sums.expected > sums.budget) {
      const over = text(sums.expected - sums.budget);
      return broken('warning', {
        sv: `Kostnaderna väntas gå ${over.sv} över budgeten. Ändra i budgeten, eller dra ner.`,
        en: `The costs are expected to be ${over.en} over the budget. Change the budget, or cut down.`,
      });
    }
    const [expected, all] = [text(sums.expected), text(sums.budget)];
    return met({ sv: `${expected.sv} av ${all.sv}.`, en: `${expected.en} of ${all.en}.` });
  },
};

const feesAndTravel: ProjectRule = {
  id: 'CST-03',
  quote: 'Det finns ingen särskild budget för medverkande, resor etc.',
  level: 'should',
  basis: 'guideline',
  scope: 'project',
  owner: 'contentLead',
  actors: ['planningGroup', 'workingGroup'],
  title: { sv: 'Medverkande och resor kostar inget', en: 'Speakers and travel cost nothing' },
  explanation: {
    sv: 'Arvoden och resor är noll om inte arbetsgruppen har sagt ja.',
    en: 'Fees and travel are nil unless the working group has said yes.',
  },
  action: 'costSplit.edit',
  due: () => undefined,
  check: ({ costs }) => {
    if (costs === undefined)
      return notApplicable({ sv: 'Ingen medverkande kostar något.', en: 'No speaker costs anything.' });
    const open = costs.lines.filter((line) => needsAgreement(line) && !line.isAgreed);
    if (open.length > 0)
      return broken('warning', {
        sv: `Arbetsgruppen behöver säga ja till ${listText(
          open.map(({ text }) => text),
          'sv',
        )}.`,
        en: `The working group has to say yes to ${listText(
          open.map(({ text }) => text),
          'en',
        )}.`,
      });
    const fees = feesUnagreed(costs);
    if (fees === 0) return met({ sv: 'Inget kostar utan ett ja.', en: 'Nothing costs without a yes.' });
    const sum = inBoth((language) => kronorText(fees, language));
    return broken('warning', {
      sv: `Medverkande kostar ${sum.sv} mer än arbetsgruppen har sagt ja till. Skriv in arvodet i budgeten.`,
      en: `Speakers cost ${sum.en} more than the working group has said yes to. Put the fee in the budget.`,
    });
  },
};

export const costRules: readonly ProjectRule[] = [budget, costSplit, feesAndTravel];
