import type { Bench } from '../bench.ts';
import type { LookedConversation } from '../database.ts';
import { fault, fine, warning, words, type Finding } from '../types.ts';
import { signedIn } from './sign-in.ts';

export function botRegistration({ setup }: Bench): readonly Finding[] {
  if (setup.botAppId.toLowerCase() === setup.clientId.toLowerCase())
    return [fine('Boten och fliken delar appregistrering.', 'The bot and the tab share one registration.')];
  return [
    fault({
      what: words('Boten har en annan appregistrering än fliken.', 'The bot has another registration than the tab.'),
      why: words(
        'BOT_APP_ID och ENTRA_CLIENT_ID skiljer sig. Då godtar Teams inte paketet, och boten vet inte vem som skriver.',
        'BOT_APP_ID and ENTRA_CLIENT_ID differ. So Teams does not take the package, and the bot does not know who writes.',
      ),
      who: 'globalAdmin',
      how: words(
        'Skapa Azure Bot med samma app-id som appregistreringen, som en klientorganisation (single tenant), och slå på kanalen Teams.',
        'Make the Azure Bot with the same app id as the registration, single tenant, and turn on the Teams channel.',
      ),
      command: `az bot create --resource-group <grupp> --name larprojekt --app-type SingleTenant --appid ${setup.clientId} --tenant-id ${setup.tenantId} --endpoint ${setup.publicUrl}/api/messages
az bot msteams create --resource-group <grupp> --name larprojekt`,
    }),
  ];
}

export async function botSignIn({ botToken, setup }: Bench): Promise<readonly Finding[]> {
  const names = { id: 'BOT_APP_ID', secret: 'BOT_APP_PASSWORD' } as const;
  return await signedIn(botToken, names, setup.botAppId, words('Boten loggar in.', 'The bot signs in.'));
}

/**
 * The app's own permissions show neither the organisation's catalogue nor who has installed what. What Teams has told the
 * bot does, and asking who is in a chat, which Teams answers only to a bot that is in it too.
 */
export async function botInstalled(bench: Bench): Promise<readonly Finding[]> {
  const { looked, setup } = bench;
  const facts = await looked();
  const known = facts.kind === 'open' ? facts.conversations : [];
  const strangers = known.filter(({ botId }) => !botId.toLowerCase().endsWith(setup.botAppId.toLowerCase()));
  if (strangers.length > 0) return [otherBot(strangers)];
  const ours = known.filter(({ installed }) => installed);
  if (ours.length === 0) return [nowhere()];
  const linked = known.filter(({ audience }) => audience !== null);
  const troubles = await Promise.all(linked.map((one) => rosterTrouble(bench, one)));
  const found = troubles.filter((trouble) => trouble !== undefined);
  if (found.length > 0) return found;
  const count = (kind: string): number => ours.filter((one) => one.kind === kind).length;
  const [chats, channels] = [count('groupChat'), count('channel')];
  return [
    fine(
      `Teams har berättat var boten finns. Gruppchattar: ${chats}. Kanaler: ${channels}.`,
      `Teams has told where the bot is. Group chats: ${chats}. Channels: ${channels}.`,
    ),
  ];
}

/** Undefined when Teams lets the bot in. */
async function rosterTrouble(
  { setup, botToken }: Bench,
  conversation: LookedConversation,
): Promise<Finding | undefined> {
  if (!conversation.installed) return takenAway(conversation);
  const at = `${conversation.serviceUrl.replace(/\/$/, '')}/v3/conversations/${encodeURIComponent(conversation.id)}`;
  const { status } = await setup.reach(`${at}/pagedmembers?pageSize=50`, await botToken());
  if (status === 403 || status === 404) return takenAway(conversation);
  return status === 401 ? notRegistered() : undefined;
}

const notRegistered = (): Finding =>
  fault({
    what: words('Teams känner inte igen boten.', 'Teams does not know the bot.'),
    why: words(
      'Inloggningen går, men Teams svarar 401: boten är inte registrerad för Teams.',
      'The sign-in works, but Teams answers 401: the bot is not registered for Teams.',
    ),
    who: 'you',
    how: words(
      'Slå på kanalen Microsoft Teams i Azure → Azure Bot → Kanaler.',
      'Turn on the channel Microsoft Teams in Azure → Azure Bot → Channels.',
    ),
    command: 'az bot msteams create --resource-group <grupp> --name larprojekt',
  });

const nowhere = (): Finding =>
  warning({
    what: words('Boten är inte installerad i någon chatt eller kanal.', 'The bot is installed in no chat or channel.'),
    why: words(
      'Teams har inte berättat om någon installation. Appens behörigheter visar inte organisationens appkatalog, så den får ni se efter själva.',
      'Teams has told of no installation. The app’s permissions do not show the organisation’s catalogue, so look there yourselves.',
    ),
    who: 'teamsAdmin',
    how: words(
      'Ladda upp dist/larprojekt.zip i Teams administrationscenter → Teams-appar → Hantera appar, och tillåt den. Lägg sedan till appen i planeringschatten.',
      'Upload dist/larprojekt.zip in the Teams admin center → Teams apps → Manage apps, and allow it. Then add the app to the planning chat.',
    ),
    command: 'npm run package',
  });

const otherBot = (strangers: readonly LookedConversation[]): Finding =>
  warning({
    what: words(
      `${strangers.length} chattar har installerat en annan bot än BOT_APP_ID.`,
      `${strangers.length} chats have installed another bot than BOT_APP_ID.`,
    ),
    why: words(
      'Den gamla boten får meddelandena, och den nya får inte skriva där.',
      'The old bot gets the messages, and the new one may not write there.',
    ),
    who: 'teamsAdmin',
    how: words(
      'Ladda upp det nya paketet i Teams administrationscenter och lägg till appen på nytt i chatten.',
      'Upload the new package in the Teams admin center and add the app to the chat again.',
    ),
    command: 'npm run package',
  });

const takenAway = ({ audience }: LookedConversation): Finding =>
  warning({
    what:
      audience === 'planning'
        ? words('Boten har tagits bort ur en planeringschatt.', 'The bot has been removed from a planning chat.')
        : words(
            'Boten har tagits bort ur deltagarnas kanal.',
            'The bot has been removed from the participants’ channel.',
          ),
    why: words('Det som skulle skrivas där når ingen.', 'What was to be written there reaches nobody.'),
    who: 'you',
    how: words(
      'Lägg till appen igen: i chatten eller kanalen, + → Lärprojekt.',
      'Add the app again: in the chat or channel, + → Lärprojekt.',
    ),
  });
