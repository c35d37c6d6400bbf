// The sandbox's own page: browser code without a build step, on the far side of the wire.
import { callApi, compareNames, element, whenText } from './parts.js';
import { language, words } from './words.js';
import { openClock } from './clock.js';
import { openDesk } from './desk.js';
import { openGuide } from './guide.js';

const POLL_MS = 1500;
/** What happens in the product alone, such as a registration, shows in no version; while the guide waits it is looked for. */
const POLLS_PER_LOOK = 4;

const byId = (id) => document.getElementById(id);
const main = byId('view');
const who = byId('who');
let state;
let shown = '';
let isPolling = false;
let polls = 0;
/** What had come when the pane was last looked at. */
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
  guide.refresh();
  showBadges();
}

function showBadges() {
  const isSeen = (name) => document.querySelector(`.pane.${name}`)?.getClientRects().length > 0;
  if (isSeen('brev')) read.mails = mailCount();
  if (isSeen('chatt')) read.posts = state.posts;
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

const parts = () => location.hash.slice(1).split('/').map(decodeURIComponent);
const viewName = () => (desk.has(parts()[0]) ? parts()[0] : 'start');

async function show() {
  const [, ...rest] = parts();
  document.body.dataset.view = viewName();
  for (const link of document.querySelectorAll('.views a')) {
    if (link.hash === `#${viewName()}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  showBadges();
  await desk.show(viewName(), rest);
}

async function changeView() {
  byId('news').textContent = '';
  await show();
  if (viewName() === 'start') byId('guide').focus({ preventScroll: true });
  else desk.focus(viewName());
  scrollTo(0, 0);
}

/** Leads to a pane: to where it stands already, else to a view of its own. */
async function go(name, rest = []) {
  if (desk.isBeside(name) && viewName() !== name) {
    if (viewName() !== 'start') {
      history.pushState(null, '', '#start');
      await show();
    }
    await desk.show(name, rest);
    return desk.focus(name);
  }
  const wanted = `#${[name, ...rest].map(encodeURIComponent).join('/')}`;
  if (decodeURIComponent(location.hash) === decodeURIComponent(wanted)) await changeView();
  else location.hash = wanted;
}

/** Changes who one is, as with the list at the top. */
function become(oid) {
  if (me()?.oid === oid) return;
  who.value = oid;
  sessionStorage.setItem('who', oid);
  void desk.changePerson();
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

async function refreshAll() {
  await refreshState();
  await desk.refresh();
}

const clock = openClock({ refresh: refreshAll, counts: () => ({ mails: mailCount(), posts: state.posts }) });
const desk = openDesk(main, { me, state: () => state, refreshState });
const guide = openGuide({
  root: byId('guide'),
  say: (text) => (byId('step-done').textContent = text),
  ...{ state: () => state, go, wind: clock.move, become },
});

async function poll(isBack = false) {
  if (document.hidden || isPolling || document.body.getAttribute('aria-busy') === 'true') return;
  isPolling = true;
  try {
    const { version, now } = await callApi('clock');
    byId('now').textContent = whenText(now);
    desk.tick();
    polls += 1;
    const isWaiting = Object.values(state.progress).includes(false) && polls % POLLS_PER_LOOK === 0;
    if (version === shown && isWaiting) return void (await refreshState());
    if (version === shown && !isBack) return;
    shown = version;
    await refreshAll();
  } catch (problem) {
    byId('trouble').textContent = problem.message;
    // What has come since is shown as soon as there is an answer again.
    shown = '';
  } finally {
    isPolling = false;
  }
}

translate();
main.setAttribute('aria-busy', 'true');
await refreshState();
Object.assign(read, { mails: mailCount(), posts: state.posts });
shown = (await callApi('clock')).version;
await show();
main.removeAttribute('aria-busy');
byId('start-over').addEventListener('click', () => byId('ask').showModal());
byId('ask-no').addEventListener('click', () => byId('ask').close());
byId('ask-yes').addEventListener('click', () => void startOver());
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  (main.getClientRects().length > 0 ? main : byId('guide')).focus();
});
who.addEventListener('change', () => {
  sessionStorage.setItem('who', who.value);
  void desk.changePerson();
});
addEventListener('hashchange', () => void changeView());
// Somebody who comes back from the form wants to see what it led to at once.
document.addEventListener('visibilitychange', () => void poll(true));
setInterval(() => void poll(), POLL_MS);
