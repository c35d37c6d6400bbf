import type { FarSide } from '../far-side.ts';
import { guidFrom } from '../guid.ts';
import type { Channel, Team } from '../world.ts';
import { contextOf, ok } from './call.ts';
import type { Call, Reply } from './call.ts';
import { driveIdOf, ensureFolder, itemShape } from './drive-items.ts';
import { GraphFault } from './errors.ts';
import { listed, selected } from './query.ts';
import type { Routes } from './router.ts';
import { edmInstant } from './zones.ts';

export const teamRoutes: Routes = {
  'GET /teams/{team}': (call) =>
    ok({ '@odata.context': contextOf('teams/$entity'), ...selected(call, teamShape(call, teamOf(call))) }),
  'GET /teams/{team}/members': (call) => {
    const team = teamOf(call);
    const refused = ['$orderby', '$search'];
    return ok(
      listed(call, contextOf(`teams('${team.id}')/members`), membersOf(call.far, team), { pageSize: 100, refused }),
    );
  },
  'GET /teams/{team}/channels': (call) => {
    const team = teamOf(call);
    const shapes = team.channels.map((channel) => channelShape(call, team, channel));
    return ok(listed(call, contextOf(`teams('${team.id}')/channels`), shapes, { pageSize: 100 }));
  },
  'GET /teams/{team}/channels/{channel}': (call) => {
    const { team, channel } = channelOf(call);
    return ok({
      '@odata.context': contextOf(`teams('${team.id}')/channels/$entity`),
      ...selected(call, channelShape(call, team, channel)),
    });
  },
  'GET /teams/{team}/channels/{channel}/members': (call) => {
    const { team, channel } = channelOf(call);
    const context = contextOf(`teams('${team.id}')/channels('${encodeURIComponent(channel.id)}')/members`);
    return ok({ '@odata.context': context, value: membersOf(call.far, team) });
  },
  'GET /teams/{team}/channels/{channel}/filesFolder': filesFolder,
};

function teamOf(call: Call): Team {
  const team = call.far.directory.team(call.param('team'));
  if (team === undefined) throw new GraphFault(404, 'NotFound', `No team found with Group Id ${call.param('team')}.`);
  return team;
}

function channelOf(call: Call): { team: Team; channel: Channel } {
  const team = teamOf(call);
  const channel = team.channels.find((one) => one.id === call.param('channel'));
  if (channel === undefined) throw new GraphFault(404, 'NotFound', `Channel '${call.param('channel')}' was not found.`);
  return { team, channel };
}

/** SharePoint makes a channel's folder some time after the channel: the first question comes too early. */
function filesFolder(call: Call): Reply {
  const { far } = call;
  const { team, channel } = channelOf(call);
  const driveId = driveIdOf(team, channel);
  const known = far.tables.folderWishes.get(channel.id);
  if (known === undefined) {
    const readyAt = far.clock.nowMs() + (far.directory.facts.channelFolderAfterSeconds ?? 0) * 1000;
    const folder = ensureFolder(far, { driveId, parentId: null, name: channel.displayName });
    far.tables.folderWishes.put({ id: channel.id, driveId, folderId: folder.id, readyAt });
  }
  const folder = known === undefined ? undefined : far.tables.driveItems.get(known.folderId);
  if (known === undefined || folder === undefined || known.readyAt > far.clock.nowMs())
    throw new GraphFault(404, 'NotFound', 'Folder location for this channel is not ready yet, please try again later.');
  const context = contextOf(`teams('${team.id}')/channels('${encodeURIComponent(channel.id)}')/filesFolder/$entity`);
  return ok({ '@odata.context': context, ...itemShape(far, folder) });
}

/** Members as Graph tells them, membership id and all; an address elsewhere is no member. */
export function membersOf(far: FarSide, team: Team): Record<string, unknown>[] {
  return team.members.flatMap((member) => {
    const person = far.directory.user(member.personId);
    if (person === undefined) return [];
    return {
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      id: Buffer.from(guidFrom(`member ${team.id} ${person.id}`)).toString('base64'),
      roles: member.roles,
      displayName: person.displayName,
      visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
      userId: person.id,
      // What a guest's member has here is not documented; the address is the useful guess.
      email: person.mail,
      tenantId: far.directory.facts.tenantId,
    };
  });
}

function teamShape(call: Call, team: Team): Record<string, unknown> {
  return {
    id: team.id,
    createdDateTime: startedAt(call),
    displayName: team.displayName,
    description: null,
    internalId: team.channels[0]?.id ?? null,
    classification: null,
    specialization: 'none',
    visibility: 'private',
    webUrl: `https://teams.microsoft.com/l/team/${encodeURIComponent(team.id)}`,
    isArchived: false,
    tenantId: call.far.directory.facts.tenantId,
  };
}

function channelShape(call: Call, team: Team, channel: Channel): Record<string, unknown> {
  return {
    id: channel.id,
    createdDateTime: startedAt(call),
    displayName: channel.displayName,
    description: null,
    isFavoriteByDefault: null,
    email: '',
    tenantId: call.far.directory.facts.tenantId,
    webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}/${encodeURIComponent(channel.displayName)}?groupId=${team.id}&tenantId=${call.far.directory.facts.tenantId}`,
    membershipType: channel.membershipType ?? 'standard',
    isArchived: false,
  };
}

const startedAt = (call: Call): string => edmInstant(Date.parse(call.far.directory.facts.startsAt));
