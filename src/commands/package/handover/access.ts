import type { Words } from '../../../domain/words.ts';
import type { HandoverFacts } from './page.ts';
import type { Section } from './parts.ts';
import type { Permission } from './permissions.ts';
import { narrowing, takingBack } from './powershell.ts';

const grantWords: Readonly<Record<Permission['granted'], Words>> = {
  rbac: {
    sv: 'Exchange Online, bara för namngivna brevlådor (avsnitt 4). Samtyck inte i Entra.',
    en: 'Exchange Online, for named mailboxes only (section 4). Do not consent in Entra.',
  },
  consent: { sv: 'Samtycke i Entra, för hela klientorganisationen.', en: 'Consent in Entra, for the whole tenant.' },
};

/** What the app may do, where, and what it cannot. */
export function access(facts: HandoverFacts): readonly Section[] {
  return [permissions(facts), mailboxes(facts), cannot(facts), rbac(facts)];
}

function permissions({ permissions: all, teamsPermissions }: HandoverFacts): Section {
  return {
    id: 'permissions',
    title: { sv: 'Behörigheter och varför', en: 'Permissions and why' },
    parts: [
      {
        kind: 'text',
        words: {
          sv: `Appen använder ${all.length} behörigheter i Microsoft Graph, alla som app (utan inloggad person). Listan skapas ur koden: en behörighet som ingen har förklarat går inte att paketera.`,
          en: `The app uses ${all.length} permissions in Microsoft Graph, all of them application permissions (without a signed-in user). The list is generated from the code: a permission that nobody has explained cannot be packaged.`,
        },
      },
      {
        kind: 'table',
        caption: { sv: 'Appbehörigheter i Microsoft Graph', en: 'Application permissions in Microsoft Graph' },
        head: [
          { sv: 'Behörighet', en: 'Permission' },
          { sv: 'Används till', en: 'Used for' },
          { sv: 'Varför inte mindre', en: 'Why not less' },
          { sv: 'Ges i', en: 'Granted in' },
          { sv: 'Anropas av', en: 'Called by' },
        ],
        rows: all.map(({ name, use, reason, granted, statedBy }) => [
          name,
          use,
          reason,
          grantWords[granted],
          statedBy.map((file) => `${file}.ts`).join(', '),
        ]),
      },
      { kind: 'text', words: teamsWords(teamsPermissions) },
      {
        kind: 'text',
        words: {
          sv: 'I Outlook ber panelen om MailboxItem.ReadWrite.User. Den läser bara den bokning som är öppen när någon har öppnat panelen, letar där efter länken till lärprojektet och skriver in agendan när någon trycker på knappen. Bokningens text lämnar inte Outlook; lärprojektets namn, tiden och träffens nummer går till appen.',
          en: 'In Outlook the pane asks for MailboxItem.ReadWrite.User. It reads only the booking that is open when somebody has opened the pane, looks there for the link to the learning project, and inserts the agenda when somebody presses the button. The text of the booking does not leave Outlook; the name of the learning project, the time and the number of the session go to the app.',
        },
      },
      {
        kind: 'text',
        words: {
          sv: 'Den som öppnar fliken loggar in med Teams. Appen tar emot access_as_user och läser bara vem det är (oid och klientorganisation). Den handlar aldrig med personens egna rättigheter.',
          en: 'Whoever opens the tab signs in with Teams. The app accepts access_as_user and reads only who it is (oid and tenant). It never acts with the person’s own rights.',
        },
      },
    ],
  };
}

function teamsWords(names: readonly string[]): Words {
  if (names.length > 0)
    return {
      sv: `Teams-paketet ber om resursspecifika behörigheter: ${names.join(', ')}.`,
      en: `The Teams package asks for resource-specific permissions: ${names.join(', ')}.`,
    };
  return {
    sv: 'Teams-paketet ber inte om några resursspecifika behörigheter: varken ChatMessage.Read.Chat, ChannelMessage.Read.Group eller någon annan. Boten ser bara det som skrivs till den.',
    en: 'The Teams package asks for no resource-specific permissions: neither ChatMessage.Read.Chat, ChannelMessage.Read.Group nor any other. The bot sees only what is written to it.',
  };
}

