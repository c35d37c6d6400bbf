import { element, whenText } from './parts.js';
import { language, words } from './words.js';

const order = ['today', 'register', 'closing', 'decline', 'ask'];
const told = words.guide;

/**
 * The newcomer's five steps. A step is done when what it asks for has happened, as the sandbox reads it; the first
 * that is not stands open.
 */
export function openGuide({ root, say, state, go, wind, become }) {
  let known;
  let drawn = '';

  function refresh() {
    const { guide, progress } = state();
    const key = JSON.stringify([guide, progress, state().people.length]);
    if (key === drawn) return;
    drawn = key;
    announce(progress);
    const focused = root.contains(document.activeElement) ? document.activeElement.dataset.at : undefined;
    root.replaceChildren(...(guide === null ? empty() : whole(guide, progress)));
    if (focused) (root.querySelector(`[data-at="${focused}"]`) ?? root).focus({ preventScroll: true });
  }

  /** Said once, when a step goes from not done to done while somebody is here. */
  function announce(progress) {
    const fresh = known === undefined ? [] : order.filter((step) => progress[step] && !known[step]);
    known = progress;
    if (fresh.length > 0) say(fresh.map((step) => told.isDone(told[step].title)).join(' '));
  }

  const title = () => element('h2', { id: 'guide-title' }, told.title);
  const empty = () => [title(), element('p', {}, told.noProject)];

  function whole(guide, progress) {
    const done = order.filter((step) => progress[step]).length;
    const current = order.find((step) => !progress[step]);
    const lead = state().people.find(({ oid }) => oid === guide.leadOid);
    return [
      element(
        'div',
        { className: 'intro' },
        title(),
        element('p', {}, told.lead),
        element(
          'p',
          { className: 'quiet' },
          lead ? told.you(`${lead.name}, ${told.leadRole}`) : '',
          ' ',
          guide.closesAt && !guide.isClosed ? told.closes(whenText(guide.closesAt)) : '',
        ),
      ),
      strip(current),
      element(
        'p',
        { className: 'count quiet' },
        element('progress', { max: order.length, value: done, 'aria-hidden': 'true' }),
        told.count(done, order.length),
      ),
      element(
        'ol',
        { className: 'steps' },
        order.map((step) => line(step, { guide, isDone: progress[step], isCurrent: step === current, progress })),
      ),
      current === undefined ? ending() : null,
    ].filter((part) => part !== null);
  }

  /** Where there is no room for all of them: the one that is next. */
  function strip(current) {
    return element(
      'p',
      { className: 'strip' },
      element(
        'strong',
        {},
        current === undefined ? told.end : `${told.strip(order.indexOf(current) + 1, order.length)}: `,
      ),
      current === undefined ? '' : told[current].title,
      ' ',
      element('a', { href: '#start' }, told.allSteps),
    );
  }

  function ending() {
    return element('div', { className: 'ending' }, element('h3', {}, told.end), element('p', {}, told.endText));
  }

  function line(step, facts) {
    const { isDone, isCurrent } = facts;
    const parts = (isDone ? after : before)[step](facts);
    return element(
      'li',
      { className: isDone ? 'done' : isCurrent ? 'current' : 'later', 'aria-current': isCurrent ? 'step' : undefined },
      element(
        'h3',
        {},
        told[step].title,
        isDone ? element('span', { className: 'unseen' }, ` (${told.done.toLowerCase()})`) : null,
      ),
      parts.text ? element('p', {}, parts.text) : null,
      parts.figure ? element('p', { className: 'figure' }, parts.figure) : null,
      parts.act ?? null,
    );
  }

  const button = (step, text, onclick) =>
    element('button', { type: 'button', 'data-at': step, className: 'act', onclick }, text);

  const openTab = (guide) => {
    if (guide.leadOid) become(guide.leadOid);
    go('flik', [guide.tabPage]);
  };
  const openBox = ({ address }) => go('brev', [address]);
  /** The step is the content lead's, whoever one happened to be. */
  const openChat = (guide, text) => {
    const planning = state().conversations.find(({ kind }) => kind === 'groupChat');
    if (guide.leadOid) become(guide.leadOid);
    go('chatt', planning ? [planning.id, ...(text ? [text] : [])] : []);
  };
  const form = (guide, text) =>
    element(
      'a',
      {
        className: 'act',
        'data-at': 'register',
        href: `${guide.formPath}${language === 'en' ? '?lang=en' : ''}`,
        target: '_blank',
      },
      text,
      element('span', { className: 'unseen' }, ` (${told.newWindow})`),
      element('span', { 'aria-hidden': 'true' }, ' ↗'),
    );
  const kitchen = ({ kitchen: cooks }) => (cooks ? told.decline.kitchen(cooks.portions, cooks.sessionNumber) : '');

  const before = {
    today: ({ guide }) => ({
      text: told.today.text,
      act: button('today', told.today.go, () => openTab(guide)),
    }),
    register: ({ guide }) => ({
      text: told.register.text(guide.silentMunicipality),
      act: form(guide, told.register.go),
    }),
    closing: ({ guide }) =>
      guide.closingMark === null
        ? { text: told.closing.going, act: button('closing', told.closing.goOn, () => void wind('next')) }
        : { text: told.closing.text, act: button('closing', told.closing.go, () => void wind(guide.closingMark)) },
    decline: ({ guide, progress }) => ({
      text: progress.closing && guide.outsider ? told.decline.text(guide.outsider.name) : told.decline.tooSoon,
      figure: kitchen(guide),
      act: guide.outsider ? button('decline', told.decline.go, () => openBox(guide.outsider)) : null,
    }),
    ask: ({ guide }) => ({ text: told.ask.text, act: button('ask', told.ask.go, () => openChat(guide, 'läget')) }),
  };
  const after = {
    today: ({ guide }) => ({
      act: button('today', told.today.go, () => openTab(guide)),
    }),
    register: ({ guide: { newcomer } }) => ({
      text: told.register.after(newcomer.name, newcomer.municipality),
      act: button('register', told.register.afterGo, () => openBox(newcomer)),
    }),
    closing: ({ guide }) => ({
      act: guide.outsider
        ? button('closing', told.closing.afterGo, () => go('kalender', [guide.outsider.address]))
        : null,
    }),
    decline: ({ guide: { kitchen: cooks, outsider } }) => ({
      text: told.decline.after(cooks.declinedBy, cooks.sessionNumber),
      figure: told.decline.fewer(cooks.portions + 1, cooks.portions, cooks.sessionNumber),
      act: outsider ? button('decline', told.decline.go, () => openBox(outsider)) : null,
    }),
    ask: ({ guide }) => ({ act: button('ask', told.ask.go, () => openChat(guide)) }),
  };

  return { refresh };
}
