import type {
  ActionArray,
  CardElementArray,
  IAdaptiveCard,
  IChoiceSetInput,
  IContainer,
  IExecuteAction,
  IFactSet,
  IMention,
  IOpenUrlAction,
  ITextBlock,
  ITextInput,
  IToggleVisibilityAction,
} from '@microsoft/teams.cards';
import type { Language } from '../../src/domain/words.ts';
import type { Asks } from '../asks.ts';

/** A finished card and the line that stands for it in notifications and lists. */
export interface CardPost {
  readonly card: object;
  readonly summary: string;
  /** The question that it puts, if any. Not part of what is posted. */
  readonly asks?: Asks;
}

type Elements = CardElementArray;
type Actions = ActionArray;

/** Teams takes six buttons on a card, and 28 KB of JSON on every road. */
export const mostActions = 6;
export const mostBytes = 28 * 1024;

/** Version 1.5: the newest that Teams shows from bots on all clients. */
export function card(parts: {
  readonly title: string;
  readonly body?: Elements;
  readonly actions?: Actions;
  readonly language: Language;
  readonly summary?: string;
  readonly asks?: Asks;
  /** Who is called to by name in the body (`calledTo`): Teams tells them. */
  readonly calls?: readonly { readonly name: string; readonly oid: string }[];
  /** What a client fetches by itself when somebody looks: that person's own view. */
  readonly refresh?: Pick<Press, 'title' | 'verb' | 'data'>;
}): CardPost {
  const face: IAdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: parts.language,
    // What a client shows that cannot show the card.
    fallbackText: parts.summary ?? parts.title,
    body: [heading(parts.title), ...(parts.body ?? [])],
    ...(parts.calls === undefined || parts.calls.length === 0
      ? {}
      : { msteams: { entities: parts.calls.map(mention) } }),
    ...(parts.refresh === undefined ? {} : { refresh: refreshing(parts.refresh, parts.language) }),
    ...(parts.actions === undefined || parts.actions.length === 0
      ? {}
      : { actions: parts.actions.slice(0, mostActions).map((action) => inLanguage(action, parts.language)) }),
  };
  const post = { card: face, summary: parts.summary ?? parts.title };
  return parts.asks === undefined ? post : { ...post, asks: parts.asks };
}

/** A name that Teams shows as a mention. The card has to name the same person among its `calls`. */
export function calledTo(name: string): string {
  return `<at>${name}</at>`;
}

function mention({ name, oid }: { readonly name: string; readonly oid: string }): IMention {
  return { type: 'mention', text: calledTo(name), mentioned: { id: oid, name } };
}

/** Without `userIds`: in a chat of at most sixty Teams then refreshes for everybody who looks. */
function refreshing({ title, verb, data }: Pick<Press, 'title' | 'verb' | 'data'>, language: Language) {
  return { action: { type: 'Action.Execute' as const, title, verb, data: { ...data, verb, lang: language } } };
}

/** The same card with a line under its heading. */
export function withLine(post: CardPost, line: ITextBlock): CardPost {
  const { body, ...face } = post.card as IAdaptiveCard; // made by `card` above
  const [title, ...rest] = body;
  return { ...post, card: { ...face, body: [...(title === undefined ? [] : [title]), line, ...rest] } };
}

/** The answer to a button comes in the language of its card, whatever the client's own is. */
function inLanguage(action: Actions[number], language: Language): Actions[number] {
  if (action.type !== 'Action.Execute') return action;
  const data = { ...withoutText(action.data), lang: language };
  const { fallback } = action;
  const isSubmit = typeof fallback === 'object' && fallback.type === 'Action.Submit';
  return { ...action, data, ...(isSubmit ? { fallback: { ...fallback, data } } : {}) };
}

function withoutText(data: IExecuteAction['data']): object {
  return typeof data === 'object' ? data : {};
}

function heading(text: string): ITextBlock {
  return { type: 'TextBlock', text, wrap: true, weight: 'Bolder', size: 'Medium', style: 'heading' };
}

export function text(line: string): ITextBlock {
  return { type: 'TextBlock', text: line, wrap: true };
}

export function subtle(line: string): ITextBlock {
  return { type: 'TextBlock', text: line, wrap: true, isSubtle: true, size: 'Small' };
}

export function warning(line: string): ITextBlock {
  // The sign says it too, since colour alone is lost on many.
  return { type: 'TextBlock', text: `⚠ ${line}`, wrap: true, color: 'Warning' };
}

/** A list in one block: Teams reads Markdown dashes. */
export function bullets(lines: readonly string[]): ITextBlock[] {
  return lines.length === 0 ? [] : [text(lines.map((line) => `- ${line}`).join('\n'))];
}

export function facts(pairs: readonly (readonly [title: string, value: string])[]): IFactSet {
  return { type: 'FactSet', facts: pairs.map(([title, value]) => ({ title, value })) };
}

/** What a button brings back. `verb` stands in the data too, for clients that know Action.Submit alone. */
export interface Press {
  readonly title: string;
  readonly verb: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly style?: 'positive' | 'destructive';
  /** False where the inputs do not matter, so that an empty required field does not stop a Cancel. */
  readonly withInputs?: boolean;
}

export function press(button: Press): IExecuteAction {
  const data = { ...button.data, verb: button.verb };
  const inputs = button.withInputs === true ? ('auto' as const) : ('none' as const);
  const style = button.style === undefined ? {} : { style: button.style };
  return {
    type: 'Action.Execute',
    title: button.title,
    verb: button.verb,
    data,
    associatedInputs: inputs,
    ...style,
    fallback: { type: 'Action.Submit', title: button.title, data, associatedInputs: inputs, ...style },
  };
}

export function open(title: string, url: string): IOpenUrlAction {
  return { type: 'Action.OpenUrl', title, url };
}

/** Hidden until `unfold` shows it: what is long to read and short to trust. */
export function folded(id: string, items: Elements): IContainer {
  return { type: 'Container', id, isVisible: false, separator: true, items };
}

export function unfold(title: string, id: string): IToggleVisibilityAction {
  return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
}

/** One choice among some, every one of them seen at once; `folded` shows the chosen one alone, and the prompt before. */
export function choose(input: {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly required?: { readonly errorMessage: string };
  readonly many?: boolean;
  readonly folded?: { readonly prompt: string };
  readonly value?: string;
}): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id: input.id,
    label: input.label,
    ...(input.folded === undefined
      ? { style: 'expanded' as const }
      : { style: 'compact' as const, placeholder: input.folded.prompt }),
    wrap: true,
    choices: [...input.choices],
    ...(input.value === undefined ? {} : { value: input.value }),
    ...(input.many === true ? { isMultiSelect: true } : {}),
    ...(input.required === undefined ? {} : { isRequired: true, errorMessage: input.required.errorMessage }),
  };
}

export function write(input: {
  readonly id: string;
  readonly label: string;
  readonly example?: string;
  /** Characters. */
  readonly longest: number;
  readonly errorMessage: string;
}): ITextInput {
  return {
    type: 'Input.Text',
    id: input.id,
    label: input.label,
    isMultiline: true,
    maxLength: input.longest,
    errorMessage: input.errorMessage,
    ...(input.example === undefined ? {} : { placeholder: input.example }),
  };
}
