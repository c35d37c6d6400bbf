import { Temporal } from 'temporal-polyfill';
import { daysBetween, isBefore } from '../../domain/local-date.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { capitalised, listDate, numberText, textDate } from '../../domain/swedish-text.ts';
import { invitationDue } from '../due-dates.ts';
import type { ProjectFacts } from '../facts.ts';
import { broken, met, missing } from '../findings.ts';
import type { Finding, ProjectRule } from '../rule.ts';
import { firstSessionDate, lastSessionDate, liveSessions, projectSpanDays } from '../session-dates.ts';

const planning = {
  basis: 'guideline',
  scope: 'project',
  owner: 'planningGroup',
  actors: ['planningGroup', 'contentLead'],
  action: 'dates.edit',
  due: invitationDue,
} as const;

const format: ProjectRule = {
  ...planning,
  id: 'PLN-01',
  quote: 'Rekommenderat upplägg är fyra heldagsträffar under en tidsperiod om cirka sex månader.',
  level: 'should',
  title: { sv: 'Fyra heldagar på cirka sex månader', en: 'Four full days in about six months' },
  explanation: {
    sv: 'Fyra till åtta månader räknas som cirka sex (vårt mått).',
    en: 'Four to eight months count as about six (our measure).',
  },
  check: checkFormat,
};

function checkFormat(facts: ProjectFacts): Finding {
  const sessions = liveSessions(facts);
  const first = firstSessionDate(facts);
  const last = lastSessionDate(facts);
  const days = projectSpanDays(facts);
  // RG-07: the days of a session are one session, and together more than a full day.
  const count = new Set(sessions.map(({ number }) => number)).size;
  if (count !== 4)
    return broken('warning', {
      sv: `${capitalised(numberText(count, 'sv'))} träffar är planerade. Rekommendationen är fyra.`,
      en: `${capitalised(numberText(count, 'en'))} sessions are planned. Four are recommended.`,
    });
  if (sessions.some((session) => !session.fullDay && session.day === undefined))
    return broken('warning', { sv: 'Alla träffar är inte heldagar.', en: 'Not all sessions are full days.' });
  if (
    first === undefined ||
    last === undefined ||
    days === undefined ||
    sessions.some(({ date }) => date === undefined)
  )
    return missing({ sv: 'Sätt datum för alla fyra träffar.', en: 'Set dates for all four sessions.' });
  const { months } = first.until(last, { largestUnit: 'months' });
  const span = {
    sv: `${days} dagar: ${months} månader`,
    en: `${days} days: ${months} months`,
  };
  return months >= 4 && months <= 8
    ? met({ sv: `${span.sv}, inom rekommendationen.`, en: `${span.en}, within the recommendation.` })
    : broken('warning', {
        sv: `${span.sv}. Rekommendationen är cirka sex månader.`,
        en: `${span.en}. About six months are recommended.`,
      });
}

const start: ProjectRule = {
  ...planning,
  id: 'PLN-02',
  quote: 'Lärprojekten inleds normalt tidig höst',
  level: 'should',
  title: { sv: 'Start tidig höst', en: 'Start in early autumn' },
  explanation: {
    sv: 'Tidig höst är 15 augusti–15 oktober (vårt mått).',
    en: 'Early autumn is 15 August–15 October (our measure).',
  },
  check: checkStart,
};

function checkStart(facts: ProjectFacts): Finding {
  const first = firstSessionDate(facts);
  if (first === undefined)
    return missing({ sv: 'Sätt datum för första träffen.', en: 'Set the date of the first session.' });
  const monthDay = Temporal.PlainDate.from({ year: 2000, month: first.month, day: first.day });
  const early = !isBefore(monthDay, dayOf2000(8, 15)) && !isBefore(dayOf2000(10, 15), monthDay);
  return early
    ? met({ sv: `Starten är ${textDate(first, 'sv')}.`, en: `The start is on ${textDate(first, 'en')}.` })
    : broken('warning', {
        sv: `Starten ${textDate(first, 'sv')} är inte tidig höst. Välj 15 augusti–15 oktober om det går.`,
        en: `The start on ${textDate(first, 'en')} is not in early autumn. Choose 15 August–15 October if you can.`,
      });
}

function dayOf2000(month: number, day: number): LocalDate {
  return Temporal.PlainDate.from({ year: 2000, month, day });
}

const end: ProjectRule = {
  ...planning,
  id: 'PLN-03',
  quote: 'avslutas innan Dalating, som i sin tur kan vara en arena för kunskapsspridning',
  level: 'should',
  owner: 'contentLead',
  title: { sv: 'Slut före Dalating', en: 'End before Dalating' },
  explanation: {
    sv: 'Minst 14 dagar (vårt mått) mellan sista träffen och Dalating ger tid att sammanställa resultatet.',
    en: 'At least 14 days (our measure) between the last session and Dalating leave time to compile the result.',
  },
  check: checkEnd,
};

