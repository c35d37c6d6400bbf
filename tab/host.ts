import type { Language } from '../src/domain/words.ts';
import { app, authentication, pages } from './teams.ts';

export type HostTheme = 'default' | 'dark' | 'contrast';

/** The program that frames the tab: Teams, or the sandbox's page that speaks the same protocol. */
export interface Host {
  readonly theme: HostTheme;
  readonly language: Language;
  /** What a link into the tab was about: a project's id, and a page of it (`deep-link.ts`); empty without. */
  readonly subPage: string;
  /** The tab stands in the host's set-up window. */
  readonly isSettings: boolean;
  onTheme(hear: (theme: HostTheme) => void): void;
  /** A fresh token of the person for our own API. Fetched per call and never stored. */
  token(): Promise<string>;
}

export class NoHost extends Error {
  override readonly name = 'NoHost';
}

/** Inside a frame that does not answer, the library itself would wait for a minute. */
const PATIENCE_MS = 5000;

/** Shakes hands with the host. Rejects with {@link NoHost} when there is none. */
export async function connect(): Promise<Host> {
  await withinPatience(app.initialize());
  const context = await withinPatience(app.getContext());
  app.notifyAppLoaded();
  return {
    theme: themeOf(context.app.theme),
    language: /^en\b/i.test(context.app.locale) ? 'en' : 'sv',
    subPage: context.page.subPageId ?? '',
    isSettings: context.page.frameContext === 'settings',
    onTheme: (hear) => app.registerOnThemeChangeHandler((theme) => hear(themeOf(theme))),
    token: () => authentication.getAuthToken(),
  };
}

/** Tells the host that the page stands; until then it shows a spinner of its own. */
export function announceReady(): void {
  void app.notifySuccess();
}

export interface TabChoice {
  readonly projectId: string;
  readonly name: string;
}

/** The configurable tab's set-up: the host's own Save button keeps what has been chosen. Only in its set-up window. */
export function offerTab(choice: TabChoice | null): void {
  pages.config.registerOnSaveHandler((saving) => {
    if (choice === null) return saving.notifyFailure('no project chosen');
    const address = `${location.origin}/tab/idag?projekt=${encodeURIComponent(choice.projectId)}`;
    void pages.config
      .setConfig({
        entityId: choice.projectId,
        contentUrl: address,
        websiteUrl: address,
        suggestedDisplayName: choice.name,
      })
      .then(
        () => saving.notifySuccess(),
        () => saving.notifyFailure(),
      );
  });
  pages.config.setValidityState(choice !== null);
}

/** `glass` and themes still to come look like the light one. */
function themeOf(name: string): HostTheme {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

async function withinPatience<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoHost('the host does not answer')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, patience]);
  } catch (cause) {
    throw cause instanceof NoHost ? cause : new NoHost('there is no host', { cause });
  } finally {
    clearTimeout(timer);
  }
}
