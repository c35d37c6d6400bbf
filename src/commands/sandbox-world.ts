import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Person, PersonKind, RegisteredApp, Room, World } from '../sandbox/world.ts';

/** The tenant of every sandbox world, and what is registered in it. Made up, and the same in every run. */
export const sandboxTenantId = '5a4d0b0c-0000-4000-8000-00000000da1a';
/** One registration for tab, bot and Graph, as `manifest/README.md` says. */
export const sandboxClientId = '5a4d0b0c-0000-4000-8000-0000000000a1';
export const sandboxClientSecret = 'sandbox-secret-that-opens-nothing';
export const sandboxTeamId = '5a4d0b0c-0000-4000-8000-0000000000c0';
export const participantsChannelId = '19:deltagare-larprojekt@thread.tacv2';
export const planningChatId = '19:planering-larprojekt@thread.v2';

/** Rooms accept dates far ahead unless a test or `--edges` gives them Exchange's own window. */
const WINDOW_DAYS = 3650;

/** The parts of a project file that a world is made of. Everything else is the product's business. */
const worldParts = z.looseObject({
  project: z.looseObject({
    title: z.string(),
    organiserMailbox: z.string().nullish(),
    sharedCalendarMailbox: z.string().nullish(),
    webPage: z.string().nullish(),
    registrationUrl: z.string().nullish(),
    keyDates: z.record(z.string(), z.unknown()).default({}),
  }),
  organisations: z
    .array(z.looseObject({ id: z.string(), emailDomain: z.string().nullish(), hostTenant: z.boolean().nullish() }))
    .default([]),
  staff: z
    .array(
      z.looseObject({
        id: z.string(),
        displayName: z.string().nullish(),
        givenName: z.string().nullish(),
        familyName: z.string().nullish(),
        email: z.string(),
        accountType: z.string().nullish(),
        title: z.string().nullish(),
      }),
    )
    .default([]),
  participants: z
    .array(
      z.looseObject({
        id: z.string(),
        displayName: z.string().nullish(),
        givenName: z.string().nullish(),
        familyName: z.string().nullish(),
        email: z.string(),
        accountType: z.string().nullish(),
        title: z.string().nullish(),
      }),
    )
    .default([]),
  speakers: z
    .array(z.looseObject({ id: z.string(), displayName: z.string(), email: z.string().nullish() }))
    .default([]),
  venues: z
    .array(
      z.looseObject({
        name: z.string(),
        city: z.string().nullish(),
        capacity: z.number().nullish(),
        roomMailbox: z.string().nullish(),
        bookingContact: z.string().nullish(),
      }),
    )
    .default([]),
});

export type WorldFile = z.infer<typeof worldParts>;

export interface WorldChoices {
  /** Where the new sandbox's clock starts. */
  readonly startsAt: string;
  readonly seed?: number;
  /** Exchange's own 180-day window for the rooms, instead of accepting the file's dates. */
  readonly strictRooms?: boolean;
}

