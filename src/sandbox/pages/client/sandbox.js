// The sandbox's own page: browser code without a build step, on the far side of the wire.
import { callApi, element, whenText } from './parts.js';
import { calendarView, filesView, logView, mailView } from './views.js';
import { chatView } from './chat.js';
import { tabView } from './teams-host.js';

const views = {
  flik: tabView,
  chatt: chatView,
  brev: mailView,
  kalender: calendarView,
  kanal: filesView,
  logg: logView,
};
const POLL_MS = 4000;

const main = document.querySelector('#view');
const who = document.querySelector('#who');
const clockState = document.querySelector('#clock-state');
let state;
let view;

const me = () => state.people.find(({ oid }) => oid === who.value) ?? state.people.find(({ hasAccount }) => hasAccount);

async function refreshState() {
  state = await callApi('state');
  document.querySelector('#now').textContent = whenText(state.now);
  if (who.options.length === 0) fillPeople();
  const marks = state.marks.map(({ id, label }) =>
    element('button', { type: 'button', onclick: () => move(id) }, label),
  );
  document.querySelector('#marks').replaceChildren(...marks);
}

function fillPeople() {
  const withAccount = state.people.filter(({ hasAccount }) => hasAccount);
  who.replaceChildren(
    ...withAccount.map(({ oid, name, kind }) =>
      element('option', { value: oid }, kind === 'guest' ? `${name} (gäst)` : name),
    ),
  );
  const remembered = sessionStorage.getItem('who');
  if (withAccount.some(({ oid }) => oid === remembered)) who.value = remembered;
}

async function move(to) {
  const buttons = [...document.querySelectorAll('.clock button')];
  buttons.forEach((button) => (button.disabled = true));
  clockState.textContent = 'Spolar fram …';
  try {
    await callApi('clock', { to });
    clockState.textContent = '';
  } catch (problem) {
    clockState.textContent = problem.message;
  }
  await refreshState();
  document.querySelectorAll('.clock button').forEach((button) => (button.disabled = false));
  await view?.refresh?.();
}

async function show() {
  const [name = 'flik', ...rest] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const chosen = views[name] ?? tabView;
  for (const link of document.querySelectorAll('.views a')) {
    if (link.hash === `#${name}` || (name === '' && link.hash === '#flik')) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  view?.close?.();
  main.replaceChildren();
  view = await chosen({ main, me, state: () => state, refreshState, rest });
}

document
  .querySelectorAll('[data-clock]')
  .forEach((button) => button.addEventListener('click', () => move(button.dataset.clock)));
who.addEventListener('change', () => {
  sessionStorage.setItem('who', who.value);
  void show();
});
addEventListener('hashchange', () => void show());
await refreshState();
await show();
setInterval(async () => {
  const before = state.version;
  const beforeMails = state.mailboxes.reduce((sum, { mails }) => sum + mails, 0);
  await refreshState();
  const mails = state.mailboxes.reduce((sum, box) => sum + box.mails, 0);
  if (state.version !== before || mails !== beforeMails) await view?.refresh?.();
}, POLL_MS);
