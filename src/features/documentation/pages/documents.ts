import { html, type Html } from '../../../domain/html.ts';
import type { Language } from '../../../domain/words.ts';
import { languageQuery, publicPage } from '../../shell/pages/shell.ts';
import type { DocumentKind } from '../types.ts';

export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly kind: DocumentKind;
  /** Bytes. */
  readonly size: number;
  readonly photographer: string | null;
  readonly altText: string | null;
}

const words = {
  sv: {
    title: 'Dokumentation från träff',
    intro: 'Sidan är din egen. Skicka inte länken vidare.',
    photographer: 'Fotograf',
    shows: 'Bilden visar',
    none: 'Det finns inga filer här just nu.',
    gone: 'Länken gäller inte',
    removed: 'Filen finns inte kvar',
    removedText: 'Den har tagits bort bland kanalens filer. Fråga innehållsansvarig om du behöver den.',
    goneText: 'Länken har gått ut eller är felskriven. Fråga innehållsansvarig om en ny.',
    kinds: { slides: 'Presentation', notes: 'Anteckningar', photo: 'Bild', other: 'Fil' },
  },
  en: {
    title: 'Documentation from session',
    intro: 'The page is your own. Do not pass the link on.',
    photographer: 'Photographer',
    shows: 'The photo shows',
    none: 'There are no files here at present.',
    gone: 'The link is not valid',
    removed: 'The file is no longer there',
    removedText: 'It was removed among the files of the channel. Ask the content lead if you need it.',
    goneText: 'The link has expired or is misspelt. Ask the content lead for a new one.',
    kinds: { slides: 'Presentation', notes: 'Notes', photo: 'Photo', other: 'File' },
  },
} as const;

/** One person's page with the files of a session. */
export function documentsPage(page: {
  readonly project: { readonly id: string; readonly title: string };
  readonly sessionNumber: number;
  readonly files: readonly SharedFile[];
  /** The page's own path, which the files lie under. */
  readonly path: string;
  readonly language: Language;
}): string {
  const { language, project, files } = page;
  const text = words[language];
  const title = `${text.title} ${page.sessionNumber}`;
  const listed =
    files.length === 0
      ? html`<p>${text.none}</p>`
      : html`<ul>
          ${files.map((file) => item(file, page.path, language))}
        </ul>`;
  return publicPage({
    title,
    language,
    project,
    main: html`<h1>${title}</h1>
      <p>${text.intro}</p>
      ${listed}`,
  });
}

function item(file: SharedFile, path: string, language: Language): Html {
  const text = words[language];
  const kind = `${text.kinds[file.kind]}, ${sizeText(file.size, language)}`;
  const credit =
    file.kind === 'photo' && file.photographer !== null && html`<br />${text.photographer}: ${file.photographer}`;
  const shows = file.kind === 'photo' && file.altText !== null && html`<br />${text.shows}: ${file.altText}`;
  return html`<li>
    <p>
      <a href="${path}/${file.id}${languageQuery(language)}" download>${file.name}</a>
      <span class="quiet">(${kind})${credit}${shows}</span>
    </p>
  </li>`;
}

/** "4,2 MB"; small files in kB. */
export function sizeText(bytes: number, language: Language): string {
  const isSmall = bytes < 100_000;
  const number = isSmall ? Math.max(1, Math.round(bytes / 1000)) : Math.round(bytes / 100_000) / 10;
  return `${number.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB')} ${isSmall ? 'kB' : 'MB'}`;
}

export function goneLinkPage(language: Language): string {
  return plainPage(words[language].gone, words[language].goneText, language);
}

export function removedFilePage(language: Language): string {
  return plainPage(words[language].removed, words[language].removedText, language);
}

function plainPage(title: string, text: string, language: Language): string {
  return publicPage({
    title,
    language,
    main: html`<h1>${title}</h1>
      <p>${text}</p>`,
  });
}
