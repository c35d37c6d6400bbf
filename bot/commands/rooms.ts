import { say as sayIn } from '../../src/domain/words.ts';
import { confirmRooms, previewRooms } from '../../src/features/rooms/actions.ts';
import { roomsOf } from '../../src/features/rooms/queries.ts';
import {
  roomRefusals,
  type RoomChoice,
  type RoomPreviewLine,
  type RoomsPreview,
} from '../../src/features/rooms/types.ts';
import { sessionsOf } from '../../src/features/planning/queries.ts';
import { startFollowUp } from '../../src/features/conversations/actions.ts';
import type { Tools } from '../../src/tools.ts';
import type { CardAction } from '../activities.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { subtle, text, warning, write, type CardPost, type Press } from '../cards/parts.ts';
import { commandTitles } from '../command-ids.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { otherVenues, venuesFor } from './other-venues.ts';
import { summaryCard } from './rooms-summary.ts';
import { reasonField, wishData, wishesIn, type Reasons, type Wishes } from './rooms-wishes.ts';
import { choicesIn, longestReason, seenOn } from './seen.ts';
import { whichSession } from './which-session.ts';

/**
 * "Boka lokaler": per session the proposed venue, how it is asked, and what is wrong with it. A venue that something
 * speaks against waits for a reason (VEN-02); with one it comes into the next preview.
 */
export const roomsCommand: Command = {
  id: 'rooms.book',
  act: 'rooms.book',
  where: 'planning',
  utterances: { sv: ['boka lokaler'], en: ['book venues'] },
  ways: [
    'boka|bokning|=book|reserve|reservera + lokal|=rum|rummen|rummet|=room|rooms|venue|=sal|salar|@venue',
    '=byt|=byta|=byter|=andra|=change|fixa|=ordna|skaffa|hitta|=annan|=ny|=new|=another|=find|avboka|=cancel + lokal|=rum|=room|=venue|=sal|@venue',
    '=byt|=byta|=byter|=andra|=change|=ny|=new|avboka|=cancel + lokal|=rum|=room|=venue|=sal|=plats|=place + traff|session|@session|@venue',
    '=tar|=ta|=take|=hall|=hold|=kor + traff|session|@session + =i|=in|=pa|=at + @town|@venue + istallet|=ist|instead',
  ],
  run(turn) {
    const { venueIds, sessionIds, missingSession } = turn.entities;
    const [venue] = venueIds.length === 1 ? venueIds : [];
    if (venue !== undefined) return named(turn, venue);
    return sessionIds.length > 0 || missingSession !== null ? forSession(turn) : summary(turn);
  },
};

/** "Fixa lokal till träff 4": the venues of that session; what it has already is said first. */
async function forSession(turn: Turn): Promise<Reply> {
  const sessions = await sessionsOf(turn.tools, turn.project);
  const chosen = whichSession(turn, { sessions, usual: undefined, command: 'rooms.book' });
  return 'reply' in chosen ? chosen.reply : await venuesFor(turn, chosen.session.id, true);
}

/** "Boka Väsman till träff 2": that venue for that session, and nothing else. */
async function named(turn: Turn, venueId: string): Promise<Reply> {
  const sessions = await sessionsOf(turn.tools, turn.project);
  const chosen = whichSession(turn, { sessions, usual: undefined, command: 'rooms.book' });
  if ('reply' in chosen) return chosen.reply;
  const { id } = chosen.session;
  const shown = await proposal(turn, { swaps: new Map([[id, venueId]]), only: id });
  return shown.ok ? show(shown.face) : say(shown.why);
}

/** What is proposed, in a few lines; the bookings and mails come behind a button. */
async function summary(turn: Turn): Promise<Reply> {
  const { language, project } = turn;
  const looked = lookedOnce(turn.tools);
  const preview = await previewRooms(looked.tools, turn.actor);
  const rooms = await roomsOf(looked.tools, project, language);
  const isAllBooked = rooms?.sessions.some(({ isBookable, booking }) => isBookable && booking?.isCurrent === true);
  if (!preview.ok && preview.reason === 'nothingToBook' && isAllBooked === true)
    return say(wording[language].rooms.nothing);
  if (!preview.ok) return say(sayIn(roomRefusals[preview.reason], language, preview.details));
  const open = preview.value.lines.filter(({ how }) => how !== 'nothing');
  if (rooms === null || open.length === 0) return say(wording[language].rooms.nothing);
  const isBlind = looked.failed() && open.some(({ how }) => how === 'roomMailbox');
  const facts = { project: project.projectId, preview: preview.value, rooms, isBlind, url: turn.tabUrl('sessions') };
  return show(summaryCard(facts, language));
}

