import { inMyLanguage, language, words } from './words.js';

/** One call of the sandbox's API; without a body a GET. A refusal is thrown with its words. */
export async function callApi(path, body) {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/sandbox/api/${path}`, init).catch(() => undefined);
  if (response === undefined || response.status === 503) throw new Error(words.lost);
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Error(inMyLanguage(answer?.message ?? words.failed));
  return answer;
}

/** Builds an element; text is text, never markup. Attributes that are no properties begin with `aria-`, `data-` or are `role`. */
export function element(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null) continue;
    if (/^(aria-|data-)|^role$/.test(key)) made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const locale = language === 'en' ? 'en-GB' : 'sv-SE';
const zone = 'Europe/Stockholm';
const dayFormat = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const longDayFormat = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });

/** Swedish writes the time of day with a point and without a leading nought. */
export function timeText(instant) {
  const text = timeFormat.format(new Date(instant));
  return language === 'en' ? text : text.replace(':', '.').replace(/^0/, '');
}
export const dayText = (instant) => dayFormat.format(new Date(instant));
export const longDayText = (instant) => longDayFormat.format(new Date(instant));

/** An instant (ISO text or milliseconds) as people in Stockholm read it. */
export function whenText(instant) {
  return language === 'en'
    ? `${dayText(instant)}, ${timeText(instant)}`
    : `${dayText(instant)} kl. ${timeText(instant)}`;
}

export const rangeText = (from, to) => `${whenText(from)}–${timeText(to)}`;

export const compareNames = new Intl.Collator('sv').compare;

/** A list of choices, one of them the current one. */
export function chooser(items, chosen, onChoose) {
  return element(
    'ul',
    { className: 'list' },
    items.map(({ id, name, note, detail }) =>
      element(
        'li',
        {},
        element(
          'button',
          { type: 'button', 'aria-current': id === chosen ? 'true' : undefined, onclick: () => onChoose(id) },
          element('span', { className: 'name' }, name, detail ? element('small', {}, detail) : null),
          note ? element('span', { className: 'quiet' }, String(note)) : null,
        ),
      ),
    ),
  );
}

/** The same choice where there is no room for a list. */
export function picker(label, onChoose) {
  const select = element('select', { onchange: () => onChoose(select.value) });
  return {
    select,
    whole: element('label', { className: 'pick' }, element('span', {}, label), select),
    show(groups, chosen) {
      const option = ({ id, name, note }) =>
        element('option', { value: id, selected: id === chosen }, name + (note ? ` (${note})` : ''));
      select.replaceChildren(
        ...groups.flatMap((group) =>
          group.label ? element('optgroup', { label: group.label }, group.items.map(option)) : group.items.map(option),
        ),
      );
    },
  };
}

/** Mail bodies are shown apart from this page: no scripts and no styles of ours; links open in a window of their own. */
export function bodyFrame(html, title) {
  const frame = element('iframe', {
    title,
    srcdoc: `<!doctype html><html lang="sv"><meta charset="utf-8"><title>${words.mailText}</title><base target="_blank"><style>body{font:16px/1.5 'Segoe UI',system-ui,sans-serif;margin:12px;overflow-wrap:anywhere;background:#fff;color:#242424}</style>${html}`,
  });
  frame.setAttribute('sandbox', 'allow-same-origin allow-popups allow-popups-to-escape-sandbox');
  frame.addEventListener('load', () => {
    const height = frame.contentDocument?.documentElement.scrollHeight;
    if (height) frame.style.height = `${Math.min(height + 8, 1400)}px`;
  });
  return frame;
}

const address = /(https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?])/;

/** Text in which addresses can be followed. */
export function linkedText(text) {
  return text
    .split(address)
    .map((part, index) =>
      index % 2 === 1 ? element('a', { href: part, target: '_blank', rel: 'noopener' }, part) : part,
    );
}
