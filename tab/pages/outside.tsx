import { Button, FluentProvider, teamsDarkTheme, teamsLightTheme } from '@fluentui/react-components';
import type { Language } from '../../src/domain/words.ts';
import { sayIn } from '../language.tsx';
import { shell } from '../wording/shell.ts';

/** Shown when nobody frames the tab: without Teams there is no sign-in. `link` opens the same page there. */
export function Outside({ language, link }: { language: Language; link: string }) {
  const say = sayIn(language);
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return (
    <FluentProvider theme={isDark ? teamsDarkTheme : teamsLightTheme} className="tab">
      <main id="main" className="outside">
        <h1>{say(shell.outsideTitle)}</h1>
        <p>{say(shell.outsideText)}</p>
        <p>
          <Button as="a" appearance="primary" href={link}>
            {say(shell.outsideLink)}
          </Button>
        </p>
        <p className="quiet">{say(shell.outsideParticipant)}</p>
      </main>
    </FluentProvider>
  );
}