type Proposal = { readonly ok: true; readonly face: CardPost } | { readonly ok: false; readonly why: string };

interface Shown {
  /** What the yes would do; undefined while every venue waits for a reason. */
  readonly part: RoomsPreview | undefined;
  readonly held: readonly RoomPreviewLine[];
  readonly wishes: Wishes;
  readonly reasons: Reasons;
  /** Some room's calendar could not be seen, so that it may turn out to be taken. */
  readonly isBlind: boolean;
  readonly notice: string | undefined;
}

/** Leaves out the sessions whose venue needs a reason and has none, and previews the rest. */
async function proposal(turn: Turn, wishes: Wishes = {}, notice?: string): Promise<Proposal> {
  const { language } = turn;
  const { reasons = new Map<string, string>() } = wishes;
  const looked = lookedOnce(turn.tools);
  const all = await previewWished(looked.tools, turn, wishes);
  if (!all.ok) return { ok: false, why: sayIn(roomRefusals[all.reason], language, all.details) };
  const open = all.value.lines.filter(({ how }) => how !== 'nothing');
  if (open.length === 0) return { ok: false, why: wording[language].rooms.nothing };
  const held = open.filter(({ needsReason, sessionId }) => needsReason && !reasons.has(sessionId));
  const chosen = open.filter((line) => !held.includes(line)).map((line) => choiceOf(line, reasons));
  const part = chosen.length === 0 ? undefined : await previewRooms(looked.tools, turn.actor, chosen);
  if (part?.ok === false) return { ok: false, why: sayIn(roomRefusals[part.reason], language, part.details) };
  const isBlind = looked.failed() && open.some(({ how }) => how === 'roomMailbox');
  return { ok: true, face: faceOf(turn, { part: part?.value, held, wishes, reasons, isBlind, notice }) };
}

/** The proposal with the venues that somebody has chosen instead; of one session alone when only that is asked about. */
async function previewWished(tools: Tools, { actor }: Turn, { swaps = new Map(), only }: Wishes) {
  const venueId = only === undefined ? undefined : swaps.get(only);
  if (only !== undefined && venueId !== undefined) return previewRooms(tools, actor, [{ sessionId: only, venueId }]);
  const proposed = await previewRooms(tools, actor);
  if (!proposed.ok || swaps.size === 0) return proposed;
  const chosen = proposed.value.choices.map((choice) => ({
    ...choice,
    venueId: swaps.get(choice.sessionId) ?? choice.venueId,
  }));
  return previewRooms(tools, actor, chosen);
}

function choiceOf({ sessionId, venueId }: RoomPreviewLine, reasons: Reasons): RoomChoice {
  const overrideReason = reasons.get(sessionId);
  return overrideReason === undefined ? { sessionId, venueId } : { sessionId, venueId, overrideReason };
}

/** One look at the rooms' calendars for all previews of an answer, and whether it came to nothing. */
function lookedOnce(tools: Tools): { readonly tools: Tools; readonly failed: () => boolean } {
  let look: ReturnType<Tools['rooms']['busy']> | undefined;
  let hasFailed = false;
  const busy: Tools['rooms']['busy'] = (asked) => {
    look ??= tools.rooms.busy(asked).catch((cause: unknown) => {
      hasFailed = true;
      throw cause;
    });
    return look;
  };
  return { tools: { ...tools, rooms: { ...tools.rooms, busy } }, failed: () => hasFailed };
}

function faceOf(turn: Turn, shown: Shown): CardPost {
  const { language } = turn;
  const words = wording[language].rooms;
  const { part, held, isBlind, notice } = shown;
  const title = commandTitles['rooms.book'][language];
  const waiting = held.length === 0 ? [] : [text(words.needsReason), ...held.flatMap((line) => asking(line, turn))];
  const blind = isBlind ? [warning(words.unseen)] : [];
  const more = held.length === 0 ? [] : [reasonsButton(turn, shown)];
  const url = turn.tabUrl('planning', { below: 'lokaler' });
  if (part === undefined)
    return resultCard(
      { title, lines: notice === undefined ? [] : [notice], body: [...blind, ...waiting], actions: more, url },
      language,
    );
  const asked = part.lines.filter(({ how }) => how !== 'nothing');
  const rooms = asked.filter(({ how }) => how === 'roomMailbox').length;
  return previewCard(
    {
      title,
      shown: part,
      ...(notice === undefined ? {} : { notice }),
      body: [
        ...blind,
        ...asked.flatMap((line) => told(line, turn, shown.reasons)),
        text(words.question(rooms, part.mails.length)),
        ...waiting,
      ],
      confirm: {
        title: words.confirm(asked.length),
        verb: 'rooms.book!confirm',
        // So that a reason written in the card is not lost when this button is pressed instead of the other.
        withInputs: held.length > 0,
        data: {
          project: turn.project.projectId,
          choices: part.choices,
          ...wishData({ only: shown.wishes.only }),
        },
      },
      others: more,
      texts: part.mails.map((mail) => ({ title: mail.subject, text: mail.text })),
      url,
    },
    language,
  );
}

