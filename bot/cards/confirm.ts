import type { CardElementArray } from '@microsoft/teams.cards';
import type { Language } from '../../src/domain/words.ts';
import type { Asks } from '../asks.ts';
import { wording } from '../wording.ts';
import { card, folded, open, press, text, unfold, type CardPost, type Press } from './parts.ts';

/** What was shown, brought back by the button: if either has changed since, nothing is sent. */
export interface Shown {
  readonly textVersion: string;
  readonly recipientCount: number;
}

/**
 * Preview before anything leaves: what, to whom and how many, and one button that carries what was seen. Everybody in
 * the thread sees the same card, so there are counts and no names.
 */
export function previewCard(
  data: {
    readonly title: string;
    readonly body: CardElementArray;
    readonly shown: Shown;
    readonly confirm: Press;
    readonly others?: readonly Press[];
    readonly url?: string;
    /** What the way to the tab is called there, such as "Ändra". */
    readonly urlTitle?: string;
    /** The very texts that would go out, behind a button. */
    readonly texts?: readonly { readonly title: string; readonly text: string }[];
    /** Said first: why a new preview came instead of a result. */
    readonly notice?: string;
  },
  language: Language,
): CardPost {
  const words = wording[language];
  const texts = data.texts ?? [];
  const tab = data.url === undefined ? [] : [open(data.urlTitle ?? words.inTab, data.url)];
  const notice = data.notice === undefined ? [] : [text(`**${data.notice}**`)];
  const hidden = texts.length === 0 ? [] : [folded('texts', texts.flatMap(whole))];
  return card({
    language,
    title: data.title,
    asks: { kind: 'preview', textVersion: data.shown.textVersion, button: data.confirm.title },
    body: [...notice, ...data.body, ...hidden],
    actions: [
      press({
        ...data.confirm,
        style: 'positive',
        data: { ...data.confirm.data, textVersion: data.shown.textVersion, recipientCount: data.shown.recipientCount },
      }),
      ...(data.others ?? []).map((other) => press(other)),
      ...(texts.length === 0 ? [] : [unfold(words.showTexts(texts.length), 'texts')]),
      ...(data.urlTitle === undefined ? [] : tab),
      press({ title: words.cancel, verb: 'cancel' }),
      ...(data.urlTitle === undefined ? tab : []),
    ],
  });
}

function whole(shown: { readonly title: string; readonly text: string }): ReturnType<typeof text>[] {
  return [text(`**${shown.title}**`), ...shown.text.split(/\n{2,}/).map(text)];
}

/** The face of a card whose act is done, under way or called off: no buttons that would do it again. */
export function resultCard(
  data: {
    readonly title: string;
    readonly lines: readonly string[];
    readonly url?: string;
    readonly body?: CardElementArray;
    readonly actions?: readonly Press[];
    readonly asks?: Asks;
  },
  language: Language,
): CardPost {
  return card({
    language,
    title: data.title,
    ...(data.asks === undefined ? {} : { asks: data.asks }),
    summary: [data.title, ...data.lines].join('. '),
    body: [...data.lines.map(text), ...(data.body ?? [])],
    actions: [
      ...(data.actions ?? []).map((action) => press(action)),
      ...(data.url === undefined ? [] : [open(wording[language].inTab, data.url)]),
    ],
  });
}
