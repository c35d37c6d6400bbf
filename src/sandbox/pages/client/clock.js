import { callApi, element, whenText } from './parts.js';
import { language, words } from './words.js';

const LOOK_MS = 250;
const byId = (id) => document.getElementById(id);

/** The clock: where it stands, where it can be wound, and how far it has come. */
export function openClock({ refresh, counts }) {
  const controls = () => [...document.querySelectorAll('.clock button, .clock select')];
  let isMoving = false;

  function show({ now, marks }) {
    byId('now').textContent = whenText(now);
    const moments = byId('moments');
    const chosen = moments.value;
    moments.replaceChildren(
      element('option', { value: '' }, words.chooseMoment),
      ...marks.map(({ id, label, at }) => element('option', { value: id }, `${label[language]}, ${whenText(at)}`)),
    );
    if (marks.some(({ id }) => id === chosen)) moments.value = chosen;
  }

  /** Shows the time as it passes and what has come; other windows and the demonstration may move it too. */
  async function follow({ from, mails }, isDone) {
    while (!isDone()) {
      const { now, target, mails: sent } = await callApi('clock').catch(() => ({}));
      if (isDone() || now === undefined) break;
      byId('now').textContent = whenText(now);
      const told = target ? words.winding(whenText(target)) : words.windingSoon;
      if (byId('progress-text').textContent !== told) byId('progress-text').textContent = told;
      byId('progress-count').textContent = words.sentSoFar(sent - mails);
      const whole = target ? Date.parse(target) - from : 0;
      if (whole > 0) byId('progress-bar').value = (Date.parse(now) - from) / whole;
      else byId('progress-bar').removeAttribute('value');
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  async function move(to) {
    if (isMoving) return;
    byId('trouble').textContent = '';
    if (!to) {
      byId('news').textContent = words.chooseFirst;
      return byId('moments').focus();
    }
    isMoving = true;
    const before = counts();
    const focused = document.activeElement;
    byId('news').textContent = '';
    byId('progress-text').textContent = words.windingSoon;
    byId('progress-count').textContent = '';
    byId('progress').hidden = false;
    for (const control of controls()) control.setAttribute('aria-disabled', 'true');
    let isDone = false;
    try {
      const { now, mails } = await callApi('clock');
      const moved = callApi('clock', { to }).finally(() => (isDone = true));
      await Promise.all([moved, follow({ from: Date.parse(now), mails }, () => isDone)]);
      await refresh();
      const after = counts();
      byId('news').textContent = words.arrived(
        byId('now').textContent,
        Math.max(0, after.mails - before.mails),
        Math.max(0, after.posts - before.posts),
      );
    } catch (problem) {
      byId('news').textContent = '';
      byId('trouble').textContent = problem.message;
    }
    isMoving = false;
    byId('progress').hidden = true;
    byId('progress-bar').removeAttribute('value');
    for (const control of controls()) control.removeAttribute('aria-disabled');
    if (focused?.isConnected) focused.focus({ preventScroll: true });
  }

  for (const button of document.querySelectorAll('[data-clock]'))
    button.addEventListener('click', () => void move(button.dataset.clock));
  byId('wind').addEventListener('click', () => void move(byId('moments').value));
  return { show, move };
}