function checkEnd(facts: ProjectFacts): Finding {
  const last = lastSessionDate(facts);
  const { dalating } = facts;
  if (last === undefined)
    return missing({ sv: 'Sätt datum för sista träffen.', en: 'Set the date of the last session.' });
  if (dalating === undefined)
    return missing({
      sv: 'Datum för Dalating saknas. Fyll i det.',
      en: 'The date of Dalating is missing. Fill it in.',
    });
  const margin = daysBetween(last, dalating);
  if (margin <= 0)
    return broken('warning', {
      sv: `Sista träffen ${listDate(last, 'sv')} ligger efter Dalating ${listDate(dalating, 'sv')}. Flytta den tidigare.`,
      en: `The last session on ${listDate(last, 'en')} is after Dalating on ${listDate(dalating, 'en')}. Move it earlier.`,
    });
  const words = {
    sv: `${margin} dagar mellan sista träffen och Dalating.`,
    en: `${margin} days between the last session and Dalating.`,
  };
  if (margin >= 14) return met(words);
  return met(words, [
    { sv: 'Det är kort om tid att sammanställa resultatet.', en: 'There is little time to compile the result.' },
  ]);
}

const contentLead: ProjectRule = {
  ...planning,
  id: 'ROL-04',
  quote:
    'Innehållsansvarig – håller ihop planeringsgruppen samt skickar ut inbjudningar, hanterar bokningar av lokal och mat/fika samt tar hand om utvärderingar.',
  level: 'must',
  owner: 'contentLead',
  actors: ['contentLead'],
  title: { sv: 'Innehållsansvarig', en: 'Content lead' },
  explanation: {
    sv: 'Bara innehållsansvarig och ställföreträdaren skickar. En ställföreträdare gör att inget stannar vid sjukdom (vårt råd).',
    en: 'Only the content lead and the deputy send. A deputy keeps things going when somebody is ill (our advice).',
  },
  action: 'roles.edit',
  check: ({ roles }) => {
    if (roles.contentLead === undefined)
      return missing({ sv: 'Innehållsansvarig saknas. Utse en person.', en: 'There is no content lead. Appoint one.' });
    const words = { sv: 'Innehållsansvarig är utsedd.', en: 'The content lead is appointed.' };
    if (roles.deputyId !== undefined) return met(words);
    return met(words, [
      {
        sv: 'Ställföreträdare saknas. Utse en, så stannar inget vid sjukdom.',
        en: 'There is no deputy. Appoint one, so that nothing stops when somebody is ill.',
      },
    ]);
  },
};

const facilitator: ProjectRule = {
  ...planning,
  id: 'ROL-05',
  quote: 'Processledare – är med i planeringsgruppen samt faciliterar träffarna.',
  level: 'must',
  owner: 'processFacilitator',
  actors: ['processFacilitator'],
  title: { sv: 'Processledaren är med i planeringsgruppen', en: 'The process facilitator is in the planning group' },
  explanation: {
    sv: 'Den som ska leda samtalen behöver vara med och planera dem.',
    en: 'Whoever leads the conversations needs to plan them too.',
  },
  action: 'roles.edit',
  check: ({ roles }) => {
    if (roles.processFacilitatorId === undefined)
      return missing({
        sv: 'Processledare saknas. Utse en person.',
        en: 'There is no process facilitator. Appoint one.',
      });
    return roles.planningGroup.some(({ id }) => id === roles.processFacilitatorId)
      ? met({
          sv: 'Processledaren är med i planeringsgruppen.',
          en: 'The process facilitator is in the planning group.',
        })
      : missing({
          sv: 'Processledaren är inte med i planeringsgruppen. Lägg till.',
          en: 'The process facilitator is not in the planning group. Add them.',
        });
  },
};

const composition: ProjectRule = {
  ...planning,
  id: 'ROL-02',
  quote: 'Planeringsgruppen får gärna ha representation från såväl regional som kommunal nivå.',
  level: 'nice',
  owner: 'contentLead',
  title: { sv: 'Region och kommun i planeringsgruppen', en: 'Region and municipality in the planning group' },
  explanation: {
    sv: 'Länsstyrelsen räknas som regional nivå.',
    en: 'The county administrative board counts as regional.',
  },
  action: 'roles.edit',
  check: ({ roles }) => {
    const municipal = roles.planningGroup.filter(({ organisationType }) => organisationType === 'municipality').length;
    const regional = roles.planningGroup.filter(
      ({ organisationType }) => organisationType === 'region' || organisationType === 'countyAdministrativeBoard',
    ).length;
    const words = {
      sv: `${regional} regionala och ${municipal} kommunala i planeringsgruppen.`,
      en: `${regional} regional and ${municipal} municipal members in the planning group.`,
    };
    return municipal > 0 && regional > 0 ? met(words) : missing(words);
  },
};

export const planningRules: readonly ProjectRule[] = [format, start, end, contentLead, facilitator, composition];