/** An Entra-like object id that the same address always gets. */
export function oidOf(address: string): string {
  const hex = createHash('sha256').update(address.trim().toLowerCase()).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Translates a project file to the organisation around it: the sandbox itself knows nothing of projects. */
export function worldOf(file: unknown, choices: WorldChoices): World {
  const parts = worldParts.parse(file);
  const domain = homeDomain(parts);
  const people = peopleOf(parts, domain);
  const rooms = roomsOf(parts, choices.strictRooms ?? false);
  const mailboxes = mailboxesOf(parts, domain);
  const withAccount = people.filter((person) => person.kind === 'member' || person.kind === 'guest');
  return {
    tenantId: sandboxTenantId,
    tenantName: 'Sandlådan',
    tenantDomain: domain,
    startsAt: choices.startsAt,
    seed: choices.seed ?? 1,
    people,
    rooms,
    roomLists: roomListsOf(rooms, domain),
    mailboxes,
    teams: [
      {
        id: sandboxTeamId,
        displayName: `Lärprojekt ${parts.project.title}`,
        channels: [
          { id: '19:allmant-larprojekt@thread.tacv2', displayName: 'Allmänt' },
          { id: participantsChannelId, displayName: 'Deltagare' },
        ],
        members: withAccount.map((person) => ({
          personId: person.id,
          roles: person.kind === 'guest' ? ['guest'] : [],
        })),
      },
    ],
    groupChats: [{ id: planningChatId, title: 'Planeringsgruppen', memberIds: planners(parts, withAccount) }],
    apps: [registeredApp(mailboxes)],
    webHosts: webHostsOf(parts),
  };
}

/** Where the project's own pages are said to be. */
function webHostsOf({ project }: WorldFile): string[] {
  const hosts = [project.webPage, project.registrationUrl].map((address) => URL.parse(address ?? '')?.hostname);
  return [...new Set(hosts.flatMap((host) => host ?? []))];
}

/** Everybody on the staff who has an account; with no staff in the file everybody who has one. */
function planners(parts: WorldFile, withAccount: readonly Person[]): string[] {
  const staff = new Set(parts.staff.map(({ email }) => email.trim().toLowerCase()));
  const found = withAccount.filter(({ mail }) => staff.has(mail.toLowerCase()));
  return (found.length > 0 ? found : withAccount).map(({ id }) => id);
}

export function organiserMailboxOf(file: unknown): string {
  const parts = worldParts.parse(file);
  return parts.project.organiserMailbox ?? `larprojekt@${homeDomain(parts)}`;
}

function homeDomain(parts: WorldFile): string {
  const host = parts.organisations.find((organisation) => organisation.hostTenant === true)?.emailDomain;
  return (
    host ?? parts.project.organiserMailbox?.split('@')[1] ?? parts.staff[0]?.email.split('@')[1] ?? 'region.example'
  );
}

const kinds: readonly PersonKind[] = ['member', 'guest', 'external', 'mailOnly'];

function peopleOf(parts: WorldFile, domain: string): Person[] {
  const found = new Map<string, Person>();
  const add = (name: string, email: string, told: string | null | undefined, jobTitle?: string | null): void => {
    const mail = email.trim();
    const key = mail.toLowerCase();
    if (mail === '' || found.has(key)) return;
    const usual: PersonKind = key.endsWith(`@${domain}`) ? 'member' : 'external';
    const kind = kinds.find((known) => known === told) ?? usual;
    const userPrincipalName = kind === 'guest' ? `${mail.replace('@', '_')}#EXT#@${domain}` : mail;
    found.set(key, {
      id: oidOf(mail),
      displayName: name,
      mail,
      userPrincipalName,
      kind,
      ...(jobTitle ? { jobTitle } : {}),
    });
  };
  for (const person of [...parts.staff, ...parts.participants])
    add(nameOf(person), person.email, person.accountType, person.title);
  for (const speaker of parts.speakers) if (speaker.email) add(speaker.displayName, speaker.email, null);
  for (const venue of parts.venues)
    if (venue.bookingContact) add(`Bokning ${venue.name}`, venue.bookingContact, 'mailOnly');
  return [...found.values()];
}

function nameOf(person: WorldFile['staff'][number]): string {
  return person.displayName ?? [person.givenName, person.familyName].filter(Boolean).join(' ');
}

function roomsOf(parts: WorldFile, strict: boolean): Room[] {
  return parts.venues.flatMap((venue) => {
    if (!venue.roomMailbox) return [];
    const base = {
      mail: venue.roomMailbox,
      displayName: venue.name,
      capacity: venue.capacity ?? 40,
      ...(venue.city ? { city: venue.city } : {}),
    };
    return [strict ? base : { ...base, policy: { bookingWindowInDays: WINDOW_DAYS } }];
  });
}

/** One list for each town, as Outlook's room finder wants them. */
function roomListsOf(rooms: readonly Room[], domain: string): World['roomLists'] {
  return [...Map.groupBy(rooms, ({ city }) => city ?? 'Övriga')].map(([city, ofCity], index) => ({
    mail: `rumslista-${index + 1}@${domain}`,
    displayName: `Lokaler ${city}`,
    rooms: ofCity.map(({ mail }) => mail),
  }));
}

/** As `manifest/README.md` says that it is set up: places, sites and users for the tenant, mailboxes by name. */
function registeredApp([organiser, ...others]: World['mailboxes']): RegisteredApp {
  const own = organiser === undefined ? [] : [organiser.mail];
  return {
    appId: sandboxClientId,
    clientSecret: sandboxClientSecret,
    consented: ['Place.Read.All', 'Sites.ReadWrite.All', 'User.ReadBasic.All'],
    exchangeRoles: [
      { permission: 'Calendars.ReadWrite', mailboxes: [...own, ...others.map(({ mail }) => mail)] },
      { permission: 'Mail.ReadWrite', mailboxes: own },
      { permission: 'Mail.Send', mailboxes: own },
    ],
  };
}

function mailboxesOf(parts: WorldFile, domain: string): World['mailboxes'] {
  const organiser = parts.project.organiserMailbox ?? `larprojekt@${domain}`;
  const shared = parts.project.sharedCalendarMailbox;
  return [
    { mail: organiser, displayName: 'Dalalab', onlineMeetingProviders: ['teamsForBusiness'] },
    ...(shared ? [{ mail: shared, displayName: 'Gemensam möteskalender', onlineMeetingProviders: [] }] : []),
  ];
}
