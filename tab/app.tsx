import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { readSubPage } from './deep-link.ts';
import type { Host, HostTheme } from './host.ts';
import { LanguageContext } from './language.tsx';
import { ConfigPage } from './pages/config.tsx';
import { ProjectsPage } from './pages/projects/projects.tsx';
import { Boundary } from './parts/boundary.tsx';
import { MessagesProvider } from './parts/messages.tsx';
import { Shell } from './shell.tsx';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** Providers and the choice of page. */
export function App({ host, cache }: { host: Host; cache: QueryClient }) {
  const [theme, setTheme] = useState<HostTheme>(host.theme);
  useEffect(() => host.onTheme(setTheme), [host]);
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
  return (
    <FluentProvider theme={themes[theme]} className={`tab theme-${theme}`}>
      <LanguageContext.Provider value={host.language}>
        <QueryClientProvider client={cache}>
          <MessagesProvider>
            <Boundary>
              <Router base="/tab">
                <Switch>
                  <Route path="/config">
                    <ConfigPage isSettings={host.isSettings} />
                  </Route>
                  <Route path="/projekt" component={ProjectsPage} />
                  <Route path="/">
                    <Redirect to={`/idag${location.search}`} replace />
                  </Route>
                  <Route>
                    <Shell subPage={readSubPage(host.subPage).projectId} />
                  </Route>
                </Switch>
              </Router>
            </Boundary>
          </MessagesProvider>
        </QueryClientProvider>
      </LanguageContext.Provider>
    </FluentProvider>
  );
}
