import { chooser, compareNames, element, picker } from './parts.js';
import { words } from './words.js';

const groups = [
  ['newcomers', (kind) => kind === 'stranger'],
  ['shared', (kind) => kind === 'shared'],
  ['withAccount', (kind) => kind === 'member' || kind === 'guest'],
  ['without', (kind) => kind === 'external' || kind === 'mailOnly'],
  ['rooms', (kind) => kind === 'room'],
];

/** Everybody who has a mailbox, in groups and with a search, beside what `content` shows of the chosen one. */
export async function boxPane({ main, me, state, rest }, { hash, label, note, content }) {
  let address = rest[0] ?? me().mail;
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
  const detail = element('div', { className: 'detail', tabIndex: -1 });
  const pick = picker(label, (chosen) => void choose(chosen));
  main.append(element('div', { className: 'split' }, aside, pick.whole, detail));

  const grouped = (boxes) =>
    groups
      .map(([name, belongs]) => ({
        label: words[name],
        items: boxes
          .filter(({ kind }) => belongs(kind))
          .sort((one, other) => compareNames(one.name, other.name))
          .map((box) => ({ id: box.address, name: box.name, note: note(box) })),
      }))
      .filter(({ items }) => items.length > 0);

  function list() {
    const boxes = state().mailboxes;
    pick.show(grouped(boxes), address);
    const parts = grouped(boxes.filter(({ name, address: box }) => `${name} ${box}`.toLowerCase().includes(wanted)));
    hits.replaceChildren(
      ...(parts.length === 0 ? [element('p', { className: 'quiet' }, words.noHits)] : []),
      ...parts.flatMap((group) => [element('h3', {}, group.label), chooser(group.items, address, choose)]),
    );
  }

  async function choose(chosen) {
    address = chosen;
    remember(hash, chosen);
    await refresh(true);
    if (document.activeElement !== pick.select) detail.focus({ preventScroll: true });
    detail.closest('.body').scrollTop = 0;
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
      element('h3', { className: 'whose' }, box?.name ?? address),
      element('p', { className: 'quiet' }, address),
      ...draw(),
    );
  }
  await refresh();
  return { refresh: () => refresh(), go: ([chosen]) => choose(chosen) };
}

/** The address tells what is looked at, so that it can be come back to; beside the others it stays the start page's. */
function remember(hash, chosen) {
  if (document.body.dataset.view === hash) history.replaceState(null, '', `#${hash}/${encodeURIComponent(chosen)}`);
}
