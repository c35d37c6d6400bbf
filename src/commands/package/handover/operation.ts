import type { TenantSetting } from '../../../config.ts';
import type { Words } from '../../../domain/words.ts';
import type { HandoverFacts } from './page.ts';
import type { Section } from './parts.ts';

/** What each setting of a tenant is. A new one without words does not compile. */
const settings: Readonly<Record<TenantSetting, Words>> = {
  ENTRA_TENANT_ID: { sv: 'Er klientorganisations id.', en: 'Your tenant’s id.' },
  ENTRA_CLIENT_ID: { sv: 'Appregistreringens id.', en: 'The app registration’s id.' },
  ENTRA_CLIENT_SECRET: {
    sv: 'Hemlighet. Appens nyckel till Graph. Förvara i nyckelvalv, byt före utgångsdagen.',
    en: 'Secret. The app’s key to Graph. Keep it in a key vault, change it before it expires.',
  },
  BOT_APP_ID: { sv: 'Botens id, samma som appens.', en: 'The bot’s id, the same as the app’s.' },
  BOT_APP_PASSWORD: { sv: 'Hemlighet. Botens nyckel.', en: 'Secret. The bot’s key.' },
  PUBLIC_URL: {
    sv: 'Den enda adress som deltagare ser, med https.',
    en: 'The one address that participants see, with https.',
  },
  ORGANISER_MAILBOX: { sv: 'Den organiserande brevlådan.', en: 'The organiser mailbox.' },
  VAULT_KEY: {
    sv: 'Hemlighet. 32 slumpmässiga byte i base64 som krypterar specialkost. Förvara skild från databasen och dess kopior.',
    en: 'Secret. 32 random bytes in base64 that encrypt the dietary needs. Keep it apart from the database and its copies.',
  },
};

export function operation(facts: HandoverFacts): readonly Section[] {
  return [hosting, keys, switchingOff(facts)];
}

const hosting: Section = {
  id: 'hosting',
  title: { sv: 'Drift', en: 'Hosting' },
  parts: [
    {
      kind: 'list',
      items: [
        {
          sv: 'En Node-process (Node 20 eller nyare), i behållare eller direkt på en server. Inga andra tjänster utom databasen.',
          en: 'One Node process (Node 20 or newer), in a container or on a server. No other services than the database.',
        },
        {
          sv: 'PostgreSQL. Välj plats inom EU och slå på kryptering av disk. Säkerhetskopiera med pg_dump.',
          en: 'PostgreSQL. Choose a location in the EU and turn on disk encryption. Back up with pg_dump.',
        },
        {
          sv: 'Inkommande trafik: https till den publika adressen (deltagarnas sidor, fliken, botens meddelanden, Graphs aviseringar).',
          en: 'Incoming traffic: https to the public address (participants’ pages, the tab, the bot’s messages, Graph’s notifications).',
        },
        {
          sv: 'Utgående trafik: graph.microsoft.com, login.microsoftonline.com, Bot Framework och SharePoints uppladdningsadresser. Inget annat, ingen spårning. Panelen i Outlook hämtar Microsofts eget bibliotek från appsforoffice.microsoft.com.',
          en: 'Outgoing traffic: graph.microsoft.com, login.microsoftonline.com, Bot Framework and SharePoint’s upload addresses. Nothing else, no tracking. The pane in Outlook fetches Microsoft’s own library from appsforoffice.microsoft.com.',
        },
        {
          sv: 'De publika sidorna sätter inga kakor och kör inga skript.',
          en: 'The public pages set no cookies and run no scripts.',
        },
      ],
    },
    {
      kind: 'unsure',
      words: {
        sv: 'Behållaren i infra/ är en skiss som inte har körts i ett moln.',
        en: 'The container in infra/ is an outline that has not run in a cloud.',
      },
    },
  ],
};

const keys: Section = {
  id: 'keys',
  title: { sv: 'Nycklar och inställningar', en: 'Keys and settings' },
  parts: [
    {
      kind: 'table',
      caption: {
        sv: 'Appen startar inte utan dem, bortsett från DATABASE_URL',
        en: 'The app does not start without them, DATABASE_URL excepted',
      },
      head: [
        { sv: 'Namn', en: 'Name' },
        { sv: 'Vad det är', en: 'What it is' },
      ],
      rows: [
        ...Object.entries(settings).map(([name, words]) => [name, words]),
        [
          'DATABASE_URL',
          {
            sv: 'Hemlighet. Adressen till PostgreSQL. Utan den används en inbäddad databas på samma maskin.',
            en: 'Secret. The address of PostgreSQL. Without it an embedded database on the same machine is used.',
          },
        ],
      ],
    },
    {
      kind: 'text',
      words: {
        sv: 'Förloras VAULT_KEY går specialkosten inte att läsa, inte ens ur en säkerhetskopia. Resten fungerar.',
        en: 'If VAULT_KEY is lost the dietary needs cannot be read, not even from a backup. Everything else works.',
      },
    },
  ],
};

function takingOut(file: string): string {
  return `npm run project -- list
npm run project -- export <id> --out ${file}
pg_dump "$DATABASE_URL" > larprojekt.sql`;
}

function switchingOff({ clientId }: HandoverFacts): Section {
  return {
    id: 'off',
    title: { sv: 'Stänga av och ta ut uppgifterna', en: 'Switching off and taking the data out' },
    parts: [
      {
        kind: 'list',
        items: [
          {
            sv: 'Stoppa genast: stäng av inloggning för företagsprogrammet i Entra, eller stoppa processen. Inget går ut efter det.',
            en: 'Stop at once: turn off sign-in for the enterprise application in Entra, or stop the process. Nothing goes out after that.',
          },
          {
            sv: 'Blockera appen i administrationscentret för Teams, så försvinner flik och bot.',
            en: 'Block the app in the Teams admin centre, and the tab and the bot disappear.',
          },
          {
            sv: 'Ta tillbaka åtkomsten till brevlådorna (sist i avsnitt 4). Prenumerationer på kalendern går ut av sig själva inom sju dagar.',
            en: 'Withdraw the access to the mailboxes (end of section 4). Subscriptions to the calendar expire by themselves within seven days.',
          },
          {
            sv: 'Kallelser som redan har gått ut ligger kvar i kalendrarna. Ställ in träffarna i appen först, om de ska bort.',
            en: 'Invitations that have gone out stay in the calendars. Cancel the sessions in the app first if they are to go.',
          },
        ],
      },
      {
        kind: 'code',
        label: {
          sv: 'Stänga av inloggningen för appen',
          en: 'Turning off sign-in for the app',
        },
        code: `Connect-MgGraph -Scopes "Application.ReadWrite.All"
$entra = Get-MgServicePrincipal -Filter "appId eq '${clientId}'"
Update-MgServicePrincipal -ServicePrincipalId $entra.Id -AccountEnabled:$false`,
      },
      {
        kind: 'code',
        label: {
          sv: 'Ta ut allt: ett lärprojekt i taget som läsbar fil (utan specialkost), och hela databasen',
          en: 'Taking everything out: one learning project at a time as a readable file (without dietary needs), and the whole database',
        },
        code: { sv: takingOut('<fil.json>'), en: takingOut('<file.json>') },
      },
      {
        kind: 'text',
        words: {
          sv: 'Deltagarlistan går också att hämta i fliken som Excel eller CSV. Radera till sist databas och kopior enligt ert beslut, och förstör VAULT_KEY.',
          en: 'The participant list can also be fetched in the tab as Excel or CSV. Finally, delete the database and its copies in line with your decision, and destroy VAULT_KEY.',
        },
      },
    ],
  };
}
