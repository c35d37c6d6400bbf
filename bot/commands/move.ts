import { dateWarnings } from '../../src/domain/date-warnings.ts';
import { localDate, readLocalDate, type LocalDate } from '../../src/domain/local-date.ts';
import { dayMonth, listDate, timeRange } from '../../src/domain/swedish-text.ts';
import type { DateCandidate } from '../../src/domain/spoken-date.ts';
import { say as sayIn } from '../../src/domain/words.ts';
import { moveSession, previewMove } from '../../src/features/planning/dates/actions.ts';
import { sessionOf, sessionsOf } from '../../src/features/planning/queries.ts';
import { planRefusals } from '../../src/features/planning/rules.ts';
import type { MovePreview, Session } from '../../src/features/planning/types.ts';
import type { CardAction } from '../activities.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { facts, text, warning } from '../cards/parts.ts';
import { whichCard } from '../cards/plain.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { fieldOf, seenOn } from './seen.ts';
import { whichSession } from './which-session.ts';

/** "Flytta träff 3 till 20 januari": what speaks against the day, who is told, and then a yes. */
export const moveCommand: Command = {
  id: 'session.proposeDate',
  act: 'plan.edit',
  where: 'planning',
  utterances: { sv: ['flytta träff 3 till 20 januari'], en: ['move session 3 to 20 January'] },
  ways: [
    'flytta|=byt|skjut|=move|reschedule + traff|session|meeting|motet|=mote|@date|@session',
    'kan_vi_ta|can_we_do|can_we_take|istallet|=ist|instead|byta_till|funkar|passar + @date',
  ],
  async run(turn) {
    const words = wording[turn.language].move;
    const sessions = await sessionsOf(turn.tools, turn.project);
    const chosen = whichSession(turn, { sessions, usual: undefined, command: 'session.proposeDate' });
    if ('reply' in chosen) return chosen.reply;
    const { dates } = turn.entities;
    const days = dates.filter(isDay);
    const [day] = days;
    if (day === undefined)
      return say(words.whichDate, {
        kind: 'which',
        command: 'session.proposeDate',
        text: `${turn.text} ${wording[turn.language].sessionName(chosen.session.number)}`,
      });
    if (days.length > 1) return show(whichDayCard(turn, chosen.session, days));
    if (day.weekdayDiffers) return say(`${words.weekdayDiffers} ${words.whichDate}`);
    return proposal(turn, chosen.session, day.date.toString());
  },
};

type Day = Extract<DateCandidate, { kind: 'day' }>;

function isDay(candidate: DateCandidate): candidate is Day {
  return candidate.kind === 'day';
}

function whichDayCard(turn: Turn, session: Session, days: readonly Day[]): ReturnType<typeof whichCard> {
  const { language, project } = turn;
  return whichCard(
    {
      question: wording[language].move.several,
      choices: days.map(({ date }) => ({
        title: listDate(date, language),
        verb: 'session.proposeDate!preview',
        data: { project: project.projectId, session: session.id, date: date.toString() },
      })),
    },
    language,
  );
}

async function proposal(turn: Turn, session: Session, date: string, notice?: string): Promise<Reply> {
  const wish = timeOf(session, date);
  const previewed = await previewMove(turn.tools, turn.actor, wish);
  if (!previewed.ok) return say(sayIn(planRefusals[previewed.reason], turn.language, previewed.details));
  const isFree = previewed.value.warnings.some(({ severity }) => severity === 'red');
  return showAll(
    isFree ? otherDayFace(turn, session, previewed.value) : proposalFace(turn, session, previewed.value, notice),
  );
}

/** Nobody works that day: says why, and proposes the same weekday in the first week that is better. */
function otherDayFace(turn: Turn, session: Session, shown: MovePreview): ReturnType<typeof whichCard> {
  const { language } = turn;
  const words = wording[language].move;
  const better = betterDay(localDate(shown.to.date), session.date);
  const why = shown.warnings.filter(({ severity }) => severity === 'red').map((one) => one.words[language]);
  const data = { project: turn.project.projectId, session: session.id };
  const now = session.date === null ? undefined : readLocalDate(session.date);
  return whichCard(
    {
      question: words.title(session.number),
      lines: [...why, words.meant(listDate(better, language))],
      choices: [
        {
          title: words.previewDay(dayMonth(better, language)),
          verb: 'session.proposeDate!preview',
          data: { ...data, date: better.toString() },
        },
        ...(now === undefined
          ? []
          : [{ title: words.keep(dayMonth(now, language)), verb: 'session.proposeDate!keep', data }]),
      ],
    },
    language,
  );
}

/** Weeks ahead to look for a better day; the longest holiday season is shorter. */
const mostWeeksAhead = 9;

function betterDay(unfit: LocalDate, present: string | null): LocalDate {
  for (let weeks = 1; weeks <= mostWeeksAhead; weeks += 1) {
    const day = unfit.add({ weeks });
    if (day.toString() !== present && dateWarnings(day).every(({ severity }) => severity === 'tip')) return day;
  }
  return unfit.add({ weeks: mostWeeksAhead });
}

/** A session without a time of day is a full day until somebody says otherwise. */
function timeOf(
  { id, startTime, endTime }: Session,
  date: string,
): { sessionId: string; date: string; startTime: string; endTime: string } {
  return { sessionId: id, date, startTime: startTime ?? '09:00', endTime: endTime ?? '16:00' };
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
        data: { ...data, date: shown.to.date },
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
  const moved = await moveSession(turn.tools, turn.actor, { ...timeOf(session, day.toString()), confirm: seen });
  if (!moved.ok) {
    const why = sayIn(planRefusals[moved.reason], turn.language, moved.details);
    return moved.reason === 'previewChanged' ? proposal(turn, session, day.toString(), why) : say(why);
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
      return proposal(turn, session, date.toString());
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
