import { richText } from './markdown.js';
import { callApi, element, whenText } from './parts.js';
import { words } from './words.js';

/** The channels' files and posts, as their members have them. */
export async function filesView({ main, me }) {
  const pane = element('div', { className: 'sheet' });
  const list = element('div', {});
  pane.append(list);
  main.append(pane);
  let shown = '';
  async function refresh() {
    const channels = await callApi('files');
    const oid = encodeURIComponent(me().oid);
    const posts = await Promise.all(
      channels.map(({ id }) => callApi(`chat?conversation=${encodeURIComponent(id)}&oid=${oid}`)),
    );
    const key = JSON.stringify([channels, posts]);
    if (key === shown) return;
    shown = key;
    list.replaceChildren(...channels.flatMap((channel, index) => section(channel, posts[index])));
  }
  await refresh();
  return { refresh };
}

function section({ id, name, files }, posts) {
  const standing = posts.filter(({ deletedAt }) => deletedAt === null);
  return [
    element('h3', {}, name),
    element('h4', {}, words.filesIn),
    files.length === 0
      ? element('p', { className: 'quiet' }, words.noFiles)
      : element('ul', { className: 'files' }, files.map(fileLine)),
    element('h4', {}, words.postsIn),
    ...(standing.length === 0 ? [element('p', { className: 'quiet' }, words.noPosts)] : standing.map(post)),
    element('p', {}, element('a', { href: `#chatt/${encodeURIComponent(id)}` }, words.openInChat)),
  ];
}

function post({ author, at, text, summary }) {
  return element(
    'article',
    {},
    element('p', { className: 'quiet' }, `${author} · ${whenText(at)}`),
    richText(text || summary || ''),
  );
}

function fileLine({ id, name, isFolder, size }) {
  return element(
    'li',
    {},
    isFolder
      ? element('strong', {}, `${words.folder}: ${name}`)
      : element('a', { href: `/sandbox/api/file/${encodeURIComponent(id)}`, download: '' }, name),
    isFolder ? null : element('span', { className: 'quiet' }, ` ${Math.ceil(size / 1024).toLocaleString('sv-SE')} kB`),
  );
}
