import { createRoot } from 'react-dom/client';
import type { Language } from '../../src/domain/words.ts';
import { createCache, setHostForCalls } from '../api.ts';
import { Empty } from '../parts/states.tsx';
import { pane as words } from '../wording/pane.ts';
import { connectOutlook, type Outlook } from './office.ts';
import { PaneApp, PaneFrame } from './pane.tsx';
import { outlookSignIn } from './sign-in.ts';

async function start(root: HTMLElement): Promise<void> {
  let outlook: Outlook;
  try {
    outlook = await connectOutlook();
  } catch {
    const language: Language = /^en\b/i.test(navigator.language) ? 'en' : 'sv';
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.lang = language;
    createRoot(root).render(
      <PaneFrame language={language} isDark={isDark}>
        <Empty title={words.outside} text={words.outsideText} />
      </PaneFrame>,
    );
    return;
  }
  document.documentElement.lang = outlook.language;
  document.documentElement.style.colorScheme = outlook.isDark ? 'dark' : 'light';
  setHostForCalls({ token: outlookSignIn(), language: outlook.language });
  createRoot(root).render(<PaneApp outlook={outlook} cache={createCache()} />);
}

const root = document.getElementById('app');
if (root !== null) await start(root);
