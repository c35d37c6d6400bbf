import { listText } from '../../src/domain/swedish-text.ts';
import type { Language } from '../../src/domain/words.ts';
import type { RoomPreviewLine, RoomsPreview, RoomSession, RoomsView } from '../../src/features/rooms/types.ts';
import { resultCard } from '../cards/confirm.ts';
import { text, warning, type CardPost, type Press } from '../cards/parts.ts';
import { commandTitles } from '../command-ids.ts';
import { shortName } from '../understand/entities.ts';
import { wording } from '../wording.ts';

type Option = RoomSession['options'][number];

/** Buttons for another venue; more would not fit on the card. */
const mostOthers = 3;

/**
 * The proposal in a few lines: which room is free, who is mailed, and what speaks against a venue. The bookings and
 * mails themselves come behind the first button.
 */
export function summaryCard(
  shown: {
    readonly project: string;
    readonly preview: RoomsPreview;
    readonly rooms: RoomsView;
    /** The rooms' calendars could not be seen. */
    readonly isBlind: boolean;
    readonly url: string;
  },
  language: Language,
): CardPost {
  const words = wording[language].rooms;
  const open = shown.preview.lines.filter(({ how }) => how !== 'nothing');
  const asked = open.filter(({ how }) => how === 'roomMailbox');
  const mailed = open.filter(({ how }) => how === 'mail').map(({ number }) => number);
  const remarks = open.map((line) => ({ line, text: remarkOf(line, shown.rooms, language) }));
  const against = remarks.filter((one) => one.text !== '');
  const lines = [
    ...asked.map((line) => roomLine(line, shown.rooms, language)),
    ...(mailed.length === 0 ? [] : [words.noCalendar(numbersText(mailed, language), mailed.length)]),
  ];
  const others = against.slice(0, mostOthers).map(({ line }): Press => ({
    title: words.otherVenue(line.number),
    verb: 'rooms.book!other',
    data: { project: shown.project, session: line.sessionId },
  }));
  const again = { verb: 'rooms.book!preview', data: { project: shown.project } };
  return resultCard(
    {
      title: commandTitles['rooms.book'][language],
      lines: [lines.join(' ')],
      body: [...(shown.isBlind ? [warning(words.unseen)] : []), ...against.map((one) => text(one.text))],
      asks: { kind: 'offer', ...again },
      actions: [{ title: words.see(asked.length, mailed.length), ...again }, ...others],
      url: shown.url,
    },
    language,
  );
}

function optionOf({ sessionId, venueId }: RoomPreviewLine, { sessions }: RoomsView): Option | undefined {
  return sessions.find((one) => one.sessionId === sessionId)?.options.find((option) => option.venueId === venueId);
}

/** "Träff 1: Siljan är ledig och rymmer 45." */
function roomLine(line: RoomPreviewLine, rooms: RoomsView, language: Language): string {
  const words = wording[language].rooms;
  const option = optionOf(line, rooms);
  const name = shortName(line.venueName);
  const state =
    option?.availability === 'busy' ? words.busy : option?.availability === 'unknown' ? words.unknown : words.free;
  const seats = option?.capacity ?? null;
  return words.room(line.number, `${name} ${state}`, seats);
}

/** "Obs: Runn rymmer 36, ni är 38." Empty when nothing speaks against it. */
function remarkOf(line: RoomPreviewLine, rooms: RoomsView, language: Language): string {
  const words = wording[language].rooms;
  const option = optionOf(line, rooms);
  const need = rooms.sessions.find(({ sessionId }) => sessionId === line.sessionId)?.need.total ?? 0;
  const isSmall = option?.isTooSmall === true && option.capacity !== null;
  if (isSmall && option.warnings.length === 1)
    return words.tooSmall(line.number, shortName(line.venueName), option.capacity, need);
  return line.warnings.length === 0 ? '' : words.remark(line.number, line.warnings.join(' '));
}

/** "2–4", "1 och 3". */
export function numbersText(numbers: readonly number[], language: Language): string {
  const [first, ...rest] = numbers;
  const last = rest.at(-1);
  const isRow = numbers.every((number, index) => number === (first ?? 0) + index);
  if (first !== undefined && last !== undefined && rest.length > 1 && isRow) return `${first}–${last}`;
  return listText(numbers.map(String), language);
}
