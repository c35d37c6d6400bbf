import { html, type Html } from '../../../domain/html.ts';
import type { Language } from '../../../domain/words.ts';
import type { Letter, LetterPart } from '../types.ts';

export function heading(text: string): LetterPart {
  return { kind: 'heading', text };
}
export function paragraph(text: string): LetterPart {
  return { kind: 'paragraph', text };
}
/** What somebody has typed: a blank line begins a new paragraph. Nothing for nothing. */
export function paragraphs(text: string): readonly LetterPart[] {
  return text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(paragraph);
}
/** The first line. Null where one letter goes to several, who are greeted alike. */
export function greeting(givenName: string | null, language: Language): LetterPart {
  const word = language === 'sv' ? 'Hej' : 'Hello';
  return paragraph(givenName === null ? `${word}!` : `${word} ${givenName}!`);
}
export function list(items: readonly string[]): LetterPart {
  return { kind: 'list', items };
}
export function link(text: string, url: string): LetterPart {
  return { kind: 'link', text, url };
}

/** One content, two forms: plain text, and simple HTML that escapes what it is given. No picture, no tracking. */
export function letter(subject: string, parts: readonly LetterPart[], language: Language = 'sv'): Letter {
  const text = parts.map(partText).join('\n\n');
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body style="font-family:Segoe UI,Arial,sans-serif;font-size:16px;line-height:1.5;max-width:40em">
        ${parts.map(partHtml)}
      </body>
    </html>`;
  // A line break in a subject would begin a new mail header.
  return { subject: subject.replace(/\s+/g, ' ').trim(), text: `${text}\n`, html: document.toString() };
}

function partText(part: LetterPart): string {
  if (part.kind === 'heading') return part.text.toLocaleUpperCase('sv');
  if (part.kind === 'list') return part.items.map((item) => `• ${item}`).join('\n');
  return part.kind === 'link' ? `${part.text}:\n${part.url}` : part.text;
}

function partHtml(part: LetterPart): Html {
  if (part.kind === 'heading') return html`<h2 style="font-size:18px">${part.text}</h2>`;
  if (part.kind === 'list') {
    const items = part.items.map((item) => html`<li>${item}</li>`);
    return html`<ul>
      ${items}
    </ul>`;
  }
  return part.kind === 'link'
    ? html`<p><a href="${part.url}">${part.text}</a></p>`
    : html`<p style="white-space:pre-line">${part.text}</p>`;
}