function mailboxes({ organiserMailbox }: HandoverFacts): Section {
  return {
    id: 'mailboxes',
    title: { sv: 'Vilka brevlådor', en: 'Which mailboxes' },
    parts: [
      {
        kind: 'table',
        caption: { sv: 'Brevlådor som appen når', en: 'Mailboxes that the app reaches' },
        head: [
          { sv: 'Brevlåda', en: 'Mailbox' },
          { sv: 'Vad appen gör där', en: 'What the app does there' },
          { sv: 'Roller', en: 'Roles' },
        ],
        rows: [
          [
            {
              sv: `Den organiserande brevlådan: ${organiserMailbox}`,
              en: `The organiser mailbox: ${organiserMailbox}`,
            },
            {
              sv: 'Kallar till träffarna, läser svaren, skickar mejlen. Läser bland inkomna mejl vilka som har kommit tillbaka, vad en lokal har svarat och om någon har skrivit något om lärprojektet. En delad brevlåda, så att inget hänger på en person.',
              en: 'Invites to the sessions, reads the answers, sends the mails. Among incoming mails it reads which ones have bounced, what a venue has answered and whether somebody has written about the learning project. A shared mailbox, so that nothing depends on one person.',
            },
            'Application Calendars.ReadWrite, Application Mail.ReadWrite, Application Mail.Send',
          ],
          [
            {
              sv: 'Den delade möteskalendern (frivillig, anges per lärprojekt)',
              en: 'The shared calendar (optional, set per learning project)',
            },
            { sv: 'Skriver träffarna. Läser ingen post.', en: 'Writes the sessions. Reads no mail.' },
            'Application Calendars.ReadWrite',
          ],
          [
            { sv: 'Rummens brevlådor', en: 'The rooms’ mailboxes' },
            {
              sv: 'Bjuds in som lokal. Appen frågar om ledigt eller upptaget (getSchedule) och öppnar inte brevlådan.',
              en: 'Invited as the location. The app asks for free or busy (getSchedule) and does not open the mailbox.',
            },
            { sv: 'Ingen', en: 'None' },
          ],
          [
            {
              sv: 'Egna kalendrar hos planerare och medverkande i er organisation',
              en: 'The calendars of planners and speakers in your own organisation',
            },
            {
              sv: 'När någon söker datum frågar appen om ledigt eller upptaget (getSchedule) för dem som har kryssats i. Den ser inte vad mötena heter eller handlar om.',
              en: 'When somebody looks for dates, the app asks for free or busy (getSchedule) for those who are ticked. It does not see what the meetings are called or about.',
            },
            { sv: 'Ingen', en: 'None' },
          ],
        ],
      },
      {
        kind: 'text',
        words: {
          sv: 'Ingen tjänstepersons egen brevlåda eller kalender öppnas. Deltagarnas kalendrar frågas det aldrig om.',
          en: 'No official’s own mailbox or calendar is opened. Participants’ calendars are never asked about.',
        },
      },
    ],
  };
}

