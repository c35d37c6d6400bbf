import type { Language } from '../../../domain/words.ts';
import { greeting, letter, link, list, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';
import type { RankedProposal, ThemesView } from '../types.ts';

/** THM-04: asks somebody of the steering group to decide. Also for those who have no account: an answer by mail will do. */
export function steeringLetter(
  asked: {
    readonly view: Pick<ThemesView, 'proposals' | 'unheard' | 'municipalities'>;
    readonly projectTitle: string;
    readonly lead: { readonly name: string; readonly email: string };
    readonly url: string;
    readonly givenName: string | null;
  },
  language: Language,
): Letter {
  const { view, projectTitle, lead, url, givenName } = asked;
  const sv = language === 'sv';
  const unheard = view.unheard.map(({ name }) => name).join(', ');
  return letter(
    sv ? `Besluta tema: ${projectTitle}` : `Decide the theme: ${projectTitle}`,
    [
      greeting(givenName, language),
      paragraph(
        sv
          ? 'Styrgruppen beslutar vilket tema lärprojektet får. Det här är förslagen, i ordning efter stöd:'
          : 'The steering group decides the theme of the learning project. These are the proposals, by support:',
      ),
      list(view.proposals.map((proposal) => proposalLine(proposal, view.municipalities, language))),
      ...(unheard === ''
        ? []
        : [paragraph(sv ? `De här kommunerna är inte hörda: ${unheard}.` : `Not heard: ${unheard}.`)]),
      link(sv ? 'Se underlaget och besluta' : 'See the basis and decide', url),
      paragraph(
        sv
          ? 'Kan du inte logga in? Svara på det här mejlet med dag och paragraf i ert protokoll. Då skriver vi in beslutet.'
          : 'Can you not sign in? Answer this mail with the date and paragraph of your protocol. Then we write it in.',
      ),
      paragraph(sv ? `Hälsningar ${lead.name}, ${lead.email}` : `Regards ${lead.name}, ${lead.email}`),
    ],
    language,
  );
}

function proposalLine({ title, support, why }: RankedProposal, municipalities: number, language: Language): string {
  const behind =
    language === 'sv' ? `stöds av ${support} av ${municipalities}` : `supported by ${support} of ${municipalities}`;
  return `${title} (${behind})${why === '' ? '' : `. ${why}`}`;
}
