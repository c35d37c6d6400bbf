import { isAfter } from '../../domain/local-date.ts';
import { textDate } from '../../domain/swedish-text.ts';
import { dueBy, summaryDeadline } from '../due-dates.ts';
import type { ProjectFacts } from '../facts.ts';
import { broken, met, open, tooLate } from '../findings.ts';
import type { Due, Finding, ProjectRule } from '../rule.ts';
import { firstSessionDate, hasBegun, lastSessionDate } from '../session-dates.ts';

const spreading = {
  basis: 'guideline',
  scope: 'project',
  owner: 'contentLead',
  actors: ['contentLead'],
} as const;

const linkedIn: ProjectRule = {
  ...spreading,
  id: 'COM-03',
  quote:
    'Vid uppstart får information gärna spridas via exempelvis Regionala utvecklingsförvaltningens LinkedIn-konto.',
  level: 'nice',
  title: { sv: 'Inlägg vid starten', en: 'A post at the start' },
  explanation: {
    sv: 'Under första träffens vecka. Bild bara med rätt att dela.',
    en: 'In the week of the first session. A picture only with the right to share it.',
  },
  action: 'publication.tick',
  due: (facts) => {
    const first = firstSessionDate(facts);
    return first === undefined ? undefined : dueBy(first.add({ days: Math.max(0, 5 - first.dayOfWeek) }), facts.region);
  },
  check: (facts) => {
    if (facts.publications.linkedIn !== undefined)
      return met({ sv: 'Inlägget är publicerat.', en: 'The post is published.' });
    const words = {
      sv: 'Ge kommunikatören en färdig text för LinkedIn.',
      en: 'Give the communications officer a ready text for LinkedIn.',
    };
    return hasBegun(facts) ? broken('tip', words) : open(words);
  },
};

const summaryQuote =
  'Efter avslut görs en sammanfattande dokumentation som läggs ut på Dalalab - Region Dalarna samt sprids genom nyhetsbrevet för Dalastrategin.';

function summaryDue(facts: ProjectFacts): Due | undefined {
  const last = lastSessionDate(facts);
  return last === undefined ? undefined : dueBy(summaryDeadline(last, facts.dalating), facts.region);
}

const summary: ProjectRule = {
  ...spreading,
  id: 'END-02',
  quote: summaryQuote,
  level: 'must',
  actors: ['contentLead', 'planningGroup'],
  title: { sv: 'Slutsammanfattning', en: 'Final summary' },
  explanation: {
    sv: 'Före Dalating när datumet är känt, annars inom 30 dagar (vårt mått).',
    en: 'Before Dalating when its date is known, else within 30 days (our measure).',
  },
  action: 'summary.publish',
  due: summaryDue,
  check: (facts) => checkPublished(facts, facts.publications.summaryWeb?.on),
};

const summarySpread: ProjectRule = {
  ...spreading,
  id: 'COM-04',
  quote: summaryQuote,
  level: 'must',
  title: { sv: 'Sammanfattningen sprids', en: 'The summary is spread' },
  explanation: {
    sv: 'Webbsidan och nyhetsbrevet. När båda är avbockade är projektet klart.',
    en: 'The web page and the newsletter. With both ticked off, the project is done.',
  },
  action: 'publication.tick',
  due: summaryDue,
  check: (facts) => checkPublished(facts, facts.publications.summaryNewsletter?.on),
};

function checkPublished(facts: ProjectFacts, publishedOn: ProjectFacts['dalating']): Finding {
  const due = summaryDue(facts);
  const last = lastSessionDate(facts);
  if (due === undefined || last === undefined)
    return open({ sv: 'Görs efter sista träffen.', en: 'Done after the last session.' });
  if (publishedOn !== undefined)
    return isAfter(publishedOn, due.lastDay)
      ? tooLate({
          sv: `Publicerades efter ${textDate(due.lastDay, 'sv')}.`,
          en: `Published after ${textDate(due.lastDay, 'en')}.`,
        })
      : met({ sv: 'Publicerad.', en: 'Published.' });
  const words = {
    sv: `Publicera senast ${textDate(due.lastDay, 'sv')}.`,
    en: `Publish by ${textDate(due.lastDay, 'en')}.`,
  };
  return isAfter(facts.today, due.lastDay) ? broken('red', words) : open(words);
}

export const communicationRules: readonly ProjectRule[] = [linkedIn, summary, summarySpread];
