import { dateWarnings } from '../../src/domain/date-warnings.ts';
import {
  isAfter,
  isLocalTime,
  localDate,
  localDateOf,
  readLocalDate,
  type LocalDate,
} from '../../src/domain/local-date.ts';
import type { RegionPeriod } from '../../src/domain/region-periods.ts';
import { holidayOn, isWorkingDay, nextWorkingDay } from '../../src/domain/swedish-calendar.ts';
import { capitalised, dayMonth, listDate, timeRange, weekdayName } from '../../src/domain/swedish-text.ts';
import { dayThatIsNone, type DateCandidate } from '../../src/domain/spoken-date.ts';
import { parseSpokenTime } from '../../src/domain/spoken-time.ts';
import { say as sayIn, type Language } from '../../src/domain/words.ts';
import { moveSession, previewMove } from '../../src/features/planning/dates/actions.ts';
import { sessionOf, sessionsOf } from '../../src/features/planning/queries.ts';
import { regionPeriods } from '../../src/features/planning/region/queries.ts';
import { planRefusals } from '../../src/features/planning/rules.ts';
import type { MovePreview } from '../../src/features/planning/dates/types.ts';
import type { NewTime, Session } from '../../src/features/planning/types.ts';
import type { CardAction } from '../activities.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { facts, text, warning } from '../cards/parts.ts';
import { whichCard } from '../cards/plain.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { roomsCommand } from './rooms.ts';
import { fieldOf, seenOn } from './seen.ts';
import { whichSession } from './which-session.ts';

/** "Flytta träff 3 till 20 januari": what speaks against the day, who is told, and then a yes. */
export const moveCommand: Command = {
  id: 'session.proposeDate',
  act: 'plan.edit',
  where: 'planning',
  utterances: { sv: ['flytta träff 3 till 20 januari'], en: ['move session 3 to 20 January'] },
  ways: [
    '=blir|=becomes + traff|session|@session + @date',
    '=borjar|=borja|=slutar|=starts|=begins + traff|session|@session + @time',
    '=byt|=byta|=byter|=andra|=change + =tid|=tiden|=starttid|=datum|=datumet|=time|=date',
    'flytta|=byt|=andra|skjut|=move|reschedule + traff|session|meeting|motet|=mote|@date|@session',
    'kan_vi_ta|can_we_do|can_we_take|istallet|=ist|instead|byta_till|funkar|passar + @date',
  ],
  async run(turn) {
    const words = wording[turn.language].move;
    const sessions = await sessionsOf(turn.tools, turn.project);
    const chosen = whichSession(turn, { sessions, usual: undefined, command: 'session.proposeDate' });
    if ('reply' in chosen) return chosen.reply;
    const { session } = chosen;
    const days = turn.entities.dates.flatMap((one) => (one.kind === 'day' ? [one] : daysOfWeek(one.monday)));
    const week = turn.entities.dates.find((one) => one.kind === 'week');
    const time = timeSaid(turn);
    const [day] = days;
    if (day === undefined && time === undefined && isElsewhere(turn)) return roomsCommand.run(turn);
    if (day === undefined) {
      if (time !== undefined && session.date !== null) return proposal(turn, session, { date: session.date, time });
      const none = dayThatIsNone(turn.text);
      const name = wording[turn.language].sessionName(session.number);
      const asks = {
        kind: 'which',
        command: 'session.proposeDate',
        text: none === undefined ? `${turn.text} ${name}` : name,
      } as const;
      if (none !== undefined) return say(`${words.noSuchDay(none)} ${words.whichDate}`, asks);
      return say(words.whichDate, asks);
    }
    if (week !== undefined) return show(whichDayCard(turn, session, { days, question: words.dayInWeek(week.week) }));
    if (days.length > 1) return show(whichDayCard(turn, session, { days, question: words.several }));
    if (day.weekdayDiffers) return say(`${words.weekdayDiffers} ${words.whichDate}`);
    return proposal(turn, session, { date: day.date.toString(), time });
  },
};

/** "Flytta träff 3 till Mora": a place and no day. */
function isElsewhere({ entities, text }: Turn): boolean {
  // With a number the town is where to, else it says which session.
  const isNumbered = /(träff\w*|session)\s*\d|\b\d:?an\b/i.test(text);
  return entities.venueIds.length > 0 || (entities.saysTown && isNumbered);
}

/** "v45": its working days, without those that nobody works. */
function daysOfWeek(monday: LocalDate): readonly Day[] {
  return [0, 1, 2, 3, 4]
    .map((days) => monday.add({ days }))
    .filter(isWorkingDay)
    .map((date) => ({ kind: 'day', date, weekdayDiffers: false }));
}

