import type { FarEvent, FarFile, FarMail, FarPost, FarState } from './far-views.ts';
import { participantsNow, type Life } from './life.ts';

/**
 * How everything stands when a life has ended, in lines that two lives can be compared by. Left out is what may differ
 * between two that went equally well: ids, personal links, moments, and how often a post stands.
 */
export interface EndState {
  /** Mailbox and folder → what lies there, each line with its number. */
  readonly mailboxes: Readonly<Record<string, readonly string[]>>;
  readonly calendars: Readonly<Record<string, readonly string[]>>;
  /** Conversation → what the bot has said there, each once and as it stands at last. */
  readonly chats: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly string[];
  readonly participants: readonly string[];
  readonly evaluations: readonly string[];
  /** What went out, by kind and how it ended. */
  readonly notices: readonly string[];
}

export async function readEndState(life: Life): Promise<EndState> {
  const { web, lead, api } = life;
  const mails = await web.sandbox<readonly FarMail[]>('mails');
  const { notices } = await lead.get<{ notices: readonly Notice[] }>(`${api}/notices`);
  const channels = await web.sandbox<readonly { name: string; files: readonly FarFile[] }[]>('files');
  const people = await participantsNow(life);
  return {
    mailboxes: mailboxesOf(mails),
    calendars: await calendarsOf(life, [...new Set(mails.map(({ mailbox }) => mailbox))]),
    chats: await chatsOf(life),
    files: channels.flatMap(({ name, files }) => files.map((file) => `${name}: ${file.name} ${file.size}`)).toSorted(),
    participants: people
      .map(
        ({ email, state, sessions }) =>
          `${email} ${state} ${sessions.map(({ answer, attended }) => `${answer} ${attended}`).join(', ')}`,
      )
      .toSorted(),
    evaluations: await Promise.all(
      life.script.sessions.map(async ({ id }) =>
        withoutMoments(leaves(await lead.get<unknown>(`${api}/evaluations/${id}`)).join(' ')),
      ),
    ),
    notices: counted(notices.map(({ kind, state }) => `${kind} ${state}`)),
  };
}

interface Notice {
  readonly kind: string;
  readonly state: string;
}

/** Lines that stand in one of the two alone. */
export function differencesBetween(one: EndState, other: EndState): string[] {
  const lines = (state: EndState): string[] =>
    Object.entries(state).flatMap(([part, value]: [string, EndState[keyof EndState]]) =>
      isList(value)
        ? value.map((line) => `${part}: ${line}`)
        : Object.entries(value).flatMap(([name, list]) => list.map((line) => `${part} ${name}: ${line}`)),
    );
  const [ours, theirs] = [lines(one), lines(other)];
  return [
    ...ours.filter((line) => !theirs.includes(line)).map((line) => `- ${line}`),
    ...theirs.filter((line) => !ours.includes(line)).map((line) => `+ ${line}`),
  ];
}

// Array.isArray does not narrow a readonly array.
const isList = (value: EndState[keyof EndState]): value is readonly string[] => Array.isArray(value);

function mailboxesOf(mails: readonly FarMail[]): EndState['mailboxes'] {
  const boxes = Map.groupBy(mails, ({ mailbox, folder }) => `${mailbox} ${folder}`);
  return Object.fromEntries(
    [...boxes]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, lying]) => [
        name,
        counted(
          lying.map(({ kind, subject, body, meeting }) => {
            const about = meeting === null ? '' : `${meeting.method} ${meeting.startMs}`;
            return `${kind} ${about} ${subject} | ${withoutLots(textOf(body))}`;
          }),
        ),
      ]),
  );
}

/** Answers are shown five at a time, drawn by lot: how many of them were glad is another in each life. */
function withoutLots(text: string): string {
  return text.replace(/\d+ (av|of) \d+ (?=har ganska stor|find the day)/, '… $1 … ');
}

async function calendarsOf({ web }: Life, mailboxes: readonly string[]): Promise<EndState['calendars']> {
  const calendars = await Promise.all(
    mailboxes.toSorted().map(async (mailbox) => {
      const events = await web.sandbox<readonly FarEvent[]>(`calendar?address=${encodeURIComponent(mailbox)}`);
      return [mailbox, counted(events.map(eventLine))] as const;
    }),
  );
  return Object.fromEntries(calendars);
}

function eventLine({ subject, startMs, endMs, isCancelled, attendees }: FarEvent): string {
  const people = attendees.map(({ address, type, response }) => `${address} ${type} ${response}`).toSorted();
  return [subject, startMs, endMs, isCancelled ? 'cancelled' : 'live', ...people].join(' · ');
}

async function chatsOf({ web }: Life): Promise<EndState['chats']> {
  const { conversations } = await web.sandbox<FarState>('state');
  const said = await Promise.all(
    conversations.map(async ({ id, memberIds }) => {
      const posts = await web.sandbox<readonly FarPost[]>(
        `chat?conversation=${encodeURIComponent(id)}&oid=${memberIds[0] ?? ''}`,
      );
      const own = posts.filter(({ from }) => from === 'bot');
      // A post whose answer was lost stands twice, and only the later one is known to us: what comes of it shows there.
      const latest = new Map(own.map((post) => [withoutMoments(post.firstText), postLine(post)]));
      return [id, [...latest.values()].toSorted()] as const;
    }),
  );
  return Object.fromEntries(said);
}

/** Results are shown in a random order, so only what they hold can be compared. */
function leaves(value: unknown, name = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${name}=${String(value)}`];
  return Object.entries(value)
    .flatMap(([key, inner]) => leaves(inner, Array.isArray(value) ? name : `${name}.${key}`))
    .toSorted();
}

function textsIn({ attachments }: FarPost): readonly string[] {
  return JSON.stringify(attachments.map(({ content }) => content)).match(/"text":"(?:[^"\\]|\\.)*"/g) ?? [];
}

/** The card's texts; a card that has been answered shows what came of it. */
function postLine(post: FarPost): string {
  return withoutMoments([post.text, ...textsIn(post)].join(' '));
}

/** Personal links and ids differ from life to life, and so do the moments at which something was done. */
function withoutMoments(text: string): string {
  return text
    .replace(/[A-Za-z0-9_-]{30,}/g, '…')
    .replace(/127\.0\.0\.1:\d+/g, '…')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '…')
    .replace(/\bkl\. ?\d\d\.\d\d/g, 'kl. …');
}

function textOf(html: string): string {
  return html
    .replace(/href="[^"]*"/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/127\.0\.0\.1:\d+/g, '…')
    .replace(/[A-Za-z0-9_-]{30,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}

function counted(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => `${count} × ${line}`).toSorted();
}
