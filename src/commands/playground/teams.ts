/** Somebody of the sandbox, as the Playground shows them. */
export interface PlaygroundPerson {
  readonly oid: string;
  readonly name: string;
  readonly mail: string;
}

export const playgroundIds = {
  personal: 'personal-1',
  group: '19:planering-playground@thread.v2',
  channel: '19:deltagare-playground@thread.tacv2',
  team: '19:allmant-playground@thread.tacv2',
} as const;

/** The Playground knows exactly one tenant, six people, one group chat and a team with one channel beside General. */
const others = 5;

/**
 * The Playground's configuration, version 0.1.1; JSON is YAML too. The first person is the one who writes.
 * @throws when there are fewer than six people
 */
export function playgroundConfig(world: {
  readonly tenantId: string;
  readonly bot: { readonly appId: string; readonly name: string };
  readonly teamId: string;
  readonly people: readonly PlaygroundPerson[];
}): string {
  const [current, ...rest] = world.people.map(userOf);
  if (current === undefined || rest.length < others)
    throw new Error(
      'Playground behöver sex personer med konto. / The Playground needs six people with an account in the tenant.',
    );
  return JSON.stringify(
    {
      version: '0.1.1',
      tenantId: world.tenantId,
      bot: { id: `28:${world.bot.appId}`, name: world.bot.name },
      currentUser: current,
      users: rest.slice(0, others),
      personalChat: { id: playgroundIds.personal },
      groupChat: { id: playgroundIds.group, name: 'Planeringsgruppen' },
      team: {
        id: playgroundIds.team,
        name: 'Lärprojekt',
        aadGroupId: world.teamId,
        channels: [{ id: playgroundIds.channel, name: 'Deltagare' }],
      },
    },
    null,
    2,
  );
}

function userOf(person: PlaygroundPerson): Record<string, string> {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  return {
    id: `29:${person.oid}`,
    name: person.name,
    userPrincipleName: person.mail,
    aadObjectId: person.oid,
    givenName,
    surname: rest.join(' '),
    email: person.mail,
  };
}
