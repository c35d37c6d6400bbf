import type { Temporal } from 'temporal-polyfill';
import type { Evidence } from './evidence.ts';
import type { FarMail, FarState } from './far-views.ts';
import type { Outcome } from './evaluations.ts';
import type { Script } from './script.ts';
import type { Tab, Web } from './web.ts';

/** What became of one of the file's edge cases. `unsupported`: the product has no such thing yet, and says so. */
export interface EdgeResult {
  readonly name: string;
  readonly result: 'ok' | 'differs' | 'unsupported';
  readonly told: string;
}

/** What the script did, and what it thereby means the product's figures to be. */
export interface Ledger {
  /** Registrations that the product refused with a message. */
  readonly refusals: string[];
  /** People beyond the file's own, by state; edge cases add them. */
  readonly extra: ExtraPerson[];
  readonly outcomes: Map<string, Outcome>;
  /** Session id → names of the files that may be shared. */
  readonly documents: Map<string, string[]>;
  readonly overridden: string[];
  readonly edges: EdgeResult[];
}

export interface ExtraPerson {
  /** Folded. */
  readonly email: string;
  readonly state: string;
  readonly organisationId: string | null;
  /** As the list sorts it: family name first. */
  readonly name: string;
}

/** Everything the story needs: its script, the entrances, and who is who. */
export interface Life {
  readonly script: Script;
  readonly seed: number;
  readonly web: Web;
  readonly lead: Tab;
  /** `/api/projects/<id>`. */
  readonly api: string;
  readonly evidence: Evidence;
  readonly ledger: Ledger;
  readonly state: FarState;
  /** This act was begun by a run that was killed: what it has done already is not done again. */
  readonly isAgain: boolean;
  print(line: string): void;
}

export interface Act {
  readonly at: Temporal.Instant;
  /** What the day's line says. */
  readonly title: string;
  readonly run: (life: Life) => Promise<void>;
}

/** A participant as the API shows them, as far as the demonstration reads it. */
export interface ApiParticipant {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly organisationId: string | null;
  readonly state: string;
  readonly warnings: readonly string[];
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly answer: string;
    readonly attended: boolean | null;
    readonly guests: readonly { readonly kind: string; readonly email: string }[];
  }[];
}

export async function participantsNow(life: Life): Promise<readonly ApiParticipant[]> {
  const list = await life.lead.get<{ participants: readonly ApiParticipant[] }>(`${life.api}/participants`);
  return list.participants;
}

/** Addresses are compared without case and blanks around them. */
export function folded(address: string): string {
  return address.trim().toLowerCase();
}

/** Who sits in each confirmed person's seat at a session: the person, or the substitute that they have sent. */
export function seatHolders(participants: readonly ApiParticipant[], sessionId: string): string[] {
  return participants
    .filter(({ state }) => state === 'confirmed')
    .map(({ email, sessions }) => {
      const guests = sessions.find((one) => one.sessionId === sessionId)?.guests ?? [];
      return folded(guests.find(({ kind }) => kind === 'substitute')?.email ?? email);
    })
    .toSorted();
}

/** The newest mail to this address whose text holds a personal link of this kind; the link's path. */
export async function linkFor(
  life: Life,
  address: string,
  kind: 'min' | 'utvardering' | 'lokal' | 'dokument',
): Promise<string | undefined> {
  const mails = await life.web.sandbox<readonly FarMail[]>(`mailbox?address=${encodeURIComponent(address)}`);
  const pattern = new RegExp(`/${kind}/[A-Za-z0-9_-]{30,}`);
  return mails
    .filter(({ folder }) => folder === 'inbox')
    .toReversed()
    .map(({ body }) => pattern.exec(body)?.[0])
    .find((path) => path !== undefined);
}

/** Object id of somebody with an account. */
export function oidOf(life: Life, mail: string): string {
  const found = life.state.people.find((person) => folded(person.mail) === folded(mail));
  if (found === undefined) throw new Error('somebody in the file has no place in the world');
  return found.oid;
}

/** As `previewAndConfirm`, where the preview is read rather than asked for. */
export async function readAndConfirm(
  life: Life,
  paths: { readonly preview: string; readonly confirm: string },
  pick: (read: unknown) => Shown = (read) => read as Shown, // the API's own type
): Promise<void> {
  const { textVersion, recipientCount } = pick(await life.lead.get<unknown>(life.api + paths.preview));
  await life.lead.post(life.api + paths.confirm, { textVersion, recipientCount });
}

/** What a preview carries and the yes repeats. */
export interface Shown {
  readonly textVersion: string;
  readonly recipientCount: number;
}

/** Previews, and confirms exactly what was seen. */
export async function previewAndConfirm<
  Preview extends { readonly textVersion: string; readonly recipientCount: number },
>(
  life: Life,
  paths: { readonly preview: string; readonly confirm: string },
  extra: Readonly<Record<string, unknown>> = {},
): Promise<Preview> {
  const preview = await life.lead.post<Preview>(life.api + paths.preview, extra);
  const { textVersion, recipientCount } = preview;
  await life.lead.post(life.api + paths.confirm, { ...extra, textVersion, recipientCount });
  return preview;
}

/** Gives a yes, unless the run that was killed in this act has given it. */
export async function unlessConfirmed(life: Life, act: string, give: () => Promise<unknown>): Promise<void> {
  if (life.isAgain) {
    const { confirmations } = await life.lead.get<{ confirmations: readonly { act: string }[] }>(`${life.api}/notices`);
    if (confirmations.some((one) => one.act === act)) return;
  }
  await give();
}
