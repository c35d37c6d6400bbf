import { say as sayIn } from '../../src/domain/words.ts';
import { confirmRooms, previewRooms } from '../../src/features/rooms/actions.ts';
import { roomRefusals, type RoomChoice, type RoomsPreview } from '../../src/features/rooms/types.ts';
import { startFollowUp } from '../../src/features/conversations/actions.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { text, warning } from '../cards/parts.ts';
import { commandTitles } from '../command-ids.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { choicesIn, seenOn } from './seen.ts';

/**
 * "Boka lokaler": per session the proposed venue, how it is asked, and what is wrong with it. Where something stands
 * in the way, the venue is chosen in the tab with a reason; here only what needs none is booked.
 */
export const roomsCommand: Command = {
  id: 'rooms.book',
  act: 'rooms.book',
  where: 'planning',
  utterances: { sv: ['boka lokaler'], en: ['book venues'] },
  ways: ['boka|bokning|=book|reserve|reservera + lokal|=rum|rummen|rummet|=room|rooms|venue|=sal|salar'],
  async run(turn) {
    const preview = await proposal(turn);
    return preview.ok ? show(preview.face) : say(preview.why);
  },
};

type Proposal =
  { readonly ok: true; readonly face: ReturnType<typeof previewCard> } | { readonly ok: false; readonly why: string };

/** Leaves out the sessions whose venue needs a reason, and previews the rest. */
async function proposal(turn: Turn, notice?: string): Promise<Proposal> {
  const all = await previewRooms(turn.tools, turn.actor);
  if (!all.ok) return { ok: false, why: sayIn(roomRefusals[all.reason], turn.language, all.details) };
  const open = all.value.lines.filter(({ how }) => how !== 'nothing');
  if (open.length === 0) return { ok: false, why: wording[turn.language].rooms.nothing };
  const held = new Set(open.filter(({ needsReason }) => needsReason).map(({ sessionId }) => sessionId));
  const chosen = new Set(open.map(({ sessionId }) => sessionId).filter((id) => !held.has(id)));
  if (chosen.size === 0) return { ok: true, face: heldFace(turn, all.value) };
  const choices = all.value.choices.filter(({ sessionId }) => chosen.has(sessionId));
  const part = await previewRooms(turn.tools, turn.actor, choices);
  if (!part.ok) return { ok: false, why: sayIn(roomRefusals[part.reason], turn.language, part.details) };
  return { ok: true, face: proposalFace(turn, { all: all.value, part: part.value }, notice) };
}

function proposalFace(
  turn: Turn,
  { all, part }: { readonly all: RoomsPreview; readonly part: RoomsPreview },
  notice?: string,
): ReturnType<typeof previewCard> {
  const words = wording[turn.language].rooms;
  const held = all.lines.filter(({ needsReason }) => needsReason);
  const rooms = part.lines.filter(({ how }) => how === 'roomMailbox').length;
  const mails = part.lines.filter(({ how }) => how === 'mail').length;
  return previewCard(
    {
      title: commandTitles['rooms.book'][turn.language],
      shown: part,
      ...(notice === undefined ? {} : { notice }),
      body: [
        ...lines(part.lines),
        text(words.question(rooms, mails)),
        ...(held.length === 0 ? [] : [text(words.needsReason), ...lines(held)]),
      ],
      confirm: {
        title: words.confirm(rooms + mails),
        verb: 'rooms.book!confirm',
        data: { project: turn.project.projectId, choices: part.choices.map(plainChoice) },
      },
      url: turn.tabUrl('sessions'),
    },
    turn.language,
  );
}

/** Every venue needs a reason: that is written in the tab. */
function heldFace(turn: Turn, all: RoomsPreview): ReturnType<typeof resultCard> {
  const words = wording[turn.language].rooms;
  const shown = all.lines.filter(({ how }) => how !== 'nothing');
  return resultCard(
    {
      title: commandTitles['rooms.book'][turn.language],
      lines: [...shown.flatMap((line) => [line.text, ...line.warnings.map((one) => `⚠ ${one}`)]), words.needsReason],
      url: turn.tabUrl('sessions'),
    },
    turn.language,
  );
}

function lines(shown: RoomsPreview['lines']): ReturnType<typeof text>[] {
  return shown
    .filter(({ how }) => how !== 'nothing')
    .flatMap((line) => [text(line.text), ...line.warnings.map(warning)]);
}

function plainChoice({ sessionId, venueId }: RoomChoice): { sessionId: string; venueId: string } {
  return { sessionId, venueId };
}

export const roomsButtons: readonly Button[] = [
  {
    verb: 'rooms.book!confirm',
    act: 'rooms.book',
    where: 'planning',
    async press(turn, pressed): Promise<Reply> {
      const seen = seenOn(pressed);
      const choices = choicesIn(pressed);
      const words = wording[turn.language];
      if (seen === undefined || choices === undefined) return say(words.stale);
      const confirmed = await confirmRooms(turn.tools, turn.actor, { ...seen, choices });
      if (!confirmed.ok) {
        const why = sayIn(roomRefusals[confirmed.reason], turn.language, confirmed.details);
        if (confirmed.reason !== 'previewChanged' && confirmed.reason !== 'reasonNeeded') return say(why);
        const again = await proposal(turn, why);
        return again.ok ? showAll(again.face) : showAll(resultCard({ title: again.why, lines: [] }, turn.language));
      }
      await startFollowUp(turn.tools, {
        tenantId: turn.project.tenantId,
        projectId: turn.project.projectId,
        conversationId: turn.place.threadId,
        activityId: pressed.cardId,
        what: 'rooms.book',
        details: { sessions: choices.map(({ sessionId }) => sessionId), language: turn.language },
      });
      return showAll(
        resultCard(
          {
            title: commandTitles['rooms.book'][turn.language],
            lines: [words.rooms.working],
            url: turn.tabUrl('sessions'),
          },
          turn.language,
        ),
      );
    },
  },
];
