import type { Language, ReasonWords } from '../../../domain/words.ts';
import { previewWords, type Preview } from '../../notices/types.ts';
import type { ThemesView } from '../types.ts';

/** Builds the question that the steering group gets in its chats: what a card looks like is the bot's affair. */
export type SteeringCard = (
  view: ThemesView,
  place: { readonly projectId: string; readonly projectTitle: string; readonly url: string; readonly version: string },
  language: Language,
) => { readonly card: object; readonly summary: string };

/** The question as it would go out, and to whom: a card where the bot has a chat with them, else the mail. */
export interface AskingPreview extends Preview {
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  readonly text: string;
}

export type AskingRefusal =
  'noProject' | 'noProposals' | 'isDecided' | 'blocked' | 'nobody' | 'dormant' | 'isWaiting' | 'previewChanged';

export const askingRefusals: ReasonWords<AskingRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  noProposals: { sv: 'Lägg till ett förslag först.', en: 'Add a proposal first.' },
  isDecided: { sv: 'Temat är redan beslutat.', en: 'The theme is decided already.' },
  blocked: {
    sv: 'Frågan får vänta. Det här saknas: {rules}.',
    en: 'The question has to wait. This is missing: {rules}.',
  },
  nobody: {
    sv: 'Ingen i styrgruppen har en e-postadress. Skriv in dem under Planering, Roller.',
    en: 'Nobody of the steering group has an address. Write them in under Planning, Roles.',
  },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först, så kan frågan skickas.',
    en: 'The learning project is dormant. Wake it first, then the question can be sent.',
  },
  isWaiting: {
    sv: 'Frågan är redan på väg. Den kan stoppas under Utskick.',
    en: 'The question is on its way already. It can be stopped under Mailings.',
  },
  ...previewWords,
};