/** "halv tio", "kl. 9": only where the text says that it is a time, since dates and sessions have numbers too. */
function timeSaid({ text }: Turn): string | undefined {
  const said = /\b(?:kl|klockan|halv|kvart|at)\b.*|\d?\d[.:]\d\d/i.exec(text)?.[0];
  return said === undefined ? undefined : parseSpokenTime(said)[0];
}

type Day = Extract<DateCandidate, { kind: 'day' }>;

function whichDayCard(
  turn: Turn,
  session: Session,
  asked: { readonly days: readonly Day[]; readonly question: string },
): ReturnType<typeof whichCard> {
  const { language, project } = turn;
  return whichCard(
    {
      question: asked.question,
      asks: {
        kind: 'which',
        command: 'session.proposeDate',
        text: `${turn.text} ${wording[language].sessionName(session.number)}`,
      },
      choices: asked.days.map(({ date }) => ({
        title: listDate(date, language),
        verb: 'session.proposeDate!preview',
        data: { project: project.projectId, session: session.id, date: date.toString() },
      })),
    },
    language,
  );
}

interface Wish {
  readonly date: string;
  /** When it begins; undefined keeps the session's own time. */
  readonly time?: string | undefined;
}

async function proposal(turn: Turn, session: Session, wish: Wish, notice?: string): Promise<Reply> {
  const previewed = await previewMove(turn.tools, turn.actor, timeOf(session, wish));
  if (!previewed.ok) return say(sayIn(planRefusals[previewed.reason], turn.language, previewed.details));
  const isFree = previewed.value.warnings.some(({ severity }) => severity === 'red');
  return showAll(
    isFree ? await otherDayFace(turn, session, previewed.value) : proposalFace(turn, session, previewed.value, notice),
  );
}

/** Nobody works that day: says why, and proposes one that is better. */
async function otherDayFace(turn: Turn, session: Session, shown: MovePreview): Promise<ReturnType<typeof whichCard>> {
  const { language } = turn;
  const words = wording[language].move;
  const asked = localDate(shown.to.date);
  const region = await regionPeriods(turn.tools, turn.project.tenantId);
  const better = betterDay(asked, { present: session.date, today: todayOf(turn), region });
  const data = { project: turn.project.projectId, session: session.id };
  const preview = { verb: 'session.proposeDate!preview', data: { ...data, date: better.toString() } };
  const now = session.date === null ? undefined : readLocalDate(session.date);
  const weekday = (date: LocalDate): string => `${weekdayName(date, language)} ${dayMonth(date, language)}`;
  const line = [
    whyFree(asked, language),
    ...(now === undefined ? [] : [words.stands(capitalised(weekday(now)))]),
    words.meant(weekday(better)),
    words.updates(shown.recipientCount),
  ].join(' ');
  return whichCard(
    {
      question: words.title(session.number),
      lines: [line],
      asks: { kind: 'offer', ...preview },
      choices: [
        { title: words.previewDay(dayMonth(better, language)), ...preview },
        ...(now === undefined
          ? []
          : [{ title: words.keep(dayMonth(now, language)), verb: 'session.proposeDate!keep', data }]),
      ],
    },
    language,
  );
}

/** "Den 6 januari är trettondedag jul." */
function whyFree(date: LocalDate, language: Language): string {
  const words = wording[language].move;
  const holiday = holidayOn(date);
  const day = dayMonth(date, language);
  return holiday === undefined
    ? words.isWeekend(day, weekdayName(date, language))
    : words.isHoliday(day, holiday.words[language]);
}

/** Weeks ahead to look for a better day; the longest holiday season is shorter. */
const mostWeeksAhead = 9;

interface Around {
  /** The day that the session has. */
  readonly present: string | null;
  readonly today: LocalDate;
  readonly region: readonly RegionPeriod[];
}

/**
 * Of a weekend the Friday before or the Monday after; of a holiday the same weekday in the first week that is better. A
 * working day always, so that what is proposed is never refused in its turn.
 */
function betterDay(unfit: LocalDate, { present, today, region }: Around): LocalDate {
  const weeks = Array.from({ length: mostWeeksAhead }, (_, index) => unfit.add({ weeks: index + 1 }));
  const days = unfit.dayOfWeek > friday ? aroundWeekend(unfit) : weeks;
  const possible = days.filter(
    (day) => isWorkingDay(day) && isAfter(day, today) && day.toString() !== present && !isRed(day, region),
  );
  const isGood = (day: LocalDate): boolean => dateWarnings(day, region).every(({ severity }) => severity === 'tip');
  const isWeekend = unfit.dayOfWeek > friday;
  return (isWeekend ? possible[0] : possible.find(isGood)) ?? possible[0] ?? nextWorkingDay(unfit);
}

