/** One call of the sandbox's API; without a body a GET. A refusal is thrown with its words. */
export async function callApi(path, body) {
  const response = await fetch(
    `/sandbox/api/${path}`,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  const answer = await response.json();
  if (!response.ok) throw new Error(answer?.message ?? `Fel ${response.status}`);
  return answer;
}

/** Builds an element; text is text, never markup. */
export function element(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (key.startsWith('aria-') || key === 'role') made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant (ISO text or milliseconds) as people in Stockholm read it: colon becomes a point. */
export function whenText(instant) {
  return format.format(new Date(instant)).replace(/(\d\d):(\d\d)/, 'kl. $1.$2');
}

/** A list of choices, one pressed. */
export function chooser(items, chosen, onChoose) {
  return element(
    'ul',
    { className: 'list' },
    ...items.map(({ id, name, note }) =>
      element(
        'li',
        {},
        element(
          'button',
          { type: 'button', 'aria-pressed': String(id === chosen), onclick: () => onChoose(id) },
          element('span', {}, name),
          note ? element('span', { className: 'quiet' }, String(note)) : null,
        ),
      ),
    ),
  );
}

/** Mail bodies are shown apart from this page: no scripts, no styles of ours. */
export function bodyFrame(html, title) {
  const frame = element('iframe', { title, srcdoc: `<base target="_blank"><meta charset="utf-8">${html}` });
  frame.setAttribute('sandbox', 'allow-same-origin allow-popups');
  frame.addEventListener('load', () => {
    const height = frame.contentDocument?.documentElement.scrollHeight;
    if (height) frame.style.height = `${Math.min(height + 8, 900)}px`;
  });
  return frame;
}