function cannot({ teamsPermissions }: HandoverFacts): Section {
  const chat: Words =
    teamsPermissions.length > 0
      ? { sv: 'Läsa chattar utöver det som står ovan.', en: 'Read chats beyond what stands above.' }
      : {
          sv: 'Läsa chattar och kanaler. Bara det som skrivs direkt till boten eller nämner den når den.',
          en: 'Read chats and channels. Only what is written directly to the bot, or mentions it, reaches it.',
        };
  return {
    id: 'cannot',
    title: { sv: 'Det här kan appen inte göra', en: 'What the app cannot do' },
    parts: [
      {
        kind: 'list',
        items: [
          {
            sv: 'Läsa eller skriva i någon annan brevlåda eller kalender, när avsnitt 4 är gjort.',
            en: 'Read or write in any other mailbox or calendar, once section 4 has been carried out.',
          },
          chat,
          {
            sv: 'Skicka något till deltagare utan att någon har sett texten och bekräftat, eller att deltagaren själv har gjort något. Import och installation skickar ingenting.',
            en: 'Send anything to participants unless somebody has seen the text and confirmed it, or the participants have done something themselves. Import and installation send nothing.',
          },
          {
            sv: 'Skriva specialkost i mejl, kalender, chatt, lista, logg eller export. Den finns bara krypterad i databasen.',
            en: 'Write dietary needs in mail, calendar, chat, list, log or export. They exist only in the database, encrypted.',
          },
          {
            sv: 'Visa vem som svarat vad i en utvärdering, inte ens för den som läser databasen när svaren är blandade.',
            en: 'Show who answered what in an evaluation, not even to somebody who reads the database once the answers have been mixed.',
          },
          {
            sv: 'Läsa lösenord, ändra konton, grupper eller inställningar, eller skapa gästkonton.',
            en: 'Read passwords, change accounts, groups or settings, or create guest accounts.',
          },
          {
            sv: 'Öppnas av en annan organisation: bara klientorganisationer som ni har angett släpps in, och varje organisations uppgifter hålls isär.',
            en: 'Be opened by another organisation: only tenants that you have listed are let in, and each tenant’s data is kept apart.',
          },
        ],
      },
      {
        kind: 'text',
        words: {
          sv: 'Sites.ReadWrite.All är bredare än vad som används: appen skriver bara i mappen för deltagarnas kanal, men behörigheten i sig når fler platser.',
          en: 'Sites.ReadWrite.All is wider than what is used: the app writes only in the folder of the participants’ channel, but the permission itself reaches more sites.',
        },
      },
    ],
  };
}

function rbac(facts: HandoverFacts): Section {
  return {
    id: 'rbac',
    title: { sv: 'Så begränsar ni till två brevlådor', en: 'How to limit it to two mailboxes' },
    parts: [
      {
        kind: 'text',
        words: {
          sv: 'Kalender och post ges med RBAC för applikationer i Exchange Online. Ge inte samma behörighet i Entra: de läggs ihop, och då nås hela klientorganisationen.',
          en: 'Calendars and mail are granted with RBAC for Applications in Exchange Online. Do not grant the same permission in Entra: the two add up, and the whole tenant can then be reached.',
        },
      },
      {
        kind: 'code',
        label: {
          sv: 'Exchange Online PowerShell, som Exchange-administratör',
          en: 'Exchange Online PowerShell, as Exchange administrator',
        },
        code: { sv: narrowing(facts, 'sv'), en: narrowing(facts, 'en') },
      },
      {
        kind: 'text',
        words: {
          sv: 'Kontrollera de två sista raderna: InScope ska vara True för den organiserande brevlådan och False för er egen. En ändring kan ta 30–60 minuter innan den märks.',
          en: 'Check the last two lines: InScope must be True for the organiser mailbox and False for your own. A change can take 30–60 minutes to take effect.',
        },
      },
      {
        kind: 'unsure',
        words: {
          sv: 'Att getSchedule visar rummens tider när rummen ligger utanför omfånget. Ser appen inte när rum är lediga: lägg rummens adresser i kalenderomfånget.',
          en: 'That getSchedule shows the rooms’ times when the rooms are outside the scope. If the app does not see when rooms are free: add the rooms’ addresses to the calendar scope.',
        },
      },
      {
        kind: 'unsure',
        words: {
          sv: 'Att prenumerationen på ändringar i kalendern räcker med RBAC för applikationer. Får appen ingen prenumeration läser den kalendern med jämna mellanrum i stället.',
          en: 'That RBAC for Applications is enough for the subscription to calendar changes. If the app gets no subscription, it reads the calendar at intervals instead.',
        },
      },
      {
        kind: 'unsure',
        words: {
          sv: 'Kommandona är skrivna efter Microsofts dokumentation och har inte körts av oss i en skarp klientorganisation.',
          en: 'The commands follow Microsoft’s documentation and have not been run by us in a live tenant.',
        },
      },
      {
        kind: 'code',
        label: { sv: 'Ta tillbaka åtkomsten', en: 'Withdraw the access' },
        code: takingBack(facts),
      },
    ],
  };
}
