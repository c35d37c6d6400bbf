/// <reference types="office-js" />
import type { Page } from 'playwright-core';

/** What stands open in the Outlook that the pane is told of. */
export interface OpenInOutlook {
  readonly subject: string;
  /** ISO instant; absent in a message. */
  readonly start?: string;
  readonly body: string;
  readonly isCompose?: boolean;
}

export interface OutlookWish {
  readonly item: OpenInOutlook | null;
  readonly language?: 'sv-SE' | 'en-GB';
  /** Colour of Outlook's background, `#292929` in the dark theme. */
  readonly background?: string;
  /** What Outlook's broker hands out; null when somebody has to sign in and does not. */
  readonly token: string | null;
  /** The message takes no HTML. */
  readonly isPlainText?: boolean;
  /** The library runs outside Outlook. */
  readonly isElsewhere?: boolean;
}

const library = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Stands in for Outlook: its library at its address, and the broker that MSAL speaks to. The pane and MSAL are the real ones. */
export async function openInOutlook(page: Page, wish: OutlookWish): Promise<void> {
  await page.route(library, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `(${standIn.toString()})(${JSON.stringify(wish)})` }),
  );
}

/** Somebody chooses another appointment beside a pinned pane. */
export async function choose(page: Page, item: OpenInOutlook | null): Promise<void> {
  await page.evaluate(`window.outlook.choose(${JSON.stringify(item)})`);
}

/** What has been put in the message that is being written. */
export async function written(page: Page): Promise<string> {
  return String(await page.evaluate('window.outlook.written'));
}

type Answer<Value> = (result: Pick<Office.AsyncResult<Value>, 'status' | 'value' | 'error'>) => void;

/** Runs in the browser, so it stands alone. Only what the pane may ask of a Mailbox 1.5 is there. */
function standIn(wish: OutlookWish): void {
  const page = globalThis as unknown as Record<string, unknown>; // the browser's window
  const state = { item: wish.item, written: '' };
  const status = { succeeded: 'succeeded', failed: 'failed' } as unknown as Record<string, Office.AsyncResultStatus>;
  const ok = <Value>(value: Value): Parameters<Answer<Value>>[0] => ({
    status: status['succeeded'] as Office.AsyncResultStatus,
    value,
    error: undefined as unknown as Office.Error,
  });
  const no = (message: string): Parameters<Answer<never>>[0] => ({
    status: status['failed'] as Office.AsyncResultStatus,
    value: undefined as never,
    error: { code: 9020, name: 'Error', message },
  });
  // Office always calls back later, never at once.
  const later = (work: () => void): void => void setTimeout(work, 1);
  const handlers: (() => void)[] = [];
  const itemOf = (open: OpenInOutlook): object => {
    const start = open.start === undefined ? undefined : new Date(open.start);
    const body: Pick<Office.Body, 'getAsync' | 'setSelectedDataAsync'> = {
      getAsync: (_type: unknown, hear: unknown) => later(() => (hear as Answer<string>)(ok(open.body))),
      setSelectedDataAsync: (data: string, _options: unknown, hear?: unknown) =>
        later(() => {
          if (wish.isPlainText === true) return (hear as Answer<void>)(no('The format is not valid.'));
          state.written += data;
          (hear as Answer<void>)(ok(undefined));
        }),
    };
    const asked = <Value>(value: Value) => ({ getAsync: (hear: Answer<Value>) => later(() => hear(ok(value))) });
    return open.isCompose === true
      ? { body, subject: asked(open.subject), ...(start === undefined ? {} : { start: asked(start) }) }
      : { body, subject: open.subject, ...(start === undefined ? {} : { start }) };
  };
  const mailbox = {
    item: state.item === null ? null : itemOf(state.item),
    addHandlerAsync: (_event: unknown, hear: () => void) => void handlers.push(hear),
  };
  page['Office'] = {
    onReady: () => Promise.resolve({ host: wish.isElsewhere === true ? null : 'Outlook', platform: 'OfficeOnline' }),
    HostType: { Outlook: 'Outlook' },
    CoercionType: { Html: 'html', Text: 'text' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    EventType: { ItemChanged: 'olkItemSelectedChanged' },
    context: {
      mailbox,
      displayLanguage: wish.language ?? 'sv-SE',
      officeTheme: { bodyBackgroundColor: wish.background ?? '#ffffff' },
    },
  };
  page['outlook'] = {
    choose: (item: OpenInOutlook | null) => {
      mailbox.item = item === null ? null : itemOf(item);
      for (const hear of handlers) hear();
    },
    get written() {
      return state.written;
    },
  };
  // The broker of nested app authentication, as Outlook offers it to MSAL.
  const listeners: ((message: string) => void)[] = [];
  page['nestedAppAuthBridge'] = {
    addEventListener: (_name: string, hear: (message: string) => void) => void listeners.push(hear),
    removeEventListener: () => undefined,
    postMessage: (text: string) => {
      const { method, requestId } = JSON.parse(text) as { method: string; requestId: string };
      const head = { messageType: 'NestedAppAuthResponse', requestId };
      const account = {
        environment: 'login.microsoftonline.com',
        username: 'karin',
        localAccountId: 'x',
        tenantId: 'y',
      };
      const { token } = wish;
      const reply =
        method === 'GetInitContext'
          ? { ...head, success: true, initContext: { sdkName: 'stand-in', sdkVersion: '1', capabilities: {} } }
          : token === null
            ? { ...head, success: false, error: { status: 'USER_INTERACTION_REQUIRED', code: 'x', description: 'no' } }
            : {
                ...head,
                success: true,
                account: { ...account, homeAccountId: 'x.y' },
                token: { access_token: token, id_token: token, expires_in: 3599, scope: 'access_as_user' },
              };
      later(() => {
        for (const hear of listeners) hear(JSON.stringify(reply));
      });
    },
  };
}
