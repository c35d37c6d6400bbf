import type { FarSide } from '../far-side.ts';
import type { Person } from '../world.ts';
import type { StoredConversation } from './rows.ts';

export interface BotIdentity {
  readonly appId: string;
  readonly name: string;
  /** Where the bot sends its answers: our connector's address. */
  readonly serviceUrl: string;
}

export const botMri = (bot: BotIdentity): string => `28:${bot.appId}`;
export const personMri = (oid: string): string => `29:${oid}`;
export const oidOfMri = (mri: string): string => mri.replace(/^(29:|8:orgid:)/, '');

/** What every activity from Teams carries, in Teams' own shape. */
export function envelope(
  far: FarSide,
  bot: BotIdentity,
  at: { conversation: StoredConversation; rootId: string | null; from: Person },
): Record<string, unknown> {
  const { conversation, rootId, from } = at;
  const tenantId = far.directory.facts.tenantId;
  const thread = rootId === null ? conversation.id : `${conversation.id};messageid=${rootId}`;
  const team = conversation.teamId === null ? undefined : far.directory.team(conversation.teamId);
  return {
    channelId: 'msteams',
    serviceUrl: bot.serviceUrl,
    timestamp: far.clock.now().toString(),
    localTimezone: 'Europe/Stockholm',
    locale: 'sv-SE',
    from: { id: personMri(from.id), name: from.displayName, aadObjectId: from.id },
    recipient: { id: botMri(bot), name: bot.name },
    conversation: {
      id: thread,
      conversationType: conversation.kind,
      tenantId,
      ...(conversation.kind === 'personal' ? {} : { isGroup: true, name: conversation.title }),
    },
    entities: [{ type: 'clientInfo', locale: 'sv-SE', country: 'SE', platform: 'Web', timezone: 'Europe/Stockholm' }],
    channelData: {
      tenant: { id: tenantId },
      ...(conversation.kind === 'channel'
        ? {
            channel: { id: conversation.id },
            team: { id: conversation.id, aadGroupId: conversation.teamId, name: team?.displayName },
          }
        : {}),
    },
  };
}

/** A person as the roster shows it. */
export function member(far: FarSide, person: Person): Record<string, unknown> {
  const [givenName = '', ...rest] = person.displayName.split(' ');
  return {
    id: personMri(person.id),
    objectId: person.id,
    aadObjectId: person.id,
    name: person.displayName,
    givenName,
    surname: rest.join(' '),
    email: person.mail,
    userPrincipalName: person.userPrincipalName,
    tenantId: far.directory.facts.tenantId,
    userRole: person.kind === 'guest' ? 'guest' : 'user',
  };
}
