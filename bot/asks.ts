import { z } from 'zod';
import { isCommandId, type CommandId } from './command-ids.ts';

/** What a reply asks, so that an answer in words means something. */
export type Asks =
  /** Here is what would go out: a yes in words shows it again, and only the card's own button sends it. */
  | { readonly kind: 'preview'; readonly textVersion: string; readonly button: string }
  /** "Vill du att …?": a yes does what the first button would, which never sends anything to participants. */
  | { readonly kind: 'offer'; readonly verb: string; readonly data: Readonly<Record<string, unknown>> }
  /** "Vilken träff?", "Vilket datum?": what is said next completes what was asked for. */
  | { readonly kind: 'which'; readonly command: CommandId; readonly text: string }
  /** "Vilket lärprojekt?": the name of one asks the same again. */
  | { readonly kind: 'project'; readonly text: string };

/** A question as it is kept. `again` shows what it was about once more. */
export type Kept = Asks & { readonly project: string; readonly again: Again | null };

export interface Again {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const again = z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()) });
const base = { project: z.string(), again: again.nullable() };
const keptShape = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('preview'), textVersion: z.string(), button: z.string() }),
  z.object({ ...base, ...again.shape, kind: z.literal('offer') }),
  z.object({ ...base, kind: z.literal('which'), command: z.custom<CommandId>(isCommandId), text: z.string() }),
  z.object({ ...base, kind: z.literal('project'), text: z.string() }),
]);

/** A question of an older version of the bot is none. */
export function keptQuestion(stored: unknown): Kept | undefined {
  const read = keptShape.safeParse(stored);
  return read.success ? read.data : undefined;
}
