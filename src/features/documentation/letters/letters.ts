import type { Language } from '../../../domain/words.ts';
import { heading, letter, link, list, paragraph, paragraphs } from '../../notices/letters/letter.ts';
import type { Draft, Letter, LetterPart } from '../../notices/types.ts';

/** What the thank-you letter tells. Everything but the files is left out when it is not there. */
export interface DocumentationFacts {
  readonly sessionNumber: number;
  readonly city: string | null;
  readonly files: readonly string[];
  /** "21 av 27 ser ganska stor eller stor nytta." */
  readonly opinion: string | null;
  readonly homework: readonly {
    readonly title: string;
    readonly due: string | null;
    readonly instruction: string | null;
    readonly purpose: string | null;
  }[];
  readonly next: { readonly day: string; readonly city: string | null; readonly theme: string | null } | null;
  readonly photographers: readonly string[];
  readonly sender: string;
  /** What the content lead adds; empty for nothing. */
  readonly own: string;
  readonly language: Language;
}

/** Thanks, and where the documentation lies. The link is the recipient's own. */
export function documentationLetter(
  facts: DocumentationFacts,
  to: { readonly givenName: string; readonly url: string },
): Letter {
  const { subject, parts } = documentationDraft(facts, to);
  return letter(subject, parts, facts.language);
}

export function documentationDraft(facts: DocumentationFacts, to: To): Draft {
  return facts.language === 'en' ? inEnglish(facts, to) : inSwedish(facts, to);
}

type To = Parameters<typeof documentationLetter>[1];

function inSwedish(facts: DocumentationFacts, to: To): Draft {
  const { next, city } = facts;
  const place = city === null ? '' : ` i ${city}`;
  return {
    subject: `Tack för träff ${facts.sessionNumber} – här är dokumentationen`,
    parts: [
      paragraph(`Hej ${to.givenName}! Tack för en bra dag${place}.`),
      ...paragraphs(facts.own),
      heading('Dokumentation'),
      list(facts.files),
      link('Öppna dokumentationen', to.url),
      paragraph('Länken är bara din. Skicka den inte vidare.'),
      ...section('Så tyckte ni', facts.opinion),
      ...homework(facts, (due) => (due === null ? 'Hemuppgift' : `Hemuppgift till ${due}`)),
      ...section(
        'Nästa träff',
        next &&
          `${next.day}${next.city === null ? '' : ` i ${next.city}`}.${next.theme === null ? '' : ` Tema: ${next.theme}.`}`,
      ),
      ...(facts.photographers.length === 0
        ? []
        : [
            paragraph(
              `Bilderna får du använda i jobbet. Fotograf: ${facts.photographers.join(', ')}. Vill du inte vara med på en bild? Svara på mejlet så tar vi bort den.`,
            ),
          ]),
      paragraph(`Vänliga hälsningar, ${facts.sender}`),
    ],
  };
}

function inEnglish(facts: DocumentationFacts, to: To): Draft {
  const { next, city } = facts;
  const place = city === null ? '' : ` in ${city}`;
  return {
    subject: `Thank you for session ${facts.sessionNumber} – here is the documentation`,
    parts: [
      paragraph(`Hello ${to.givenName}! Thank you for a good day${place}.`),
      ...paragraphs(facts.own),
      heading('Documentation'),
      list(facts.files),
      link('Open the documentation', to.url),
      paragraph('The link is yours alone. Do not pass it on.'),
      ...section('What you thought', facts.opinion),
      ...homework(facts, (due) => (due === null ? 'Homework' : `Homework by ${due}`)),
      ...section(
        'Next session',
        next &&
          `${next.day}${next.city === null ? '' : ` in ${next.city}`}.${next.theme === null ? '' : ` Theme: ${next.theme}.`}`,
      ),
      ...(facts.photographers.length === 0
        ? []
        : [
            paragraph(
              `You may use the photos at work. Photographer: ${facts.photographers.join(', ')}. Do you not want to be in a photo? Answer this mail and we remove it.`,
            ),
          ]),
      paragraph(`Kind regards, ${facts.sender}`),
    ],
  };
}

/** One heading for the tasks that are due the same day. */
function homework(
  { homework: tasks }: DocumentationFacts,
  titled: (due: string | null) => string,
): readonly LetterPart[] {
  return tasks.flatMap(({ title, instruction, purpose, due }, index): readonly LetterPart[] => [
    ...(index > 0 && tasks[index - 1]?.due === due ? [] : [heading(titled(due))]),
    paragraph([`${title}.`, instruction, purpose].filter((part) => part !== null).join(' ')),
  ]);
}

function section(title: string, text: string | null): readonly LetterPart[] {
  return text === null ? [] : [heading(title), paragraph(text)];
}

/** The post in the participants' channel. Links lead to the channel's own files, never to somebody's personal page. */
export function documentationPost(
  facts: Pick<DocumentationFacts, 'sessionNumber' | 'language'>,
  files: readonly { readonly name: string; readonly url: string | null }[],
): string {
  const lead =
    facts.language === 'en'
      ? `Thank you for session ${facts.sessionNumber}! Here is the documentation:`
      : `Tack för träff ${facts.sessionNumber}! Här är dokumentationen:`;
  const lines = files.map(({ name, url }) =>
    url === null || url === '' ? `- ${escaped(name)}` : `- [${escaped(name)}](${linkable(url)})`,
  );
  return [lead, '', ...lines].join('\n');
}

/** A file's name must not become markdown of its own. */
function escaped(name: string): string {
  return name.replace(/[[\]()*_~`\\]/g, '\\$&');
}

/** A blank or a parenthesis in an address would end the link. */
function linkable(url: string): string {
  return url.replace(/[ ()]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}
