import { callApi, chooser, element, whenText } from './parts.js';

/** Renders with the real Adaptive Cards renderer and gives the chosen action back. */
function renderCard(content, onAction) {
  const { AdaptiveCard, HostConfig } = globalThis.AdaptiveCards;
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({ fontFamily: 'inherit', supportsInteractivity: true });
  card.parse(content);
  card.onExecuteAction = (action) => {
    const type = action.getJsonTypeName();
    if (type === 'Action.OpenUrl') return void open(action.url, '_blank', 'noopener');
    onAction({ type, verb: action.verb, data: action.data ?? {} });
  };
  return card.render();
}

/** Text with the little Markdown that Teams shows: bold, lists and line breaks. */
function richText(text) {
  const box = element('div', {});
  for (const line of text.split('\n')) {
    const paragraph = element('div', {});
    for (const [index, part] of line.split('**').entries())
      paragraph.append(index % 2 === 1 ? element('strong', {}, part) : part);
    if (line === '') paragraph.append(element('br'));
    box.append(paragraph);
  }
  return box;
}

export async function chatView({ main, me, state, refreshState, rest }) {
  let chosen = rest[0];
  const list = element('div', {});
  const posts = element('div', { className: 'posts', 'aria-live': 'polite' });
  const status = element('p', { role: 'status' });
  const box = element('input', { type: 'text', name: 'text', autocomplete: 'off' });
  const mention = element('input', { type: 'checkbox', checked: true });
  const mentionLabel = element('label', {}, mention, ' Nämn boten');
  const form = element(
    'form',
    { className: 'say' },
    element('label', { className: 'text' }, 'Skriv till boten', box),
    mentionLabel,
    element('button', { className: 'main' }, 'Skicka'),
  );
  const top = element('div', { className: 'toolbar' });
  main.append(element('div', { className: 'split' }, list, element('section', {}, top, posts, status, form)));

  await callApi('chat/personal', { oid: me().oid });
  await refreshState();
  const mine = () => state().conversations.filter(({ memberIds }) => memberIds.includes(me().oid));
  const conversation = () => mine().find(({ id }) => id === chosen) ?? mine()[0];

  async function acted(post, action) {
    status.textContent = '';
    status.className = '';
    try {
      const answer = await callApi('chat/act', { post: post.id, oid: me().oid, action });
      if (answer?.type?.endsWith('activity.message')) status.textContent = answer.value;
      if (answer?.type?.endsWith('error')) throw new Error(answer.value?.message ?? 'Något gick fel. Försök igen.');
    } catch (problem) {
      status.className = 'error';
      status.textContent = problem.message;
    }
    await refresh();
  }

  async function refresh() {
    const here = conversation();
    const names = mine().map(({ id, title, kind }) => ({
      id,
      name: kind === 'personal' ? 'Boten och jag' : title,
      note: kind === 'channel' ? 'kanal' : kind === 'groupChat' ? 'grupp' : '',
    }));
    list.replaceChildren(
      chooser(names, here?.id, (id) => {
        chosen = id;
        history.replaceState(null, '', `#chatt/${encodeURIComponent(id)}`);
        void refresh();
      }),
    );
    if (here === undefined) return void posts.replaceChildren(element('p', {}, 'Du är inte med i något samtal.'));
    mentionLabel.hidden = here.kind === 'personal';
    const install = element(
      'button',
      {
        type: 'button',
        onclick: async () => {
          await callApi(here.isInstalled ? 'chat/uninstall' : 'chat/install', { conversation: here.id, oid: me().oid });
          await refreshState();
          await refresh();
        },
      },
      here.isInstalled ? 'Ta bort appen här' : 'Installera appen här',
    );
    top.replaceChildren(element('h2', {}, names.find(({ id }) => id === here.id)?.name ?? ''), install);
    const all = await callApi(`chat?conversation=${encodeURIComponent(here.id)}&oid=${encodeURIComponent(me().oid)}`);
    posts.replaceChildren(
      ...(all.length === 0
        ? [
            element(
              'p',
              { className: 'quiet' },
              here.isInstalled ? 'Skriv hjälp för att börja.' : 'Installera appen för att börja.',
            ),
          ]
        : all.filter(({ deletedAt }) => deletedAt === null).map(message)),
    );
    posts.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }

  function message(post) {
    const cards = post.attachments
      .filter(({ contentType }) => contentType.includes('card.adaptive'))
      .map(({ content }) => renderCard(post.view ?? content, (action) => acted(post, action)));
    return element(
      'article',
      { className: post.from === me().oid ? 'mine' : '' },
      element(
        'header',
        { className: 'quiet' },
        `${post.author} · ${whenText(post.at)}${post.editedAt ? ' · ändrat' : ''}`,
      ),
      post.text ? richText(post.text) : null,
      ...cards,
    );
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    const here = conversation();
    await callApi('chat/say', {
      conversation: here.id,
      oid: me().oid,
      text,
      mention: here.kind !== 'personal' && mention.checked,
    });
    await refresh();
  });
  await refresh();
  return { refresh };
}
