import { Temporal } from 'temporal-polyfill';
import { localDateOf } from '../../../domain/local-date.ts';
import { warningWords, type Participant, type ParticipantList } from '../types.ts';

/** One column of the list that leaves the tool. */
export interface Column {
  readonly title: string;
  /** Characters, for spreadsheets. */
  readonly width: number;
  value(participant: Participant): string;
}

const states: Readonly<Record<Participant['state'], string>> = {
  confirmed: 'Anmäld',
  waitingList: 'Väntelista',
  lateRequest: 'Sen anmälan',
  cancelled: 'Avanmäld',
  declined: 'Nekad',
};

const answers = { none: '', accepted: 'Kommer', declined: 'Kan inte', tentativelyAccepted: 'Kanske' } as const;

/** `participants`: what the participants may see of each other (LST-01) · `lead`: the content lead's own list. */
export type ListKind = 'participants' | 'lead';

/** Never anything dietary; in the participants' list the telephone number of those who have chosen to show it. */
export function columnsOf(kind: ListKind, sessions: ParticipantList['sessions'], zone: string): readonly Column[] {
  const open: readonly Column[] = [
    { title: 'Efternamn', width: 22, value: ({ familyName }) => familyName },
    { title: 'Förnamn', width: 18, value: ({ givenName }) => givenName },
    { title: 'Befattning', width: 32, value: ({ title }) => title },
    { title: 'Organisation', width: 26, value: ({ organisation }) => organisation },
    { title: 'E-post', width: 40, value: ({ email }) => email },
  ];
  const shared: Column = { title: 'Telefon', width: 16, value: ({ sharedPhone }) => sharedPhone ?? '' };
  if (kind === 'participants') return [...open, shared];
  return [
    ...open,
    { title: 'Telefon', width: 16, value: ({ phone }) => phone ?? '' },
    { title: 'Läge', width: 14, value: ({ state }) => states[state] },
    {
      title: 'Anmäld',
      width: 12,
      value: ({ registeredAt }) => localDateOf(Temporal.Instant.from(registeredAt), zone).toString(),
    },
    ...sessions.flatMap((session) => sessionColumns(session)),
    {
      title: 'Att titta på',
      width: 40,
      value: ({ warnings }) => warnings.map((one) => warningWords[one].sv).join(' '),
    },
  ];
}

function sessionColumns({ id, number, date }: ParticipantList['sessions'][number]): readonly Column[] {
  const of = (participant: Participant) => participant.sessions.find(({ sessionId }) => sessionId === id);
  const day = date === null ? '' : ` ${date}`;
  return [
    { title: `Träff ${number}${day}: svar`, width: 14, value: (one) => answers[of(one)?.answer ?? 'none'] },
    {
      title: `Träff ${number}${day}: närvaro`,
      width: 14,
      value: (one) => {
        const attended = of(one)?.attended ?? null;
        return attended === null ? '' : attended ? 'Ja' : 'Nej';
      },
    },
  ];
}

/** Who is in a list: the participants' own has the confirmed only. Already in Swedish order of family names. */
export function rowsOf(
  kind: ListKind,
  { participants }: Pick<ParticipantList, 'participants'>,
): readonly Participant[] {
  return kind === 'lead' ? participants : participants.filter(({ state }) => state === 'confirmed');
}

/** semicolons and a byte order mark, because Swedish Excel reads UTF-8 with commas as one column of garbage. */
export function csvText(columns: readonly Column[], participants: readonly Participant[]): string {
  const lines = [
    columns.map(({ title }) => title),
    ...participants.map((one) => columns.map(({ value }) => value(one))),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is run by spreadsheets; an apostrophe makes it text again. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text.trimStart()) ? `'${text}` : text;
}

function csvCell(text: string): string {
  return `"${harmless(text).replaceAll('"', '""')}"`;
}
