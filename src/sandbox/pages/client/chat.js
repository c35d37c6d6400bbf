import { renderCard } from './cards.js';
import { richText } from './markdown.js';
import { callApi, chooser, element, picker, whenText } from './parts.js';
import { inMyLanguage, words } from './words.js';

const TYPING_MS = 700;
const order = ['groupChat', 'personal', 'channel'];

/** Teams' chats as one person has them: their conversations, the posts, and a place to write. */
export async function chatView({ main, me, state, refreshState, rest }) {
  let chosen = rest[0];
  let replyTo = null;
  let isClosed = false;
  const parts = layout((id) => open(id));
  main.append(parts.whole);
  const { posts, status, trouble, box, mention, older } = parts;
  const nodes = new Map();

  const mine = () =>
    state()
      .conversations.filter(({ memberIds }) => memberIds.includes(me().oid))
      .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  const here = () => mine().find(({ id }) => id === chosen) ?? mine()[0];
  const nameOf = ({ kind, title }) => (kind === 'personal' ? words.botAndMe : title.split(' › ').at(-1));
  const teamOf = ({ kind, title }) => (kind === 'channel' ? title.split(' › ')[0] : '');

  const say = (text) => {
    status.textContent = text;
    trouble.textContent = '';
  };
  const complain = (text) => {
    status.textContent = '';
    trouble.textContent = text;
  };

  /** Runs what asks the bot, with "skriver …" while it lasts. */
  async function asking(work) {
    const conversation = here();
    say('');
    const timer = setInterval(async () => {
      const { isTyping } = await callApi(`chat/typing?conversation=${encodeURIComponent(conversation.id)}`);
      if (isTyping) say(words.typing(state().botName));
    }, TYPING_MS);
    try {
      await work(conversation);
    } catch (problem) {
      complain(problem.message);
    } finally {
      clearInterval(timer);
      await refresh();
    }
  }

  function acted(post, action, node) {
    return asking(async () => {
      node.setAttribute('aria-busy', 'true');
      say(words.working);
      const answer = await callApi('chat/act', { post: post.id, oid: me().oid, action }).finally(() =>
        node.removeAttribute('aria-busy'),
      );
      say('');
      if (answer?.type?.endsWith('activity.message')) say(answer.value);
      if (answer?.type?.endsWith('error')) complain(inMyLanguage(answer.value?.message ?? words.failed));
    });
  }

  async function refresh() {
    const conversation = here();
    drawList(conversation);
    if (conversation === undefined) return void posts.replaceChildren(element('p', {}, words.noConversation));
    drawTop(conversation);
    const oid = encodeURIComponent(me().oid);
    const all = await callApi(`chat?conversation=${encodeURIComponent(conversation.id)}&oid=${oid}`);
    if (isClosed || here()?.id !== conversation.id) return;
    const wasLast = posts.lastElementChild;
    drawPosts(conversation, all);
    if (posts.lastElementChild !== wasLast) toTheEnd();
  }

  /** Within the pane where that scrolls by itself, else only as far as one is looking at it. */
  function toTheEnd() {
    const { body } = parts.scroller();
    if (body.scrollHeight > body.clientHeight) body.scrollTop = body.scrollHeight;
    else if (parts.whole.contains(document.activeElement)) parts.form.scrollIntoView({ block: 'end' });
  }

  function drawList(conversation) {
    const items = mine().map((one) => ({
      id: one.id,
      name: nameOf(one),
      detail: teamOf(one),
      note: one.kind === 'channel' ? words.channel : one.kind === 'groupChat' ? words.group : '',
    }));
    const isFocused = parts.list.contains(document.activeElement);
    parts.list.replaceChildren(chooser(items, conversation?.id, open));
    parts.pick.show([{ items }], conversation?.id);
    if (isFocused) parts.list.querySelector('[aria-current]')?.focus();
  }

  function open(id) {
    chosen = id;
    replyTo = null;
    nodes.clear();
    posts.replaceChildren();
    say('');
    if (document.body.dataset.view === 'chatt') history.replaceState(null, '', `#chatt/${encodeURIComponent(id)}`);
    return refresh();
  }

  function drawTop(conversation) {
    const isGroup = conversation.kind !== 'personal';
    parts.mentionLabel.hidden = !isGroup;
    parts.mentionHelp.hidden = !isGroup;
    parts.title.textContent = nameOf(conversation);
    const people = isGroup ? words.members(conversation.memberIds.length) : '';
    parts.count.textContent = [teamOf(conversation), people].filter(Boolean).join(' · ');
    parts.install.textContent = conversation.isInstalled ? words.uninstall : words.install;
    parts.install.className = conversation.isInstalled ? '' : 'main';
    parts.settings.open ||= !conversation.isInstalled;
    const root = replyTo === null ? undefined : nodes.get(replyTo)?.author;
    parts.replying.hidden = replyTo === null;
    parts.replyingText.textContent = root === undefined ? '' : words.replying(root);
    parts.hint.textContent = nodes.size === 0 ? (conversation.isInstalled ? words.writeHelp : words.notInstalled) : '';
  }

  /** Only what has changed is drawn anew, so that nothing typed in a card is lost. */
  function drawPosts(conversation, all) {
    const order = conversation.kind === 'channel' ? threads(all) : all;
    for (const post of order) {
      const key = JSON.stringify([post, older.checked, post.rootId === null]);
      const known = nodes.get(post.id);
      if (known?.key === key) continue;
      const node = message(conversation, post);
      known?.node.replaceWith(node);
      nodes.set(post.id, { key, node, author: post.author });
    }
    order.forEach(({ id }, index) => {
      const { node } = nodes.get(id);
      if (posts.children[index] !== node) posts.insertBefore(node, posts.children[index] ?? null);
    });
    drawTop(conversation);
  }

  function message(conversation, post) {
    const isReply = post.rootId !== null;
    const author = [post.author, post.isGuest ? `(${words.guest})` : '', post.from === me().oid ? `(${words.you})` : '']
      .filter(Boolean)
      .join(' ');
    const node = element(
      'article',
      {
        className: [
          post.from === me().oid ? 'mine' : '',
          post.from === 'bot' ? 'bot' : '',
          isReply ? 'reply' : '',
        ].join(' '),
      },
      element(
        'p',
        { className: 'quiet byline' },
        element('strong', {}, author),
        ` ${whenText(post.at)}${post.editedAt && !post.deletedAt ? ` · ${words.edited}` : ''}`,
      ),
    );
    if (post.deletedAt !== null) {
      node.append(element('p', { className: 'quiet' }, words.deleted));
      return node;
    }
    if (post.text) node.append(richText(post.text));
    for (const { contentType, content } of post.attachments) {
      if (!contentType.includes('card.adaptive')) continue;
      const onAction = (action) => void acted(post, action, node);
      node.append(renderCard(post.view ?? content, { isOlder: older.checked, onAction }));
    }
    if (conversation.kind === 'channel' && !isReply) node.append(replyButton(post));
    return node;
  }

  function replyButton(post) {
    return element(
      'button',
      {
        type: 'button',
        className: 'plain',
        onclick: () => {
          replyTo = post.id;
          drawTop(here());
          box.focus();
        },
      },
      words.reply,
    );
  }

  parts.install.addEventListener('click', () =>
    asking(async ({ id, isInstalled }) => {
      await callApi(isInstalled ? 'chat/uninstall' : 'chat/install', { conversation: id, oid: me().oid });
      await refreshState();
    }),
  );
  parts.newThread.addEventListener('click', () => {
    replyTo = null;
    drawTop(here());
    box.focus();
  });
  older.addEventListener('change', () => void refresh());
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    void asking(async (conversation) => {
      const isMentioned = conversation.kind !== 'personal' && mention.checked;
      const wish = { conversation: conversation.id, oid: me().oid, text, mention: isMentioned, rootId: replyTo };
      const { heard, status: answered } = await callApi('chat/say', wish);
      say(heard ? '' : conversation.isInstalled ? words.notHeard : words.notHeardHere);
      if (answered >= 300) complain(words.botFailed(answered));
    });
  });
  function prepare(text) {
    if (!text) return;
    box.value = text;
    mention.checked = true;
    box.focus();
  }
  prepare(rest[1]);
  await callApi('chat/personal', { oid: me().oid });
  await refreshState();
  await refresh();
  return {
    refresh,
    async go([id, text]) {
      if (id && id !== here()?.id) await open(id);
      prepare(text);
      toTheEnd();
    },
    close: () => (isClosed = true),
  };
}

