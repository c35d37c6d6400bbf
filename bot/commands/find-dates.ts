import { isoWeek, localDate } from '../../src/domain/local-date.ts';
import { dayMonth, listDate, timeRange } from '../../src/domain/swedish-text.ts';
import { say as sayIn } from '../../src/domain/words.ts';
import { pollView } from '../../src/features/date-polls/queries.ts';
import type { PollResult } from '../../src/features/date-polls/types.ts';
import { wishForm } from '../../src/features/planning/dates/finding/form/queries.ts';
import { foundDates } from '../../src/features/planning/dates/finding/queries.ts';
import type { DateWish, FoundProposal, FoundView } from '../../src/features/planning/dates/finding/types.ts';
import { confirmDates, previewDates } from '../../src/features/planning/dates/several/actions.ts';
import { newDates } from '../../src/features/planning/dates/several/schema.ts';
import type { DatesPreview, NewDate } from '../../src/features/planning/dates/several/types.ts';
import { venuesOf } from '../../src/features/planning/queries.ts';
import { planRefusals } from '../../src/features/planning/rules.ts';
import type { CardAction } from '../activities.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { bullets, card, facts, open, press, subtle, text, warning, type CardPost } from '../cards/parts.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { finding } from '../wording/finding.ts';
import { seenOn } from './seen.ts';

/** "Hitta datum": three proposals for the sessions without a day; each leads to the preview and yes of its dates. */
export const findDatesCommand: Command = {
  id: 'dates.find',
  act: 'plan.edit',
  where: 'planning',
  utterances: { sv: ['hitta datum'], en: ['find dates'] },
  ways: [
    'hitta|=sok|foresla|=find|suggest|propose + datum|=dates|=dagar|=days|tider',
    'vilka_datum|vilka_dagar|nar_kan_vi|which_dates|which_days|when_can_we + =traffas|passar|=ses|funkar|=meet|=suit|=work',
  ],
  async run(turn) {
    const words = finding[turn.language];
    const form = await wishForm(turn.tools, turn.project);
    if (form === null || form.wish.sessions.length === 0) return say(words.nothingToPlace);
    const found = await foundDates(turn.tools, turn.actor, form.wish);
    if (!found.ok) return say(sayIn(planRefusals[found.reason], turn.language, found.details));
    if (found.value.nothing !== null) return say(found.value.nothing[turn.language]);
    const venues = new Map((await venuesOf(turn.tools, turn.project)).map(({ id, name }) => [id, name]));
    const poll = (await pollView(turn.tools, turn.project))?.poll ?? null;
    return show(proposalsCard(turn, { wish: form.wish, found: found.value, venues, poll }));
  },
};

interface Proposed {
  readonly wish: DateWish;
  readonly found: FoundView;
  readonly venues: ReadonlyMap<string, string>;
  /** What has been answered to the latest question about dates. */
  readonly poll: PollResult | null;
}

function proposalsCard(turn: Turn, { wish, found, venues, poll }: Proposed): CardPost {
  const { language } = turn;
  const words = finding[language];
  return card({
    language,
    title: words.title,
    body: [
      ...pollLines(poll, turn),
      subtle(words.intro(dayYear(wish.from, turn), dayYear(wish.until, turn))),
      ...found.proposals.flatMap((proposal, index) => [
        text(`**${words.proposal(index + 1)}**`),
        ...bullets(linesOf(proposal, venues, turn)),
        subtle(summaryOf(proposal, turn)),
      ]),
    ],
    actions: [
      ...found.proposals.map((proposal, index) =>
        press({
          title: words.preview(index + 1),
          verb: 'dates.find!preview',
          data: { project: turn.project.projectId, dates: datesOf(proposal, found) },
        }),
      ),
      open(words.inTab, turn.tabUrl('planning', { below: 'hitta-datum' })),
    ],
  });
}

/** Counts alone, like the rest of the card. */
function pollLines(poll: PollResult | null, { language }: Turn): ReturnType<typeof text>[] {
  if (poll === null || poll.answered === 0) return [];
  const words = finding[language];
  const days = poll.results.map(({ date, names: { yes, ifNeeded, no } }) =>
    words.pollDay(listDate(localDate(date), language), yes.length, ifNeeded.length, no.length),
  );
  return [text(`**${words.poll(poll.answered, poll.asked)}**`), ...bullets(days)];
}

