import type { IPublicClientApplication } from '@azure/msal-browser';

/** What the server says that a token must be for. */
interface Registration {
  readonly clientId: string;
}

/**
 * Signs in with the account that Outlook has already (nested app authentication): Outlook's own tokens of earlier years
 * are switched off everywhere. The library is large and is fetched beside the first look at the appointment.
 */
export function outlookSignIn(): () => Promise<string> {
  let opened: ReturnType<typeof open> | undefined;
  return async () => {
    opened ??= open();
    const { app, scopes } = await opened.catch((cause: unknown) => {
      opened = undefined;
      throw cause;
    });
    const { InteractionRequiredAuthError } = await import('@azure/msal-browser');
    try {
      return (await app.acquireTokenSilent({ scopes })).accessToken;
    } catch (cause) {
      // Somebody has to say yes once, or sign in anew.
      if (!(cause instanceof InteractionRequiredAuthError)) throw cause;
      return (await app.acquireTokenPopup({ scopes })).accessToken;
    }
  };
}

async function open(): Promise<{ app: IPublicClientApplication; scopes: string[] }> {
  const [{ createNestablePublicClientApplication }, registration] = await Promise.all([
    import('@azure/msal-browser'),
    fetch('/tab/pane/sign-in.json').then((response) => response.json() as Promise<Registration>), // our own server
  ]);
  const { clientId } = registration;
  const app = await createNestablePublicClientApplication({
    auth: { clientId, authority: 'https://login.microsoftonline.com/organizations' },
  });
  return { app, scopes: [`${clientId}/access_as_user`] };
}
