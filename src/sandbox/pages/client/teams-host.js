import { callApi, element } from './parts.js';
import { language, words } from './words.js';

/** Who frames the tab: what it is called in the protocol, the client that asks for its token, and whether it has what only Teams has. */
const programs = {
  Teams: { client: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', isTeams: true },
  Outlook: { client: 'bc59ab01-8403-45c6-8796-ac3ef710b3e3', isTeams: false },
  Office: { client: '4765445b-32c6-49b0-83e6-1d93765276ca', isTeams: false },
};

/**
 * A parent window that speaks the teams-js protocol, so that the tab runs unchanged with the real library:
 * `{id, uuidAsString, func, args}` in, `{id, uuidAsString, args}` out, `{func, args}` for what the host starts.
 */
export async function tabView({ main, tools, me, state, refreshState, rest }) {
  let theme = sessionStorage.getItem('theme') ?? usualTheme();
  let locale = sessionStorage.getItem('locale') ?? (language === 'en' ? 'en-us' : 'sv-se');
  let program = sessionStorage.getItem('program') ?? 'Teams';
  const page = rest.length > 0 ? rest.join('/') : (state().guide?.tabPage ?? 'idag');
  const frame = element('iframe', { id: 'app', title: 'Lärprojekt', src: `/tab/${page}` });
  const chooseTheme = element(
    'select',
    { 'aria-label': words.theme },
    ...Object.entries(words.themes).map(([value, name]) =>
      element('option', { value, selected: value === theme }, name),
    ),
  );
  const chooseLocale = element(
    'select',
    { 'aria-label': words.language },
    ...Object.entries({ 'sv-se': 'Svenska', 'en-us': 'English' }).map(([value, name]) =>
      element('option', { value, selected: value === locale }, name),
    ),
  );
  const chooseProgram = element(
    'select',
    { 'aria-label': words.program },
    ...Object.entries(words.programs).map(([value, name]) =>
      element('option', { value, selected: value === program }, name),
    ),
  );
  tools.append(
    element('span', { className: 'quiet' }, words.tabAs(me().name)),
    chooseProgram,
    chooseTheme,
    chooseLocale,
  );
  main.append(frame);

  // The set-up window of a configurable tab: the host's Save button sleeps until the tab says that a choice is made.
  const frameContext = page === 'config' ? 'settings' : 'content';
  const saved = element('span', { role: 'status' });
  const save = element('button', { type: 'button', className: 'main', disabled: true }, words.saveTab);
  save.addEventListener('click', () => send({ func: 'settings.save', args: [{}] }));
  if (frameContext === 'settings') tools.append(save, saved);

  const send = (message) => frame.contentWindow?.postMessage(message, location.origin);
  const context = () => ({
    locale,
    theme,
    entityId: 'idag',
    subEntityId: '',
    userObjectId: me().oid,
    tid: '',
    userPrincipalName: me().mail,
    loginHint: me().mail,
    userDisplayName: me().name,
    frameContext,
    hostName: program,
    hostClientType: 'web',
    sessionId: 'sandbox',
    appSessionId: 'sandbox',
    ringId: 'general',
  });
  // Outlook and Microsoft 365 have neither tabs that are set up nor what only Teams calls its core.
  const runtime = () => ({
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    supports: {
      app: { notifySuccessResponse: {} },
      ...(programs[program].isTeams
        ? { pages: { config: {}, backStack: {}, currentApp: {}, tabs: {} }, teamsCore: {} }
        : { pages: { backStack: {}, currentApp: {} } }),
    },
  });

  const answers = {
    initialize: () => [frameContext, 'web', JSON.stringify(runtime()), '2.0.1'],
    getContext: () => [context()],
    'authentication.getAuthToken': async () => {
      try {
        return [
          true,
          (await callApi(`token?oid=${encodeURIComponent(me().oid)}&client=${programs[program].client}`)).token,
        ];
      } catch (problem) {
        return [false, problem.message];
      }
    },
    executeDeepLink: (url) => {
      open(url, '_blank', 'noopener');
      return [true];
    },
    'appInitialization.success': () => {
      stands = true;
      tick();
      return [undefined];
    },
    'settings.setValidityState': (isValid) => void (save.disabled = !isValid),
    'settings.setSettings': ({ contentUrl, suggestedDisplayName }) => {
      saved.textContent = `${suggestedDisplayName}: ${contentUrl}`;
      return [true];
    },
  };
  let stands = false;
  const path = () => frame.contentWindow?.location.pathname ?? '';
  /** The content lead's page of the day stands in the frame, and somebody is there. */
  function tick() {
    const { guide, progress } = state();
    const isThere = stands && document.activeElement === frame && path() === `/tab/${guide?.tabPage}`;
    if (!isThere || progress.today || me().oid !== guide.leadOid) return;
    void callApi('looked', {}).then(refreshState);
  }

  async function hear(event) {
    if (event.source !== frame.contentWindow || typeof event.data?.func !== 'string') return;
    const { id, uuidAsString, func, args = [] } = event.data;
    const result = await answers[func]?.(...args);
    if (result !== undefined) send({ id, uuidAsString, args: result });
  }
  addEventListener('message', hear);
  chooseTheme.addEventListener('change', () => {
    theme = chooseTheme.value;
    sessionStorage.setItem('theme', theme);
    send({ func: 'themeChange', args: [theme] });
  });
  chooseProgram.addEventListener('change', () => {
    program = chooseProgram.value;
    sessionStorage.setItem('program', program);
    frame.contentWindow.location.reload();
  });
  chooseLocale.addEventListener('change', () => {
    locale = chooseLocale.value;
    sessionStorage.setItem('locale', locale);
    frame.contentWindow.location.reload();
  });
  return {
    tick,
    go([wanted]) {
      if (path() !== `/tab/${wanted}`) {
        stands = false;
        frame.src = `/tab/${wanted}`;
      }
      frame.focus();
      tick();
    },
    // What one does on coming back to the tab from another: it looks for news.
    refresh: () => frame.contentDocument?.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
    close: () => removeEventListener('message', hear),
  };
}

/** Teams has themes of its own; at first the one that the machine asks for. */
function usualTheme() {
  if (matchMedia('(forced-colors: active)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}
