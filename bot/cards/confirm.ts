import type { CardElementArray } from '@microsoft/teams.cards';
import type { Language } from '../../src/domain/words.ts';
import { wording } from '../wording.ts';
import { card, open, press, text, type CardPost } from './parts.ts';

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
    readonly confirm: {
      readonly title: string;
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
    };
    readonly others?: readonly {
      readonly title: string;
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
    }[];
    readonly url?: string;
    /** Said first: why a new preview came instead of a result. */
    readonly notice?: string;
  },
  language: Language,
): CardPost {
  const words = wording[language];
  return card({
    language,
    title: data.title,
    body: [...(data.notice === undefined ? [] : [text(`**${data.notice}**`)]), ...data.body],
    actions: [
      press({
        title: data.confirm.title,
        verb: data.confirm.verb,
        style: 'positive',
        data: { ...data.confirm.data, textVersion: data.shown.textVersion, recipientCount: data.shown.recipientCount },
      }),
      ...(data.others ?? []).map((other) => press(other)),
      press({ title: words.cancel, verb: 'cancel' }),
      ...(data.url === undefined ? [] : [open(words.inTab, data.url)]),
    ],
  });
}

/** The face of a card whose act is done, under way or called off: no buttons that would do it again. */
export function resultCard(
  data: {
    readonly title: string;
    readonly lines: readonly string[];
    readonly url?: string;
    readonly actions?: readonly {
      readonly title: string;
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
    }[];
  },
  language: Language,
): CardPost {
  return card({
    language,
    title: data.title,
    summary: [data.title, ...data.lines].join('. '),
    body: data.lines.map(text),
    actions: [
      ...(data.actions ?? []).map((action) => press(action)),
      ...(data.url === undefined ? [] : [open(wording[language].inTab, data.url)]),
    ],
  });
}
