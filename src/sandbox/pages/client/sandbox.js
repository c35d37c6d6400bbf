// The sandbox's own page: browser code without a build step, on the far side of the wire.
import { callApi, compareNames, element, whenText } from './parts.js';
import { language, words } from './words.js';
import { startView } from './start.js';
import { tabView } from './teams-host.js';
import { chatView } from './chat.js';
import { mailView } from './mail.js';
import { calendarView } from './calendar.js';
import { filesView } from './files.js';
import { logView } from './log.js';
import { openClock } from './clock.js';

const views = {
  start: startView,
  flik: tabView,
  chatt: chatView,
  brev: mailView,
  kalender: calendarView,
  kanal: filesView,
  logg: logView,
};
const POLL_MS = 1500;

const byId = (id) => document.getElementById(id);
const main = byId('view');
const who = byId('who');
let state;
let view;
let shown = '';
let showing = 0;
let viewShown = '';
/** What had come when the view was last looked at. */
const read = { mails: 0, posts: 0 };

const me = () => state.people.find(({ oid }) => oid === who.value) ?? state.people.find(({ hasAccount }) => hasAccount);
const mailCount = () => state.mailboxes.reduce((sum, { mails }) => sum + mails, 0);

function translate() {
  document.documentElement.lang = language;
  document.title = words.title;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = words[node.dataset.text];
  for (const node of document.querySelectorAll('[data-label]'))
    node.setAttribute('aria-label', words[node.dataset.label]);
  const other = byId('other-language');
  other.lang = language === 'en' ? 'sv' : 'en';
  other.addEventListener('click', () => (other.href = `?lang=${other.lang}${location.hash}`));
}

async function refreshState() {
  state = await callApi('state');
  byId('trouble').textContent = '';
  if (who.options.length === 0) fillPeople();
  clock.show(state);
  showBadges();
}

function showBadges() {
  const name = viewName();
  if (name === 'brev') read.mails = mailCount();
  if (name === 'chatt') read.posts = state.posts;
  const badge = (id, count) => (byId(id).textContent = count > 0 ? words.newThings(count) : '');
  badge('new-mails', mailCount() - read.mails);
  badge('new-posts', state.posts - read.posts);
}

function fillPeople() {
  const planners = new Set(state.conversations.find(({ kind }) => kind === 'groupChat')?.memberIds);
  const people = state.people.filter(({ hasAccount }) => hasAccount);
  const option = ({ oid, name, kind, jobTitle }) =>
    element(
      'option',
      { value: oid },
      [name, jobTitle].filter(Boolean).join(', ') + (kind === 'guest' ? ` (${words.guest})` : ''),
    );
  const group = (label, members) => element('optgroup', { label }, members.map(option));
  who.replaceChildren(
    group(
      words.planners,
      people.filter(({ oid }) => planners.has(oid)),
    ),
    group(
      words.others,
      people.filter(({ oid }) => !planners.has(oid)).sort((one, other) => compareNames(one.name, other.name)),
    ),
  );
  const remembered = sessionStorage.getItem('who') ?? state.guide?.leadOid;
  if (people.some(({ oid }) => oid === remembered)) who.value = remembered;
}

const viewName = () => location.hash.slice(1).split('/')[0] || 'start';

async function changeView() {
  byId('news').textContent = '';
  await show();
  // A view may have a better place to begin, such as the line where one writes.
  if (main !== document.activeElement && main.contains(document.activeElement)) return;
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
}

async function show() {
  const turn = ++showing;
  viewShown = viewName();
  const [name, ...rest] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const chosen = views[name] ?? startView;
  for (const link of document.querySelectorAll('.views a')) {
    if (link.hash === `#${viewName()}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  view?.close?.();
  view = undefined;
  main.replaceChildren();
  showBadges();
  const pane = element('div', { className: 'view' });
  main.append(pane);
  const opened = await chosen({ main: pane, me, state: () => state, refreshState, rest, wind: clock.move, become });
  if (turn === showing) view = opened;
  else opened?.close?.();
}

/** Changes who one is, as with the list at the top. */
function become(oid) {
  who.value = oid;
  sessionStorage.setItem('who', oid);
}

async function startOver() {
  byId('ask').close();
  if (!state.mayStartOver) return void (byId('trouble').textContent = words.cannotStartOver);
  byId('news').textContent = words.startingOver;
  document.body.setAttribute('aria-busy', 'true');
  try {
    await callApi('start-over', {});
    sessionStorage.clear();
    location.hash = '#start';
    location.reload();
  } catch (problem) {
    byId('news').textContent = '';
    byId('trouble').textContent = problem.message;
  } finally {
    document.body.removeAttribute('aria-busy');
  }
}

const clock = openClock({
  refresh: async () => {
    await refreshState();
    await view?.refresh?.();
  },
  counts: () => ({ mails: mailCount(), posts: state.posts }),
});

async function poll() {
  if (document.hidden) return;
  try {
    const { version, now } = await callApi('clock');
    byId('now').textContent = whenText(now);
    if (version === shown) return;
    shown = version;
    await refreshState();
    await view?.refresh?.();
  } catch (problem) {
    byId('trouble').textContent = problem.message;
  }
}

translate();
main.append(element('p', { className: 'pane quiet', role: 'status' }, words.loading));
await refreshState();
Object.assign(read, { mails: mailCount(), posts: state.posts });
shown = (await callApi('clock')).version;
await show();
byId('start-over').addEventListener('click', () => byId('ask').showModal());
byId('ask-no').addEventListener('click', () => byId('ask').close());
byId('ask-yes').addEventListener('click', () => void startOver());
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
who.addEventListener('change', () => {
  become(who.value);
  void show();
});
addEventListener('hashchange', () => void changeView());
// The address may have changed while the first view was on its way.
if (viewName() !== viewShown) await show();
setInterval(() => void poll(), POLL_MS);
