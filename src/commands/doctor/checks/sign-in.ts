import { fault, fine, words, type Finding, type Trouble } from '../types.ts';
import type { Bench } from '../bench.ts';

type Known = Omit<Trouble, 'state' | 'why'> & { readonly why?: Trouble['why'] };

/** Names of the settings that a sign-in is made of: Graph's own, or the bot's. */
export interface SignInNames {
  readonly id: 'ENTRA_CLIENT_ID' | 'BOT_APP_ID';
  readonly secret: 'ENTRA_CLIENT_SECRET' | 'BOT_APP_PASSWORD';
}

export async function signIn({ roles, setup }: Bench): Promise<readonly Finding[]> {
  const names: SignInNames = { id: 'ENTRA_CLIENT_ID', secret: 'ENTRA_CLIENT_SECRET' };
  return await signedIn(roles, names, setup.clientId, words('Appen loggar in i Entra.', 'The app signs in to Entra.'));
}

/** Tries to get a token, and explains Entra's refusal by its number. Anything but a refusal is thrown on. */
export async function signedIn(
  token: () => Promise<unknown>,
  names: SignInNames,
  clientId: string,
  well: Trouble['what'],
): Promise<readonly Finding[]> {
  try {
    await token();
    return [fine(well.sv, well.en)];
  } catch (cause) {
    const number = refusalNumber(cause);
    if (number === undefined) throw cause;
    return [refusal(number, names, clientId)];
  }
}

function refusalNumber(cause: unknown): string | undefined {
  return cause instanceof Error ? /AADSTS(\d+)/.exec(cause.message)?.[1] : undefined;
}

function refusal(number: string, names: SignInNames, clientId: string): Finding {
  const { why, ...known } = (refusals[number] ?? unknownRefusal(number))(names, clientId);
  return fault({
    why:
      why ??
      words(
        `Entra svarade AADSTS${number}. Utan inloggning går inget annat.`,
        `Entra answered AADSTS${number}. Without signing in, nothing else works.`,
      ),
    ...known,
  });
}

const noTenant = (): Known => ({
  what: words('Det finns ingen sådan klientorganisation i Entra.', 'Entra has no such tenant.'),
  who: 'you',
  how: words(
    'Skriv Klientorganisations-ID från Entra → Översikt i ENTRA_TENANT_ID.',
    'Write the Tenant ID from Entra → Overview in ENTRA_TENANT_ID.',
  ),
});

const noApp = ({ id }: SignInNames, clientId: string): Known => ({
  what: words(`Appen ${clientId} finns inte i klientorganisationen.`, `The app ${clientId} is not in the tenant.`),
  who: 'globalAdmin',
  how: words(
    `Jämför ${id} med Program-ID i Entra → Appregistreringar. Finns den inte: registrera appen, eller lägg till den som företagsprogram.`,
    `Compare ${id} with the Application ID in Entra → App registrations. If it is not there: register the app, or add it as an enterprise application.`,
  ),
  command: `az ad sp create --id ${clientId}`,
});

const refusals: Readonly<Record<string, (names: SignInNames, clientId: string) => Known>> = {
  '90002': noTenant,
  '900023': noTenant,
  '50059': noTenant,
  '700016': noApp,
  '7000229': noApp,
  '7000215': ({ secret }, clientId) => ({
    what: words(`Hemligheten i ${secret} är fel.`, `The secret in ${secret} is wrong.`),
    why: words(
      'Entra svarade AADSTS7000215. Oftast har hemlighetens ID kopierats i stället för dess värde.',
      'Entra answered AADSTS7000215. Most often the secret’s ID has been copied instead of its value.',
    ),
    who: 'globalAdmin',
    how: words(
      `Värdet visas bara när hemligheten skapas. Gör en ny i Entra → Appregistreringar → Certifikat och hemligheter och skriv den i ${secret}.`,
      `The value is only shown when the secret is made. Make a new one in Entra → App registrations → Certificates & secrets and write it in ${secret}.`,
    ),
    command: `az ad app credential reset --id ${clientId} --append --display-name larprojekt`,
  }),
  '7000222': ({ secret }, clientId) => ({
    what: words(`Hemligheten i ${secret} har gått ut.`, `The secret in ${secret} has expired.`),
    who: 'globalAdmin',
    how: words(
      `Gör en ny hemlighet, skriv den i ${secret} och starta om. Sätt en påminnelse före nästa slutdatum.`,
      `Make a new secret, write it in ${secret} and restart. Set a reminder before the next end date.`,
    ),
    command: `az ad app credential reset --id ${clientId} --append --display-name larprojekt`,
  }),
  '7000112': (_names, clientId) => ({
    what: words('Appen är avstängd i Entra.', 'The app is switched off in Entra.'),
    who: 'globalAdmin',
    how: words(
      'Slå på den i Entra → Företagsprogram → Lärprojekt → Egenskaper → Aktiverad för inloggning.',
      'Switch it on in Entra → Enterprise applications → Lärprojekt → Properties → Enabled for users to sign in.',
    ),
    command: `az ad sp update --id ${clientId} --set accountEnabled=true`,
  }),
  '53003': () => ({
    what: words('En regel för villkorsstyrd åtkomst stoppar appen.', 'A conditional access policy stops the app.'),
    who: 'globalAdmin',
    how: words(
      'Tillåt serverns adress för appen i Entra → Skydd → Villkorsstyrd åtkomst.',
      'Allow the server’s address for the app in Entra → Protection → Conditional Access.',
    ),
  }),
};

const unknownRefusal = (number: string) => (): Known => ({
  what: words(`Entra nekade inloggningen (AADSTS${number}).`, `Entra refused the sign-in (AADSTS${number}).`),
  who: 'globalAdmin',
  how: words(
    `Läs vad koden betyder på https://login.microsoftonline.com/error?code=${number}`,
    `Read what the code means at https://login.microsoftonline.com/error?code=${number}`,
  ),
});
