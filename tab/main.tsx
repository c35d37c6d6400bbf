import { createRoot } from 'react-dom/client';
import { call, createCache, readKey, setHostForCalls } from './api.ts';
import { App } from './app.tsx';
import { addressOf, linkIntoTeams, readSubPage } from './deep-link.ts';
import { announceReady, connect, type Host } from './host.ts';
import { Outside } from './pages/outside.tsx';
import { projectPath, wantedProject } from './project.tsx';
import { pageOf, tabPages } from './routes.tsx';

const base = '/tab';

/** Hand-shake, first page's code and first data at the same time; then one render that has everything. */
async function start(root: HTMLElement): Promise<void> {
  const cache = createCache();
  let page = pageOf(location.pathname.slice(base.length));
  let code = page.load();
  let host: Host;
  try {
    host = await connect();
  } catch {
    createRoot(root).render(
      <Outside
        link={linkIntoTeams(new URL(location.href), base)}
        language={/^en\b/i.test(navigator.language) ? 'en' : 'sv'}
      />,
    );
    return;
  }
  setHostForCalls(host);
  const linked = addressOf(readSubPage(host.subPage), base);
  if (linked !== undefined && location.pathname === `${base}/idag`) {
    history.replaceState(null, '', linked);
    page = pageOf(location.pathname.slice(base.length));
    code = page.load();
  }
  document.documentElement.lang = host.language;
  const wanted = wantedProject(location.search, readSubPage(host.subPage).projectId);
  const reads = wanted === null ? [''] : ['', projectPath(wanted), `${projectPath(wanted)}${page.firstRead}`];
  const answers = reads.map((path) => cache.prefetchQuery({ queryKey: readKey(path), queryFn: () => call(path) }));
  await Promise.all([code, ...answers]);
  createRoot(root).render(<App host={host} cache={cache} />);
  announceReady();
  // The rest comes while somebody reads the first page, so that changing page is instant.
  setTimeout(() => void Promise.allSettled(tabPages.map((one) => one.load())), 1500);
}

const root = document.getElementById('app');
if (root !== null) await start(root);