function told(line: RoomPreviewLine, { language }: Turn, reasons: Reasons): ReturnType<typeof text>[] {
  const reason = reasons.get(line.sessionId);
  const why = reason === undefined ? [] : [subtle(wording[language].rooms.reason(reason))];
  return [text(line.text), ...line.warnings.map(warning), ...why];
}

function asking(line: RoomPreviewLine, turn: Turn): (ReturnType<typeof text> | ReturnType<typeof write>)[] {
  const words = wording[turn.language];
  return [
    ...told(line, turn, new Map()),
    write({
      id: `${reasonField}${line.sessionId}`,
      label: words.rooms.reasonLabel(line.number),
      example: words.rooms.reasonExample,
      longest: longestReason,
      errorMessage: words.evaluation.tooLong(longestReason),
    }),
  ];
}

/** Keeps the reasons and venues that were given before, and brings the new ones. */
function reasonsButton(turn: Turn, { wishes }: Shown): Press {
  return {
    title: wording[turn.language].rooms.withReasons,
    verb: 'rooms.book!reasons',
    withInputs: true,
    data: { project: turn.project.projectId, ...wishData(wishes) },
  };
}

async function previewWithReasons(turn: Turn, pressed: CardAction): Promise<Reply> {
  if (wishesIn(pressed).reasons.size === 0) return say(wording[turn.language].rooms.noReason);
  return previewPressed(turn, pressed);
}

async function previewPressed(turn: Turn, pressed: CardAction): Promise<Reply> {
  const shown = await proposal(turn, wishesIn(pressed));
  return shown.ok ? showAll(shown.face) : say(shown.why);
}

async function previewAgain(turn: Turn, wishes: Wishes, why: string): Promise<Reply> {
  const again = await proposal(turn, wishes, why);
  return showAll(again.ok ? again.face : resultCard({ title: again.why, lines: [] }, turn.language));
}

async function book(turn: Turn, pressed: CardAction): Promise<Reply> {
  const { language } = turn;
  const seen = seenOn(pressed);
  const choices = choicesIn(pressed);
  const words = wording[language];
  if (seen === undefined || choices === undefined) return say(words.stale);
  const given = new Map(
    choices.flatMap(({ sessionId, overrideReason }) =>
      overrideReason === undefined ? [] : [[sessionId, overrideReason] as const],
    ),
  );
  const swaps = new Map(choices.map(({ sessionId, venueId }) => [sessionId, venueId]));
  const { reasons: written, only } = wishesIn(pressed);
  if (written.size > 0)
    return previewAgain(turn, { reasons: new Map([...given, ...written]), swaps, only }, words.rooms.reasonsRead);
  const confirmed = await confirmRooms(turn.tools, turn.actor, { ...seen, choices });
  if (!confirmed.ok) {
    const why = sayIn(roomRefusals[confirmed.reason], language, confirmed.details);
    if (confirmed.reason !== 'previewChanged' && confirmed.reason !== 'reasonNeeded') return say(why);
    return previewAgain(turn, { reasons: given, swaps, only }, why);
  }
  await startFollowUp(turn.tools, {
    tenantId: turn.project.tenantId,
    projectId: turn.project.projectId,
    conversationId: turn.place.threadId,
    activityId: pressed.cardId,
    what: 'rooms.book',
    details: { sessions: choices.map(({ sessionId }) => sessionId), language },
  });
  const title = commandTitles['rooms.book'][language];
  return showAll(
    resultCard({ title, lines: [words.rooms.working], url: turn.tabUrl('planning', { below: 'lokaler' }) }, language),
  );
}

export const roomsButtons: readonly Button[] = [
  { verb: 'rooms.book!preview', shows: true, act: 'rooms.book', where: 'planning', press: previewPressed },
  { verb: 'rooms.book!other', shows: true, act: 'rooms.book', where: 'planning', press: otherVenues },
  { verb: 'rooms.book!reasons', shows: true, act: 'rooms.book', where: 'planning', press: previewWithReasons },
  { verb: 'rooms.book!confirm', act: 'rooms.book', where: 'planning', press: book },
];
