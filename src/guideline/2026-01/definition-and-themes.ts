import { Temporal } from 'temporal-polyfill';
import { isAfter } from '../../domain/local-date.ts';
import { dueBy } from '../due-dates.ts';
import { filled } from '../facts.ts';
import type { ProjectFacts } from '../facts.ts';
import { advised, broken, met, missing, open, tooLate } from '../findings.ts';
import type { Due, Finding, ProjectRule } from '../rule.ts';
import { firstSessionDate } from '../session-dates.ts';

const themes = { basis: 'guideline', scope: 'project', due: themeDue } as const;

/** The yearly theme cycle ends with April (our measure): the dates are set in May and the invitation goes out in June. */
function themeDue(facts: ProjectFacts): Due | undefined {
  const first = firstSessionDate(facts);
  if (first === undefined) return undefined;
  const april = Temporal.PlainDate.from({ year: first.year, month: 4, day: 30 });
  return dueBy(isAfter(april, first) ? april.subtract({ years: 1 }) : april, facts.region);
}

const need: ProjectRule = {
  ...themes,
  id: 'DEF-01',
  action: 'project.edit',
  quote:
    'Ett lärprojekt är en tidsbegränsad insats där i första hand kommunala och regionala tjänstepersoner samlas runt en aktuell utmaning som grundas i kommunala behov.',
  level: 'must',
  owner: 'workingGroup',
  actors: ['workingGroup'],
  blocks: ['decideTheme'],
  title: { sv: 'Grundas i kommunala behov', en: 'Grounded in municipal needs' },
  explanation: {
    sv: 'Styrgruppen behöver se vilket kommunalt behov temat svarar mot, och varifrån det kommer.',
    en: 'The steering group needs to see which municipal need the theme answers, and where it comes from.',
  },
  check: (facts) =>
    filled(facts.project.municipalNeed)
      ? met({ sv: 'Det kommunala behovet är beskrivet.', en: 'The municipal need is described.' })
      : missing({
          sv: 'Det kommunala behovet saknas. Skriv vilka som har lyft det, och när.',
          en: 'The municipal need is missing. Write who has raised it, and when.',
        }),
};

const consultation: ProjectRule = {
  ...themes,
  id: 'THM-01',
  action: 'theme.consult',
  quote: 'Lärprojektens teman utses årligen av styrgruppen för Dalalab efter samråd med kommunerna.',
  level: 'must',
  owner: 'workingGroup',
  actors: ['steeringGroup', 'workingGroup'],
  blocks: ['decideTheme'],
  title: { sv: 'Samråd före beslut', en: 'Consultation before the decision' },
  explanation: {
    sv: 'Minst ett samråd med kommunerna, till exempel i LGRS, ska vara antecknat före beslutet.',
    en: 'At least one consultation with the municipalities, for example in LGRS, is to be noted before the decision.',
  },
  check: checkConsultation,
};

function checkConsultation({ theme }: ProjectFacts): Finding {
  const { decision, consultations } = theme;
  if (consultations.length === 0)
    return missing({
      sv: 'Inget samråd med kommunerna är antecknat. Anteckna forum, dag och vad som sades.',
      en: 'No consultation with the municipalities is noted. Note the forum, the day and what was said.',
    });
  if (decision !== undefined && consultations.every(({ date }) => isAfter(date, decision.date)))
    return broken('warning', {
      sv: 'Beslutet togs före det första samrådet.',
      en: 'The decision was taken before the first consultation.',
    });
  return met({
    sv: `Samråd är antecknat (${consultations.map(({ forum }) => forum).join(', ')}).`,
    en: `Consultation is noted (${consultations.map(({ forum }) => forum).join(', ')}).`,
  });
}

const proposals: ProjectRule = {
  ...themes,
  id: 'THM-03',
  action: 'theme.propose',
  quote:
    'Arbetsgruppen ansvarar för att driva Dalalab framåt, och tar i bred dialog internt och externt fram förslag på vilka lärprojekt som ska genomföras.',
  level: 'must',
  owner: 'workingGroup',
  actors: ['workingGroup'],
  title: { sv: 'Flera förslag att välja bland', en: 'Several proposals to choose from' },
  explanation: {
    sv: 'Minst två förslag (vårt mått) ger styrgruppen något att välja mellan.',
    en: 'At least two proposals (our measure) give the steering group something to choose from.',
  },
  check: checkProposals,
};

function checkProposals({ theme }: ProjectFacts): Finding {
  if (theme.proposals >= 2)
    return met({ sv: `${theme.proposals} förslag togs fram.`, en: `${theme.proposals} proposals were made.` });
  if (theme.decision !== undefined)
    return {
      ...tooLate({
        sv: 'Styrgruppen beslutade utan flera antecknade förslag att välja mellan.',
        en: 'The steering group decided without several noted proposals to choose from.',
      }),
      severity: 'tip',
    };
  return advised({
    sv: `Det finns ${theme.proposals} förslag. Ta fram minst två i dialog med kommunerna.`,
    en: `There are ${theme.proposals} proposals. Make at least two in dialogue with the municipalities.`,
  });
}

const decision: ProjectRule = {
  ...themes,
  id: 'THM-04',
  isFinal: true,
  action: 'theme.decide',
  quote: 'Styrgruppen är den som sen gör det slutliga urvalet och fattar beslut om kommande lärprojekt.',
  level: 'must',
  owner: 'steeringGroup',
  actors: ['steeringGroup'],
  title: { sv: 'Styrgruppens beslut', en: "The steering group's decision" },
  explanation: {
    sv: 'Bara styrgruppen kan anteckna beslutet.',
    en: 'Only the steering group can record the decision.',
  },
  check: ({ theme }) => {
    if (theme.decision === undefined)
      return open({ sv: 'Styrgruppen har inte beslutat än.', en: 'The steering group has not decided yet.' });
    return theme.decision.byRole === 'steeringGroup'
      ? met({
          sv: `Styrgruppen beslutade ${theme.decision.date.toString()}.`,
          en: `The steering group decided on ${theme.decision.date.toString()}.`,
        })
      : broken('red', {
          sv: 'Beslutet är inte styrgruppens. Det beslutar styrgruppen.',
          en: "The decision is not the steering group's. It is theirs to take.",
        });
  },
};

export const definitionAndThemeRules: readonly ProjectRule[] = [need, proposals, consultation, decision];
