import { chooser, compareNames, element } from './parts.js';
import { words } from './words.js';

const groups = [
  ['shared', (kind) => kind === 'shared'],
  ['withAccount', (kind) => kind === 'member' || kind === 'guest'],
  ['without', (kind) => kind === 'external' || kind === 'mailOnly'],
  ['rooms', (kind) => kind === 'room'],
];

/** Everybody who has a mailbox, in groups and with a search, beside what `content` shows of the chosen one. */
export async function boxPane({ main, state, rest }, { hash, label, note, content }) {
  let address = rest[0] ?? state().mailboxes[0]?.address;
  let wanted = '';
  const hits = element('div', {});
  const search = element('input', {
    type: 'search',
    autocomplete: 'off',
    oninput: () => {
      wanted = search.value.trim().toLowerCase();
      list();
    },
  });
  const aside = element(
    'div',
    { className: 'aside', role: 'group', 'aria-label': label },
    element('label', { className: 'search' }, words.search, search),
    hits,
  );
  const detail = element('section', { className: 'detail', tabIndex: -1 });
  main.append(element('div', { className: 'split' }, aside, detail));

  function list() {
    const found = state().mailboxes.filter(({ name, address: box }) => `${name} ${box}`.toLowerCase().includes(wanted));
    const parts = groups.flatMap(([name, belongs]) => {
      const boxes = found
        .filter(({ kind }) => belongs(kind))
        .sort((one, other) => compareNames(one.name, other.name))
        .map((box) => ({ id: box.address, name: box.name, note: note(box) }));
      return boxes.length === 0 ? [] : [element('h3', {}, words[name]), chooser(boxes, address, choose)];
    });
    hits.replaceChildren(...(parts.length === 0 ? [element('p', { className: 'quiet' }, words.noHits)] : parts));
  }

  async function choose(chosen) {
    address = chosen;
    history.replaceState(null, '', `#${hash}/${encodeURIComponent(chosen)}`);
    await refresh(true);
    detail.focus({ preventScroll: true });
    if (matchMedia('(max-width: 640px)').matches) detail.scrollIntoView();
    hits.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  let shown = '';
  async function refresh(isChosen = false) {
    list();
    const box = state().mailboxes.find((known) => known.address === address);
    const { data, draw } = await content(box ?? { address, name: address }, () => refresh(true));
    const key = JSON.stringify([address, data]);
    if (key === shown && !isChosen) return;
    shown = key;
    detail.replaceChildren(
      element('h1', {}, box?.name ?? address),
      element('p', { className: 'quiet' }, address),
      ...draw(),
    );
  }
  await refresh();
  return { refresh: () => refresh() };
}
