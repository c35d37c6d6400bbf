import { html, type Html } from '../../../domain/html.ts';
import type { Language } from '../../../domain/words.ts';

export interface PublicPage {
  /** Without the project's name, which is added. */
  readonly title: string;
  readonly language: Language;
  /** The page's own content, beginning with its `h1`. */
  readonly main: Html;
  /** Shown in the header, and gives the footer's links their project. */
  readonly project?: { readonly id: string; readonly title: string };
  /** A page with faults says so before anything else when its title is read aloud. */
  readonly hasErrors?: boolean;
  /** The address's own query, which the language switch keeps. */
  readonly query?: Readonly<Record<string, string>>;
}

const words = {
  sv: {
    skip: 'Hoppa till innehållet',
    brand: 'Dalalab',
    footer: 'Om webbplatsen',
    privacy: 'Så behandlar vi dina personuppgifter',
    accessibility: 'Tillgänglighet för den här webbplatsen',
    runBy: 'Dalalab drivs av Länsstyrelsen Dalarna och Region Dalarna.',
    otherLanguage: 'In English',
    fault: 'Fel: ',
  },
  en: {
    skip: 'Skip to content',
    brand: 'Dalalab',
    footer: 'About this site',
    privacy: 'How we handle your personal data',
    accessibility: 'Accessibility of this site',
    runBy: 'Dalalab is run by the County Administrative Board of Dalarna and Region Dalarna.',
    otherLanguage: 'På svenska',
    fault: 'Error: ',
  },
} as const;

/** `?lang=en`, or nothing in Swedish: kept in links and form actions, since the pages set no cookie. */
export function languageQuery(language: Language): string {
  return language === 'en' ? '?lang=en' : '';
}

/** A whole document: landmarks, skip link, language switch, footer. No scripts and no inline styles, so the policy can forbid both. */
export function publicPage({
  title,
  language,
  main,
  project,
  hasErrors = false,
  query: kept = {},
}: PublicPage): string {
  const text = words[language];
  const other: Language = language === 'sv' ? 'en' : 'sv';
  const query = languageQuery(language);
  const slug = project === undefined ? '' : `/${encodeURIComponent(project.id)}`;
  const fullTitle = [title, project?.title, text.brand].filter((part) => part !== undefined && part !== '').join(' – ');
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${hasErrors ? text.fault : ''}${fullTitle}</title>
        <link rel="stylesheet" href="/public.css" />
      </head>
      <body>
        <a class="skip" href="#innehall">${text.skip}</a>
        <header class="site">
          <p class="brand">
            ${project === undefined ? text.brand : html`<a href="/projekt/${encodeURIComponent(project.id)}${query}">${project.title}</a>`}
          </p>
          <p>
            <a href="?${new URLSearchParams({ ...kept, lang: other }).toString()}" hreflang="${other}" lang="${other}"
              >${text.otherLanguage}</a
            >
          </p>
        </header>
        <main id="innehall" tabindex="-1">${main}</main>
        <footer class="site" aria-label="${text.footer}">
          <p>${text.runBy}</p>
          <ul>
            <li><a href="/personuppgifter${slug}${query}">${text.privacy}</a></li>
            <li><a href="/tillganglighet${slug}${query}">${text.accessibility}</a></li>
          </ul>
        </footer>
      </body>
    </html>`.toString();
}
