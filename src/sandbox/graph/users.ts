import { accountId, hasUserObject } from '../directory.ts';
import type { Person, Room, SharedMailbox } from '../world.ts';
import type { Call } from './call.ts';
import { contextOf, ok } from './call.ts';
import { GraphFault } from './errors.ts';
import { listed, selected } from './query.ts';
import type { Routes } from './router.ts';

/** What comes without `$select`; the rest must be asked for. */
const defaultProperties = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

export const userRoutes: Routes = {
  'GET /users': (call) =>
    ok(listed(withDefaults(call), contextOf('users'), allUsers(call), { pageSize: 100, ignoreCase: true })),
  'GET /users/{user}': (call) => {
    const user = allUsers(call).find((one) => names(one, call.param('user')));
    if (user === undefined) throw userNotFound(call.param('user'));
    return ok({ '@odata.context': contextOf('users/$entity'), ...selected(withDefaults(call), user) });
  },
};

export function userNotFound(name: string): GraphFault {
  return new GraphFault(
    404,
    'Request_ResourceNotFound',
    `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

type UserShape = Record<string, unknown>;

function allUsers(call: Call): UserShape[] {
  const { directory } = call.far;
  return [
    ...directory.people().filter(hasUserObject).map(personShape),
    ...directory.mailboxes().map((mailbox) => accountShape(mailbox)),
    ...directory.rooms().map((room) => accountShape(room)),
  ];
}

/** By object id or user principal name; an address that is neither finds nobody, as in Entra. */
function names(user: UserShape, wanted: string): boolean {
  const key = wanted.toLowerCase();
  return [user['id'], user['userPrincipalName']].some((name) => String(name).toLowerCase() === key);
}

function personShape(person: Person): UserShape {
  const [given = '', ...family] = person.displayName.split(' ');
  return {
    ...emptyUser,
    id: person.id,
    displayName: person.displayName,
    givenName: given,
    surname: family.join(' ') || null,
    jobTitle: person.jobTitle ?? null,
    mail: person.mail,
    userPrincipalName: person.userPrincipalName,
    userType: person.kind === 'guest' ? 'Guest' : 'Member',
    accountEnabled: true,
    externalUserState: person.kind === 'guest' ? 'Accepted' : null,
  };
}

/** A room or shared mailbox is a user too, one that nobody can sign in as. */
function accountShape(account: Room | SharedMailbox): UserShape {
  return {
    ...emptyUser,
    id: accountId(account.mail),
    displayName: account.displayName,
    mail: account.mail,
    userPrincipalName: account.mail,
    userType: 'Member',
    accountEnabled: false,
  };
}

const emptyUser: UserShape = {
  businessPhones: [],
  givenName: null,
  jobTitle: null,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: null,
  externalUserState: null,
};

function withDefaults(call: Call): Call {
  if (call.query.has('$select')) return call;
  const query = new URLSearchParams(call.query);
  query.set('$select', defaultProperties.join(','));
  return { ...call, query };
}
