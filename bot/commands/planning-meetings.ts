import { addMinutes, localDate, localDateOf } from '../../src/domain/local-date.ts';
import { capitalised, dayMonth, listDate, listText } from '../../src/domain/swedish-text.ts';
import { say as sayIn } from '../../src/domain/words.ts';
import { previewSeries, setSeries } from '../../src/features/meetings/series/actions.ts';
import { agendaNow } from '../../src/features/meetings/series/agenda/queries.ts';
import { seriesView } from '../../src/features/meetings/series/queries.ts';
import { seriesOrder } from '../../src/features/meetings/series/schema.ts';
import {
  seriesRefusals,
  type SeriesOrder,
  type SeriesPreview,
  type SeriesShown,
} from '../../src/features/meetings/series/types.ts';
import { may } from '../../src/domain/policy.ts';
import type { CardAction } from '../activities.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { bullets, subtle, text, warning, type CardPost, type Press } from '../cards/parts.ts';
import { agendaCard } from '../cards/planning-meeting.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { readSeries, type ToldSeries } from '../understand/series.ts';
import { seriesTalk } from '../wording/planning-meetings.ts';
import { wording } from '../wording.ts';
import { seenOn } from './seen.ts';

/** "Planeringsmöten varannan tisdag 9-10 till 1 mars" books a series after a yes; the word alone shows the one there is. */
export const planningMeetingsCommand: Command = {
  id: 'planningMeetings.set',
  act: 'plan.view',
  where: 'planning',
  utterances: {
    sv: ['planeringsmöten varannan tisdag 9-10 till 1 mars'],
    en: ['planning meetings every other Tuesday 9-10 until 1 March'],
  },
  ways: [
    '^^planeringsmoten|^^planeringsmotena|^^planeringsmote|^^planning_meetings|^^planning_meeting|^^boka_planeringsmoten',
    // More telling than the session or the day that is named beside it.
    'planeringsmote|planning_meeting + planeringsmote|planning_meeting + planeringsmote|planning_meeting',
    'planeringsgrupp|planning_group + =nar|=when|nasta|=next + traffas|=ses|=mote|=motet|=moten|=meet|=meets|=meeting',
  ],
  async run(turn) {
    const { language, tools, project } = turn;
    const words = seriesTalk[language];
    const today = localDateOf(tools.clock.now(), project.timeZone);
    const told = readSeries(turn.text, today);
    const view = await seriesView(tools, project);
    if (view === null) return say(wording[language].stale);
    if (told.rhythm === undefined && changes.test(turn.text))
      return say(view.series === null ? words.none : words.change);
    const isAsked = told.rhythm !== undefined || told.weekday !== undefined || told.startTime !== undefined;
    if (!isAsked) return view.series === null ? say(`${words.none} ${words.how}`) : show(shownCard(turn, view.series));
    if (!may(turn.actor.roles, 'notices.send')) return say(words.onlyLead);
    const missing = missingIn(told, turn);
    if (missing !== undefined) return say(`${words.lacks(missing)} ${words.how}`);
    const order = orderFrom(told, view.series, { today: today.toString(), venueId: turn.entities.venueIds[0] });
    return await preview(turn, order);
  },
};

const changes = /\b(flytta|ställ(?:a)? in|avboka|avsluta|ändra|byt|byta|move|cancel|change|end)(?![\p{L}])/iu;

function missingIn(told: ToldSeries, { language }: Turn): string | undefined {
  const words = seriesTalk[language];
  if (told.rhythm === undefined) return words.rhythm;
  if (told.weekday === undefined || told.weekday > 5) return words.weekday;
  if (told.startTime === undefined) return words.time;
  return told.until === undefined ? words.until : undefined;
}

/** What was said; what was not is as it stands, or as most groups have it. */
function orderFrom(
  told: ToldSeries,
  series: SeriesShown | null,
  { today, venueId }: { readonly today: string; readonly venueId: string | undefined },
): SeriesOrder {
  const before = series?.wish.place ?? { kind: 'teams' as const };
  const startTime = told.startTime ?? '09:00';
  const room = venueId === undefined ? before : { kind: 'room' as const, venueId };
  return {
    rhythm: told.rhythm ?? 'fortnight',
    weekday: told.weekday ?? 1,
    from: told.from ?? today,
    until: told.until ?? today,
    startTime,
    // Shown before anything is booked, as most such meetings are.
    endTime: told.endTime ?? addMinutes(startTime, 60),
    place: told.isTeams ? { kind: 'teams' } : room,
    agenda: series?.wish.agenda ?? 'dayBefore',
  };
}

