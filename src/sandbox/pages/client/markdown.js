import { element, linkedText } from './parts.js';

/** The Markdown that Teams shows, as elements: bold, italics, links, lists and line breaks. Text stays text. */
export function richText(text) {
  const box = element('div', { className: 'rich' });
  let list = null;
  for (const line of text.replace(/\r/g, '').split('\n')) {
    const item = /^\s*(?:([-*•])|\d+[.)])\s+(.*)$/.exec(line);
    if (item === null) {
      list = null;
      if (line.trim() !== '') box.append(element('p', {}, inline(line.replace(/^#+\s+/, ''))));
      continue;
    }
    const kind = item[1] === undefined ? 'OL' : 'UL';
    if (list?.tagName !== kind) {
      list = element(kind.toLowerCase(), {});
      box.append(list);
    }
    list.append(element('li', {}, inline(item[2])));
  }
  return box;
}

const marks = /(<at>.*?<\/at>|\*\*.+?\*\*|__.+?__|_[^_\s][^_]*_|\*[^*\s][^*]*\*|\[[^\]]+\]\([^)\s]+\)|`[^`]+`)/;

function inline(text) {
  return text.split(marks).flatMap((part, index) => (index % 2 === 1 ? [marked(part)] : linkedText(part)));
}

function marked(part) {
  const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part);
  if (link !== null) return safeLink(link[1], link[2]);
  if (part.startsWith('<at>')) return element('strong', { className: 'at' }, part.slice(4, -5));
  if (part.startsWith('**') || part.startsWith('__')) return element('strong', {}, inline(part.slice(2, -2)));
  if (part.startsWith('`')) return element('code', {}, part.slice(1, -1));
  return element('em', {}, inline(part.slice(1, -1)));
}

function safeLink(text, href) {
  return /^(https?:|mailto:)/.test(href) ? element('a', { href, target: '_blank', rel: 'noopener' }, text) : text;
}