const friday = 5;

/** The nearest first: Friday of a Saturday, Monday of a Sunday; then the days beyond them. */
function aroundWeekend(day: LocalDate): readonly LocalDate[] {
  const before = day.subtract({ days: day.dayOfWeek - friday });
  const after = day.add({ days: 8 - day.dayOfWeek });
  const nearest = day.dayOfWeek === friday + 1 ? [before, after] : [after, before];
  const beyond = [1, 2, 3, 4].map((days) => after.add({ days }));
  return [...nearest, ...beyond];
}

function isRed(day: LocalDate, region: readonly RegionPeriod[]): boolean {
  return dateWarnings(day, region).some(({ severity }) => severity === 'red');
}

function todayOf({ tools, project }: Turn): LocalDate {
  return localDateOf(tools.clock.now(), project.timeZone);
}

/** A session without a time of day is a full day until somebody says otherwise. */
function timeOf({ id, startTime, endTime }: Session, { date, time }: Wish): NewTime & { readonly sessionId: string } {
  const start = startTime ?? '09:00';
  const end = endTime ?? '16:00';
  const begins = time !== undefined && isLocalTime(time) && time < end ? time : start;
  return { sessionId: id, date, startTime: begins, endTime: end };
}

function proposalFace(
  turn: Turn,
  session: Session,
  shown: MovePreview,
  notice?: string,
): ReturnType<typeof previewCard> {
  const { language } = turn;
  const words = wording[language].move;
  const now = session.date === null ? undefined : readLocalDate(session.date);
  const to = localDate(shown.to.date);
  const data = { project: turn.project.projectId, session: session.id };
  return previewCard(
    {
      title: words.title(session.number),
      ...(notice === undefined ? {} : { notice }),
      shown,
      body: [
        facts([
          [words.from, now === undefined ? wording[language].next.noDate : listDate(now, language)],
          [words.to, `${listDate(to, language)}, ${timeRange(shown.to.startTime, shown.to.endTime, language)}`],
        ]),
        ...shown.warnings.map((one) => warning(one.words[language])),
        ...shown.lines.slice(1).map((line) => text(line[language])),
      ],
      confirm: {
        title: words.confirm(dayMonth(to, language)),
        verb: 'session.proposeDate!confirm',
        data: { ...data, date: shown.to.date, time: shown.to.startTime },
      },
      ...(now === undefined
        ? {}
        : { others: [{ title: words.keep(dayMonth(now, language)), verb: 'session.proposeDate!keep', data }] }),
      url: turn.tabUrl('planning', { below: 'datum' }),
    },
    language,
  );
}

async function pressedSession(turn: Turn, pressed: CardAction): Promise<Session | null> {
  return sessionOf(turn.tools, turn.project, fieldOf(pressed, 'session'));
}

async function confirm(turn: Turn, pressed: CardAction): Promise<Reply> {
  const words = wording[turn.language];
  const session = await pressedSession(turn, pressed);
  const seen = seenOn(pressed);
  const day = readLocalDate(fieldOf(pressed, 'date'));
  if (session === null || seen === undefined || day === undefined) return say(words.stale);
  const wish = { date: day.toString(), time: fieldOf(pressed, 'time') };
  const moved = await moveSession(turn.tools, turn.actor, { ...timeOf(session, wish), confirm: seen });
  if (!moved.ok) {
    const why = sayIn(planRefusals[moved.reason], turn.language, moved.details);
    return moved.reason === 'previewChanged' ? proposal(turn, session, wish, why) : say(why);
  }
  const line = words.move.moved(listDate(day, turn.language));
  return showAll(
    resultCard(
      { title: words.move.title(session.number), lines: [line], url: turn.tabUrl('planning', { below: 'datum' }) },
      turn.language,
    ),
  );
}

export const moveButtons: readonly Button[] = [
  {
    verb: 'session.proposeDate!preview',
    shows: true,
    act: 'plan.edit',
    where: 'planning',
    async press(turn, pressed) {
      const session = await pressedSession(turn, pressed);
      const date = readLocalDate(fieldOf(pressed, 'date'));
      if (session === null || date === undefined) return say(wording[turn.language].stale);
      return proposal(turn, session, { date: date.toString() });
    },
  },
  { verb: 'session.proposeDate!confirm', act: 'plan.edit', where: 'planning', press: confirm },
  {
    verb: 'session.proposeDate!keep',
    act: 'plan.edit',
    where: 'planning',
    press: ({ language }) =>
      Promise.resolve(showAll(resultCard({ title: wording[language].move.kept, lines: [] }, language))),
  },
];