async function preview(turn: Turn, order: SeriesOrder, notice?: string): Promise<Reply> {
  const { language } = turn;
  const previewed = await previewSeries(turn.tools, turn.actor, order);
  if (!previewed.ok) return say(sayIn(seriesRefusals[previewed.reason], language, previewed.details));
  return showAll(previewFace(turn, { order, seen: previewed.value, notice }));
}

function previewFace(
  turn: Turn,
  shown: { readonly order: SeriesOrder; readonly seen: SeriesPreview; readonly notice: string | undefined },
): CardPost {
  const { language, project } = turn;
  const words = seriesTalk[language];
  const { order, seen, notice } = shown;
  const out = seen.days.filter(({ leftOut }) => leftOut !== null);
  const isChange = seen.act === 'change';
  return previewCard(
    {
      title: words.title,
      shown: seen,
      ...(notice === undefined ? {} : { notice }),
      body: [
        text(`${capitalised(seen.when[language])}. ${seen.place[language]}.`),
        text(words.count(seen.days.length - out.length, seen.recipientCount)),
        ...(out.length === 0
          ? []
          : [
              subtle(
                words.leftOut(
                  listText(
                    out.map(
                      ({ date, leftOut }) => `${dayMonth(localDate(date), language)} (${leftOut?.[language] ?? ''})`,
                    ),
                    language,
                  ),
                ),
              ),
            ]),
        ...seen.days.flatMap(({ date, leftOut, sessionNumber }) =>
          leftOut === null && sessionNumber !== null
            ? [warning(words.sameDay(capitalised(dayMonth(localDate(date), language)), sessionNumber))]
            : [],
        ),
        ...seen.remarks.map((remark) => warning(remark[language])),
        text(words.question(seen.recipientCount, isChange)),
      ],
      confirm: {
        title: isChange ? words.confirmChange : words.confirm,
        verb: 'planningMeetings.set!confirm',
        data: { project: project.projectId, order },
      },
      texts: [{ title: seen.subject, text: seen.text }],
      url: turn.tabUrl('planning', { below: 'uppgifter' }),
    },
    language,
  );
}

function shownCard(turn: Turn, series: SeriesShown): CardPost {
  const { language, project, tabUrl } = turn;
  const words = seriesTalk[language];
  const { when, place, days, problem } = series;
  const [next, ...later] = days.filter(({ leftOut }) => leftOut === null).slice(0, 4);
  const agenda: Press[] =
    next === undefined
      ? []
      : [{ title: words.agenda, verb: 'planningMeetings.set!agenda', data: { project: project.projectId } }];
  return resultCard(
    {
      title: words.title,
      lines: [
        `${capitalised(when[language])}. ${place[language]}.`,
        ...(next === undefined ? [] : [words.next(listDate(localDate(next.date), language))]),
      ],
      body: [
        ...bullets(later.map(({ date }) => listDate(localDate(date), language))),
        ...(problem === 'gone' ? [warning(words.gone)] : []),
      ],
      actions: agenda,
      url: tabUrl('planning', { below: 'uppgifter' }),
    },
    language,
  );
}

async function confirm(turn: Turn, pressed: CardAction): Promise<Reply> {
  const { language } = turn;
  const seen = seenOn(pressed);
  const read = seriesOrder.safeParse(pressed.data['order']);
  if (seen === undefined || !read.success) return say(wording[language].stale);
  const set = await setSeries(turn.tools, turn.actor, { ...read.data, confirm: seen });
  if (!set.ok && set.reason === 'previewChanged')
    return await preview(turn, read.data, sayIn(seriesRefusals.previewChanged, language));
  if (!set.ok) return say(sayIn(seriesRefusals[set.reason], language, set.details));
  const words = seriesTalk[language];
  const url = turn.tabUrl('planning', { below: 'uppgifter' });
  const line = words.working(capitalised(set.value.when[language]));
  return showAll(resultCard({ title: words.title, lines: [line], url }, language));
}

async function agenda(turn: Turn): Promise<Reply> {
  const found = await agendaNow(turn.tools, turn.project);
  return found === null ? say(seriesTalk[turn.language].none) : showAll(agendaCard(found, turn.language));
}

export const planningMeetingsButtons: readonly Button[] = [
  { verb: 'planningMeetings.set!confirm', act: 'notices.send', where: 'planning', press: confirm },
  { verb: 'planningMeetings.set!agenda', shows: true, act: 'plan.view', where: 'planning', press: agenda },
];
