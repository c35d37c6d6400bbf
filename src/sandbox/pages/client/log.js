import { callApi, element, whenText } from './parts.js';
import { words } from './words.js';

/** Every request to Graph, newest first, with what was asked and answered. */
export async function logView({ main }) {
  const filter = element('input', { type: 'search', autocomplete: 'off', oninput: () => draw() });
  const writes = element('input', { type: 'checkbox', onchange: () => draw() });
  const list = element('div', { className: 'calls' });
  main.append(
    element(
      'div',
      { className: 'sheet' },
      element('p', { className: 'quiet' }, words.logText),
      element(
        'div',
        { className: 'toolbar' },
        element('label', { className: 'search' }, words.filterLog, filter),
        element('label', {}, writes, ` ${words.onlyWrites}`),
      ),
      list,
    ),
  );
  let lines = [];
  function draw() {
    const wanted = filter.value.trim().toLowerCase();
    const found = lines.filter(
      (line) =>
        (!writes.checked || line.method !== 'GET') &&
        (wanted === '' || JSON.stringify(line).toLowerCase().includes(wanted)),
    );
    list.replaceChildren(
      ...(found.length === 0 ? [element('p', { className: 'quiet' }, words.noCalls)] : found.map(call)),
    );
  }
  async function refresh() {
    const all = (await callApi('log')).toReversed();
    if (all[0]?.id === lines[0]?.id && lines.length > 0) return;
    lines = all;
    draw();
  }
  await refresh();
  return { refresh };
}

function call({ at, method, path, status, requestBody, responseBody }) {
  const details = element(
    'details',
    {},
    element(
      'summary',
      {},
      element('span', { className: `status s${String(status)[0]}` }, String(status)),
      element('strong', {}, method),
      element('code', {}, readable(path)),
      element('span', { className: 'quiet' }, whenText(at)),
    ),
  );
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    details.append(...bodyOf(words.question, requestBody), ...bodyOf(words.answerWord, responseBody));
  });
  return details;
}

function bodyOf(title, body) {
  const isEmpty = body === null || body === undefined || body === '';
  return [
    element('h3', { className: 'small' }, title),
    element('pre', {}, isEmpty ? words.noBody : JSON.stringify(body, null, 2)),
  ];
}

function readable(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
