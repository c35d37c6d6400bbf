import type { Actor } from '../src/domain/people.ts';
import type { Act } from '../src/domain/policy.ts';
import type { Language } from '../src/domain/words.ts';
import type { ConversationLink } from '../src/features/conversations/types.ts';
import type { Project } from '../src/features/planning/types.ts';
import type { Tools } from '../src/tools.ts';
import type { CardAction, Place, Sender } from './activities.ts';
import type { Asks } from './asks.ts';
import type { CardPost } from './cards/parts.ts';
import type { CommandId } from './command-ids.ts';
import type { Entities } from './understand/entities.ts';

/** The pages of the tab that the bot points at. */
export type TabPage = 'today' | 'planning' | 'themes' | 'participants' | 'sessions' | 'evaluation' | 'notices';

/** One session's page or a page below another, or a section of it. */
export interface TabPlace {
  readonly sessionId?: string;
  readonly part?: 'mat' | 'program' | 'information' | 'lokaler' | 'stangning' | 'medverkande';
  readonly below?: 'datum' | 'lokaler' | 'hitta-datum' | 'kostnader' | 'projektet' | 'uppgifter' | 'texter';
}

export type TabUrl = (projectId: string, page: TabPage, place?: TabPlace) => string;

/** What the bot needs beside a message. */
export interface Desk {
  readonly tools: Tools;
  readonly tabUrl: TabUrl;
  /** Tenants whose chats are answered. */
  readonly tenants: readonly string[];
}

/** What a command knows when its turn comes: somebody with a part in one project, in a place that is right for it. */
export interface Turn {
  readonly tools: Tools;
  readonly language: Language;
  readonly place: Place;
  readonly sender: Sender;
  readonly actor: Actor;
  readonly project: Project;
  /** The project's audience that this conversation is; undefined in a personal chat. */
  readonly link: ConversationLink | undefined;
  readonly text: string;
  readonly entities: Entities;
  readonly tabUrl: (page: TabPage, place?: TabPlace) => string;
  /** Everything that can be asked, in the order of help. */
  readonly commands: readonly Command[];
}

/** What the bot answers. In a shared thread a card is the same for all; names of participants are never in it. */
export type Reply =
  | { readonly kind: 'silent' }
  | { readonly kind: 'text'; readonly text: string; readonly asks?: Asks }
  /** `toAll`: as an answer to a button, the card's new face for everybody and not only for the one who pressed. */
  | ({ readonly kind: 'card'; readonly toAll?: boolean } & CardPost)
  /** Several wishes in one line, answered one at a time. */
  | { readonly kind: 'several'; readonly replies: readonly Reply[] };

export const silent: Reply = { kind: 'silent' };

export function say(text: string, asks?: Asks): Reply {
  return asks === undefined ? { kind: 'text', text } : { kind: 'text', text, asks };
}

export function show(post: CardPost): Reply {
  return { kind: 'card', ...post };
}

export function showAll(post: CardPost): Reply {
  return { kind: 'card', toAll: true, ...post };
}

/** Where a command may be asked: everything about planning stays out of the participants' channel. */
export type Where = 'anywhere' | 'planning';

export interface Command {
  readonly id: CommandId;
  readonly act: Act;
  readonly where: Where;
  /** How people ask; the first of each language is the one that help shows. */
  readonly utterances: { readonly sv: readonly string[]; readonly en: readonly string[] };
  /** What the matcher looks for, see `understand/understand.ts`. */
  readonly ways: readonly string[];
  readonly run: (turn: Turn) => Promise<Reply>;
}

/** A button of a card. `data` is what came back with it: outside data, so it is read and checked again. */
export interface Button {
  readonly verb: string;
  /** Pressing it shows something and changes nothing, so a yes in words may press it too. */
  readonly shows?: true;
  readonly act: Act;
  readonly where: Where;
  readonly press: (turn: Turn, pressed: CardAction) => Promise<Reply>;
}
