import { element, whenText } from './parts.js';
import { language, words } from './words.js';

/** A newcomer's first page: where one is, five steps, and what else there is. */
export function startView({ main, me, state, wind, become }) {
  function refresh() {
    const { guide, now } = state();
    main.replaceChildren(
      element(
        'div',
        { className: 'pane start' },
        element('h1', {}, words.welcome),
        element('p', { className: 'lead' }, words.lead),
        guide === null ? element('p', {}, words.noProject) : facts(guide, now),
        element('h2', {}, words.fiveSteps),
        element('ol', { className: 'steps' }, steps(guide)),
        element('h2', {}, words.more),
        element('ul', { className: 'more' }, Object.entries(words.moreText).map(moreLine)),
      ),
    );
  }

  function facts(guide, now) {
    const rows = [
      [words.youAre, [me().name, me().jobTitle].filter(Boolean).join(', ')],
      [words.project, guide.title],
      [words.now, whenText(now)],
      [guide.closingMark === null ? words.closed : words.closes, guide.closesAt ? whenText(guide.closesAt) : '–'],
    ];
    return element(
      'dl',
      { className: 'facts' },
      rows.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    );
  }

  const go = (href, text) => element('a', { className: 'go', href }, text);
  const outward = (href, text) =>
    element(
      'a',
      { className: 'go', href, target: '_blank' },
      text,
      element('span', { className: 'unseen' }, ` (${words.newWindow})`),
      element('span', { 'aria-hidden': 'true' }, ' ↗'),
    );

  function steps(guide) {
    const planning = state().conversations.find(({ kind }) => kind === 'groupChat');
    const box = guide?.outsider?.address;
    return [
      [words.step1, words.step1Text, go('#flik', words.step1Go)],
      [
        words.step2,
        words.step2Text(guide?.silentMunicipality),
        guide === null ? null : outward(`${guide.formPath}${language === 'en' ? '?lang=en' : ''}`, words.step2Go),
      ],
      [words.step3, words.step3Text, closing(guide)],
      [
        words.step4,
        words.step4Text(guide?.outsider?.name),
        go(box ? `#brev/${encodeURIComponent(box)}` : '#brev', words.step4Go),
      ],
      [words.step5, words.step5Text, chatLink(guide, planning)],
    ].map(([title, text, action]) => element('li', {}, element('h3', {}, title), element('p', {}, text), action));
  }

  function closing(guide) {
    if (guide?.closingMark === null || guide === null)
      return element('p', { className: 'quiet' }, guide === null ? '' : words.step3Done);
    return element(
      'button',
      { type: 'button', className: 'go', onclick: () => void wind(guide.closingMark) },
      words.step3Go,
    );
  }

  /** The step is the content lead's, whoever one happened to be. */
  function chatLink(guide, planning) {
    const link = go(planning ? `#chatt/${encodeURIComponent(planning.id)}/läget` : '#chatt', words.step5Go);
    link.addEventListener('click', () => {
      if (guide?.leadOid && planning && !planning.memberIds.includes(me().oid)) become(guide.leadOid);
    });
    return link;
  }

  const hashes = { chat: 'chatt', mail: 'brev', calendar: 'kalender', files: 'kanal', log: 'logg' };
  const moreLine = ([name, text]) =>
    element('li', {}, element('a', { href: `#${hashes[name]}` }, words[name]), element('span', {}, ` – ${text}`));

  refresh();
  return { refresh };
}