/** A thread's replies stand under its first post. */
function threads(all) {
  return all
    .filter(({ rootId }) => rootId === null)
    .flatMap((root) => [root, ...all.filter(({ rootId }) => rootId === root.id)]);
}

function layout(onChoose) {
  const list = element('div', { className: 'aside', role: 'group', 'aria-label': words.conversations });
  const pick = picker(words.conversations, onChoose);
  const title = element('h3', { className: 'whose' });
  const count = element('span', { className: 'quiet' });
  const install = element('button', { type: 'button' });
  const older = element('input', { type: 'checkbox' });
  const hint = element('p', { className: 'quiet' });
  const posts = element('div', { className: 'posts', role: 'log', 'aria-label': words.chat });
  const status = element('p', { role: 'status', className: 'news' });
  const trouble = element('p', { role: 'alert', className: 'error' });
  const box = element('input', { type: 'text', autocomplete: 'off' });
  const mention = element('input', { type: 'checkbox', checked: true });
  const mentionLabel = element('label', {}, mention, ` ${words.mention}`);
  const mentionHelp = element('p', { className: 'quiet', id: 'mention-help' }, words.mentionHelp);
  mention.setAttribute('aria-describedby', 'mention-help');
  const replyingText = element('span', {});
  const newThread = element('button', { type: 'button', className: 'plain' }, words.newThread);
  const replying = element('p', { className: 'replying', hidden: true }, replyingText, ' ', newThread);
  const form = element(
    'form',
    { className: 'say' },
    status,
    trouble,
    replying,
    element('label', { className: 'text' }, words.write, box),
    element('button', { className: 'main' }, words.send),
    mentionLabel,
    mentionHelp,
  );
  const settings = element(
    'details',
    { className: 'settings' },
    element('summary', {}, words.chatSettings),
    element('div', { className: 'actions' }, install, element('label', {}, older, ` ${words.olderTeams}`)),
    element('p', { className: 'quiet' }, words.olderTeamsHelp),
  );
  const top = element('div', { className: 'toolbar' }, title, count);
  const detail = element('div', { className: 'detail' }, top, settings, hint, posts, form);
  const whole = element('div', { className: 'split' }, list, pick.whole, detail);
  return {
    ...{ whole, list, pick, title, count, install, older, hint, posts, status, trouble, box, form, settings },
    ...{ mention, mentionLabel, mentionHelp, replying, replyingText, newThread },
    scroller: () => ({ body: whole.closest('.body') }),
  };
}
