import { localDate } from '../../src/domain/local-date.ts';
import { dayMonth } from '../../src/domain/swedish-text.ts';
import type { Language } from '../../src/domain/words.ts';
import type { Publication } from '../../src/features/publications/types.ts';
import { publicationTalk } from '../wording/publications.ts';
import { card, facts, open, subtle, text, type CardPost } from './parts.ts';

/** What is to be published, and how far each has come. */
export function publicationsCard(all: readonly Publication[], url: string, language: Language): CardPost {
  const words = publicationTalk[language];
  const stateText = ({ state, published }: Publication): string =>
    published === null || state !== 'done'
      ? words.state[state === 'done' ? 'now' : state]
      : words.state.done(dayMonth(localDate(published.on), language));
  return card({
    language,
    title: words.title,
    body: [facts(all.map((one) => [one.name[language], stateText(one)])), subtle(words.how)],
    actions: [open(words.inTab, url)],
  });
}

/** The words of one publication, to copy out of the chat. */
export function publicationCard(one: Publication, url: string, language: Language): CardPost {
  return card({
    language,
    title: one.name[language],
    body: [...one.text.split('\n\n').map(text), subtle(one.how[language])],
    actions: [open(publicationTalk[language].inTab, url)],
  });
}
