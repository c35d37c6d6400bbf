import { element } from './parts.js';
import { words } from './words.js';
import { tabView } from './teams-host.js';
import { chatView } from './chat.js';
import { mailView } from './mail.js';
import { calendarView } from './calendar.js';
import { filesView } from './files.js';
import { logView } from './log.js';

const openers = {
  flik: tabView,
  chatt: chatView,
  brev: mailView,
  kalender: calendarView,
  kanal: filesView,
  logg: logView,
};
const titles = {
  flik: words.tab,
  chatt: words.chatTitle,
  brev: words.mail,
  kalender: words.calendar,
  kanal: words.files,
  logg: words.logTitle,
};
/** They stand beside each other where there is room, and keep what is in them when another is looked at. */
const lasting = ['flik', 'chatt', 'brev'];

/** As in the style sheet: from here there is room for all three beside the guide. */
const beside = matchMedia('(min-width: 1180px)');

/** The panes with the tab, the chat, the mailboxes and the rest. Which of them are seen is the style sheet's choice. */
export function openDesk(main, tools) {
  const panes = new Map();

  for (const name of Object.keys(openers)) panes.set(name, pane(name));
  main.replaceChildren(...[...panes.values()].map(({ section }) => section));

  function pane(name) {
    const body = element('div', { className: 'body' });
    const top = element(
      'div',
      { className: 'top' },
      element('h2', { id: `title-${name}` }, titles[name]),
      element('div', { className: 'tools' }),
      lasting.includes(name) ? element('a', { className: 'enlarge', href: `#${name}` }, words.enlarge) : null,
      lasting.includes(name) ? element('a', { className: 'together', href: '#start' }, words.beside) : null,
    );
    const section = element(
      'section',
      { className: `pane ${name}`, 'aria-labelledby': `title-${name}`, tabIndex: -1 },
      top,
      body,
    );
    return { name, section, body, tools: top.querySelector('.tools'), view: undefined, turn: 0 };
  }

  const isSeen = ({ section }) => section.getClientRects().length > 0;

  async function open(one, rest) {
    const turn = ++one.turn;
    one.view?.close?.();
    one.view = undefined;
    one.body.replaceChildren();
    one.tools.replaceChildren();
    const holder = element('div', { className: 'view' });
    one.body.append(holder);
    const opened = await openers[one.name]({ ...tools, main: holder, tools: one.tools, rest });
    if (turn === one.turn) one.view = opened;
    else opened?.close?.();
  }

  function close(one) {
    one.turn += 1;
    one.view?.close?.();
    one.view = undefined;
    one.body.replaceChildren();
  }

  /** Opens what is seen and was not, shows `rest` in the pane of that name, and lets go of what does not last. */
  async function show(name = '', rest = []) {
    for (const one of panes.values()) {
      const isWanted = one.name === name;
      if (!isSeen(one)) {
        if (!lasting.includes(one.name) && one.turn > 0) close(one);
        continue;
      }
      if (one.view === undefined) await open(one, isWanted ? rest : []);
      else if (isWanted && rest.length > 0 && one.view.go) await one.view.go(rest);
      else await one.view.refresh?.();
    }
  }

  async function refresh() {
    for (const one of panes.values()) if (isSeen(one)) await one.view?.refresh?.();
  }

  /** A view may have a better place to begin, such as the line where one writes. */
  function focus(name) {
    const { section } = panes.get(name) ?? {};
    if (section === undefined || section.contains(document.activeElement)) return;
    section.focus({ preventScroll: true });
  }

  beside.addEventListener('change', () => void show());
  return {
    show,
    refresh,
    focus,
    /** True where the pane stands beside the others, so that nobody needs to be led away from the start page. */
    isBeside: (name) => beside.matches && lasting.includes(name),
    has: (name) => panes.has(name),
    tick: () => panes.forEach((one) => one.view?.tick?.()),
    /** Another person sits here now. */
    async changePerson() {
      for (const one of panes.values()) if (one.name !== 'brev' && one.view !== undefined) close(one);
      await show();
    },
  };
}
