import type { Language } from '../../../domain/words.ts';
import { greeting, letter, link, paragraph, paragraphs } from './letter.ts';
import type { Letter } from '../types.ts';

export interface Unlinked {
  readonly givenName: string;
  readonly projectTitle: string;
  /** As it would have stood in the planning chat. */
  readonly text: string;
  readonly tabUrl: string;
}

/** To the one who leads, in place of a post in a planning chat that there is not. */
export function unlinkedLetter({ givenName, projectTitle, text, tabUrl }: Unlinked, language: Language): Letter {
  const sv = language === 'sv';
  return letter(
    sv ? `Till planeringsgruppen för ${projectTitle}` : `To the planning group of ${projectTitle}`,
    [
      greeting(givenName, language),
      ...paragraphs(text),
      link(sv ? 'Öppna fliken' : 'Open the tab', tabUrl),
      paragraph(
        sv
          ? 'Det här skulle ha stått i planeringsgruppens chatt, men ingen chatt är kopplad. Lägg till appen i gruppchatten, så kommer sådant dit.'
          : 'This would have stood in the planning group’s chat, but none is linked. Add the app to the group chat, and such things go there.',
      ),
    ],
    language,
  );
}
