import { daysBetween } from '../../domain/local-date.ts';
import { workingDaysBetween } from '../../domain/swedish-calendar.ts';
import { counted, textDate } from '../../domain/swedish-text.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { wiseDayBy } from '../../domain/wise-day.ts';
import type { Words } from '../../domain/words.ts';
import { noDay, saidDone } from '../by-hand.ts';
import type { HomeworkFacts, ProjectFacts } from '../facts.ts';
import { advised, broken, met, notApplicable, open } from '../findings.ts';
import type { ProjectRule, SessionRule } from '../rule.ts';
import { sessionAfter } from '../session-dates.ts';

const ofGuideline = { basis: 'guideline', level: 'nice', actors: ['contentLead'], byHand: true } as const;
/** DEF-03: our measure of "olika sektorer" is that no sector has more than sixty per cent. */
const largestShare = 0.6;

const sectors: ProjectRule = {
  ...ofGuideline,
  id: 'DEF-03',
  scope: 'project',
  quote:
    'Inriktningen på lärprojektet får gärna vara sådan att det samlar tjänstepersoner från olika sektorer och med olika perspektiv.',
  owner: 'contentLead',
  title: { sv: 'Olika sektorer och perspektiv', en: 'Different sectors and perspectives' },
  explanation: {
    sv: 'Högst 60 procent från samma sektor är vårt råd. Formuläret frågar inte efter sektor; titta på befattningarna.',
    en: 'At most 60 per cent of one sector is our advice. The form does not ask for it; look at the job titles.',
  },
  action: 'participants.show',
  due: noDay,
  check: (facts) => {
    const { sectors: counts } = facts.registration;
    const known = counts.reduce((sum, count) => sum + count, 0);
    const largest = counts[0] ?? 0;
    if (known > 0 && largest / known > largestShare)
      return broken('tip', {
        sv: `${largest} av ${known} kommer från samma sektor. Bjud in fler?`,
        en: `${largest} of ${known} come from the same sector. Invite others?`,
      });
    if (known > 0 && known * 2 >= facts.registration.confirmed)
      return met({
        sv: `${counted(counts.length, 'sektor', 'sektorer')} är med.`,
        en: `${counted(counts.length, 'sector', 'sectors')} take part.`,
      });
    const words = {
      sv: 'Titta på listan: kommer deltagarna från olika verksamheter?',
      en: 'Look at the list: do the participants come from different kinds of work?',
    };
    return saidDone(facts, 'DEF-03') ?? (facts.registration.confirmed === 0 ? open(words) : advised(words));
  },
};

/** HMW-01: our measures are five working days to read the answers, and no last day in a school break. */
const daysToRead = 5;

const homework: SessionRule = {
  ...ofGuideline,
  id: 'HMW-01',
  scope: 'session',
  quote:
    'Det kan också förekomma mindre hemuppgifter mellan träffarna, för att främja kontinuitet och ytterligare stärka kopplingen till deltagarnas dagliga arbete.',
  owner: 'planningGroup',
  title: { sv: 'Hemuppgift till nästa träff', en: 'Homework for the next session' },
  explanation: {
    sv: 'Liten, med ett syfte och nära det egna arbetet. Sista dag fem arbetsdagar före nästa träff och inte på ett lov (vårt råd).',
    en: 'Small, with a purpose and close to one’s own work. Due five working days before the next session, and not in a school break (our advice).',
  },
  due: noDay,
  check: (facts, session) => {
    const next = sessionAfter(facts, session);
    if (next === undefined) return notApplicable({ sv: 'Sista träffen.', en: 'The last session.' });
    const own = facts.between.homework.filter(({ afterSessionId }) => afterSessionId === session.id);
    const remarks = own.flatMap((one) => remarksOn(one, next, facts));
    if (own.length > 0)
      return met(
        { sv: `${counted(own.length, 'hemuppgift', 'hemuppgifter')} till nästa träff.`, en: 'There is homework.' },
        remarks,
      );
    return (
      saidDone(facts, 'HMW-01', session) ??
      open({
        sv: 'En liten hemuppgift håller lärandet i gång till nästa träff.',
        en: 'A little homework keeps the learning going until the next session.',
      })
    );
  },
};

function remarksOn(
  { due, hasPurpose }: HomeworkFacts,
  next: { readonly date: LocalDate },
  { region }: ProjectFacts,
): readonly Words[] {
  const purpose = hasPurpose ? [] : [{ sv: 'Skriv vad uppgiften ska leda till.', en: 'Say what it is to lead to.' }];
  if (due === undefined)
    return [...purpose, { sv: 'Hemuppgiften har ingen sista dag.', en: 'The homework has no last day.' }];
  const { day: wise, because } = wiseDayBy(due, region);
  if (because !== undefined)
    return [
      ...purpose,
      {
        sv: `${because.sv} Sätt hellre sista dag ${textDate(wise, 'sv')}.`,
        en: `${because.en} Rather make the last day ${textDate(wise, 'en')}.`,
      },
    ];
  if (daysBetween(due, next.date) >= 0 && workingDaysBetween(due, next.date) >= daysToRead) return purpose;
  return [
    ...purpose,
    {
      sv: 'Sista dagen ligger nära nästa träff. Ge fem arbetsdagar att läsa svaren.',
      en: 'The last day is close to the next session. Leave five working days to read the answers.',
    },
  ];
}

const unknownNeighbours: SessionRule = {
  basis: 'guideline',
  id: 'ROO-03',
  scope: 'session',
  level: 'must',
  quote: 'Uppmuntra deltagarna att sitta med någon de inte känner sedan tidigare.',
  owner: 'processFacilitator',
  actors: ['processFacilitator'],
  byHand: true,
  title: { sv: 'Sitta med någon man inte känner', en: 'Sit with somebody unknown' },
  explanation: {
    sv: 'Programsidan uppmuntrar till det i inledningen. En bordsplacering som blandar organisationer hjälper till.',
    en: 'The agenda page encourages it in the opening. Seating that mixes organisations helps.',
  },
  action: 'agenda.edit',
  due: noDay,
  check: (facts, session) =>
    saidDone(facts, 'ROO-03', session) ??
    (session.agenda.some(({ type }) => type === 'opening')
      ? met({
          sv: 'Uppmuntran står i inledningen på programsidan.',
          en: 'The opening on the agenda page encourages it.',
        })
      : open({ sv: 'Lägg in en inledning, så står det där.', en: 'Add an opening, and it stands there.' })),
};

/** What binds the sessions together; most of it is done by people, and ticked off. */
export const betweenSessionsRules: readonly (ProjectRule | SessionRule)[] = [sectors, homework, unknownNeighbours];