function dayYear(date: string, { language }: Turn): string {
  return `${dayMonth(localDate(date), language)} ${date.slice(0, 4)}`;
}

function linesOf({ dates }: FoundProposal, venues: ReadonlyMap<string, string>, { language }: Turn): readonly string[] {
  return dates.map(({ number, date, venueId }) => {
    const day = localDate(date);
    const venue = venueId === null ? null : (venues.get(venueId) ?? null);
    const session = wording[language].sessionName(number);
    return finding[language].date(session, listDate(day, language), isoWeek(day).week, venue);
  });
}

/** Counts and no names: everybody in the chat sees the card, and who is busy when is each one's own. */
function summaryOf({ present, counted, against }: FoundProposal, { language }: Turn): string {
  const words = finding[language];
  return [
    counted === 0 ? words.nobodyCounted : words.present(present, counted),
    ...(against === 0 ? [] : [words.against(against)]),
  ].join(' ');
}

function datesOf({ dates }: FoundProposal, { startTime, endTime }: FoundView): readonly NewDate[] {
  return dates.map(({ sessionId, date, venueId }) => ({ sessionId, date, venueId, startTime, endTime }));
}

function datesIn(pressed: CardAction): readonly NewDate[] | undefined {
  const read = newDates.safeParse({ dates: pressed.data['dates'] });
  return read.success ? read.data.dates : undefined;
}

async function preview(turn: Turn, dates: readonly NewDate[], notice?: string): Promise<Reply> {
  const seen = await previewDates(turn.tools, turn.actor, dates);
  if (!seen.ok) return say(sayIn(planRefusals[seen.reason], turn.language, seen.details));
  return showAll(previewFace(turn, dates, { seen: seen.value, notice }));
}

function previewFace(
  turn: Turn,
  dates: readonly NewDate[],
  { seen, notice }: { readonly seen: DatesPreview; readonly notice: string | undefined },
): CardPost {
  const { language } = turn;
  const words = finding[language];
  return previewCard(
    {
      title: words.confirmTitle,
      ...(notice === undefined ? {} : { notice }),
      shown: seen,
      body: [
        facts(
          seen.dates.map(({ number, to }) => [
            wording[language].sessionName(number),
            `${listDate(localDate(to.date), language)}, ${timeRange(to.startTime, to.endTime, language)}`,
          ]),
        ),
        ...seen.dates.flatMap(({ number, warnings }) =>
          warnings.map((one) => warning(`${wording[language].sessionName(number)}: ${one.words[language]}`)),
        ),
        ...[...new Set(seen.dates.flatMap(({ lines }) => lines.map((line) => line[language])))].map(text),
      ],
      confirm: {
        title: words.confirm,
        verb: 'dates.find!confirm',
        data: { project: turn.project.projectId, dates },
      },
      url: turn.tabUrl('planning', { below: 'hitta-datum' }),
      urlTitle: words.inTab,
    },
    language,
  );
}

async function confirm(turn: Turn, pressed: CardAction): Promise<Reply> {
  const words = finding[turn.language];
  const [dates, seen] = [datesIn(pressed), seenOn(pressed)];
  if (dates === undefined || seen === undefined) return say(wording[turn.language].stale);
  const set = await confirmDates(turn.tools, turn.actor, { dates, confirm: seen });
  if (!set.ok) {
    const why = sayIn(planRefusals[set.reason], turn.language, set.details);
    return set.reason === 'previewChanged' ? preview(turn, dates, why) : say(why);
  }
  const url = turn.tabUrl('planning', { below: 'datum' });
  return showAll(resultCard({ title: words.done(set.value.set), lines: [words.next], url }, turn.language));
}

export const findDatesButtons: readonly Button[] = [
  {
    verb: 'dates.find!preview',
    shows: true,
    act: 'plan.edit',
    where: 'planning',
    press: (turn, pressed) => {
      const dates = datesIn(pressed);
      return dates === undefined ? Promise.resolve(say(wording[turn.language].stale)) : preview(turn, dates);
    },
  },
  { verb: 'dates.find!confirm', act: 'plan.edit', where: 'planning', press: confirm },
];
