import type { Temporal } from 'temporal-polyfill';
import type { Evidence } from './evidence.ts';
import type { FarMail, FarState } from './far-views.ts';
import type { Outcome } from './evaluations.ts';
import type { Script } from './script.ts';
import type { Tab, Web } from './web.ts';

/** What the script did, to hold the product's figures against. */
export interface Ledger {
  registered: number;
  waiting: number;
  rejected: number;
  late: number;
  readonly outcomes: Map<string, Outcome>;
  /** Session id → names of the files that may be shared. */
  readonly documents: Map<string, string[]>;
  /** Session id → people whose answer was sent and thanked for. */
  readonly answered: Map<string, number>;
  readonly notes: string[];
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
  print(line: string): void;
}

export interface Act {
  readonly at: Temporal.Instant;
  /** What the day's line says. */
  readonly title: string;
  readonly run: (life: Life) => Promise<void>;
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
  const found = life.state.people.find((person) => person.mail.toLowerCase() === mail.trim().toLowerCase());
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

interface Shown {
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
