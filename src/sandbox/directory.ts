import type { Row, State } from './state.ts';
import { guidFrom } from './guid.ts';
import { exchangeDefaults } from './world.ts';
import type { Channel, Person, Room, RoomList, RoomPolicy, SharedMailbox, Team, World } from './world.ts';

/** Who and what exists: the world as it is now, findable by address and id. */
export interface Directory {
  readonly facts: WorldFacts;
  people(): readonly Person[];
  rooms(): readonly Room[];
  roomLists(): readonly RoomList[];
  mailboxes(): readonly SharedMailbox[];
  teams(): readonly Team[];
  /** By object id or user principal name; a mere mail address does not name a user. */
  user(idOrName: string): Person | undefined;
  personByMail(mail: string): Person | undefined;
  room(mail: string): Room | undefined;
  roomPolicy(mail: string): RoomPolicy | undefined;
  sharedMailbox(mail: string): SharedMailbox | undefined;
  team(id: string): Team | undefined;
  channel(id: string): { team: Team; channel: Channel } | undefined;
  /** The address of the mailbox that `/users/{this}` names, lower-case; undefined when it has none in the tenant. */
  mailboxAddress(idOrName: string): string | undefined;
  displayName(address: string): string;
  addPeople(people: readonly Person[]): void;
  addRooms(rooms: readonly Room[]): void;
  setRoomPolicy(mail: string, policy: Partial<RoomPolicy>): void;
  setTemperament(mail: string, temperament: NonNullable<Person['temperament']>): void;
  /** Adds everything of a world to what is there; the same address or id is replaced. */
  extend(world: World): void;
}

export type WorldFacts = Omit<World, 'people' | 'rooms' | 'roomLists' | 'mailboxes' | 'teams'>;

interface Wrapped<T> extends Row {
  readonly value: T;
}

export const lower = (text: string): string => text.trim().toLowerCase();

export function openDirectory(state: State, world: World): Directory {
  const facts = state.table<Wrapped<WorldFacts>>('world.facts');
  const people = state.table<Wrapped<Person>>('world.people');
  const byId = people.index(({ value }) => lower(value.id));
  const byName = people.index(({ value }) => lower(value.userPrincipalName));
  const rooms = state.table<Wrapped<Room>>('world.rooms');
  const lists = state.table<Wrapped<RoomList>>('world.roomLists');
  const mailboxes = state.table<Wrapped<SharedMailbox>>('world.mailboxes');
  const teams = state.table<Wrapped<Team>>('world.teams');

  const missingFrom = (given: World): Pick<World, 'people' | 'rooms' | 'roomLists' | 'mailboxes' | 'teams'> => ({
    people: given.people.filter(({ mail }) => people.get(lower(mail)) === undefined),
    rooms: given.rooms.filter(({ mail }) => rooms.get(lower(mail)) === undefined),
    roomLists: given.roomLists.filter(({ mail }) => lists.get(lower(mail)) === undefined),
    mailboxes: given.mailboxes.filter(({ mail }) => mailboxes.get(lower(mail)) === undefined),
    teams: given.teams.filter(({ id }) => teams.get(id) === undefined),
  });
  const addPeople = (added: readonly Person[]): void => {
    for (const value of added) people.put({ id: lower(value.mail), value });
  };
  const addRooms = (added: readonly Room[]): void => {
    for (const value of added) rooms.put({ id: lower(value.mail), value });
  };
  function extend(added: World): void {
    facts.put({ id: 'facts', value: factsOf(added) });
    addPeople(added.people);
    addRooms(added.rooms);
    for (const value of added.roomLists) lists.put({ id: lower(value.mail), value });
    for (const value of added.mailboxes) mailboxes.put({ id: lower(value.mail), value });
    for (const value of added.teams) teams.put({ id: value.id, value });
  }
  // A reopened sandbox keeps what was changed while it ran; the world only fills in what is not there yet.
  const isNew = facts.get('facts') === undefined;
  extend(isNew ? world : { ...world, ...facts.get('facts')?.value, ...missingFrom(world) });

  const user = (idOrName: string): Person | undefined => {
    const key = lower(idOrName);
    const found = (byId(key)[0] ?? byName(key)[0])?.value;
    return found !== undefined && hasUserObject(found) ? found : undefined;
  };
  const valuesOf = <T>(table: { all(): Wrapped<T>[] }): T[] => table.all().map((row) => row.value);

  return {
    get facts() {
      return facts.get('facts')?.value ?? factsOf(world);
    },
    people: () => valuesOf(people),
    rooms: () => valuesOf(rooms),
    roomLists: () => valuesOf(lists),
    mailboxes: () => valuesOf(mailboxes),
    teams: () => valuesOf(teams),
    user,
    personByMail: (mail) => people.get(lower(mail))?.value,
    room: (mail) => rooms.get(lower(mail))?.value,
    roomPolicy(mail) {
      const room = rooms.get(lower(mail))?.value;
      return room === undefined ? undefined : { ...exchangeDefaults, ...room.policy };
    },
    sharedMailbox: (mail) => mailboxes.get(lower(mail))?.value,
    team: (id) => teams.get(id)?.value,
    channel(id) {
      for (const team of valuesOf(teams)) {
        const channel = team.channels.find((candidate) => candidate.id === id);
        if (channel !== undefined) return { team, channel };
      }
      return undefined;
    },
    mailboxAddress(idOrName) {
      const address = lower(idOrName);
      const isRoom = (row: Wrapped<Room> | undefined): boolean => row !== undefined && row.value.hasMailbox !== false;
      if (mailboxes.get(address) !== undefined || isRoom(rooms.get(address))) return address;
      const accounts = [...mailboxes.all(), ...rooms.all().filter(isRoom)];
      const account = accounts.find((row) => accountId(row.id) === address);
      if (account !== undefined) return account.id;
      const person = user(idOrName);
      return person?.kind === 'member' ? lower(person.mail) : undefined;
    },
    displayName(address) {
      const key = lower(address);
      const named = people.get(key) ?? rooms.get(key) ?? mailboxes.get(key);
      return named?.value.displayName ?? address;
    },
    addPeople,
    addRooms,
    setRoomPolicy(mail, policy) {
      const room = rooms.get(lower(mail))?.value;
      if (room === undefined) throw new Error(`Rummet ${mail} finns inte. / There is no room ${mail}.`);
      addRooms([{ ...room, policy: { ...room.policy, ...policy } }]);
    },
    setTemperament(mail, temperament) {
      const person = people.get(lower(mail))?.value;
      if (person === undefined) throw new Error(`Personen ${mail} finns inte. / There is no person ${mail}.`);
      addPeople([{ ...person, temperament }]);
    },
    extend,
  };
}

/** Object id of the account that a room or shared mailbox has in Entra. */
export const accountId = (mail: string): string => guidFrom(`account ${lower(mail)}`);

/** Only members and guests are in Entra; everybody else is an address somewhere else. */
export function hasUserObject(person: Person): boolean {
  return person.kind === 'member' || person.kind === 'guest';
}

function factsOf(world: World): WorldFacts {
  const { people: _people, rooms: _rooms, roomLists: _lists, mailboxes: _mailboxes, teams: _teams, ...facts } = world;
  return facts;
}
