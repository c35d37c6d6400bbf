import type { ConfigError } from '../../config.ts';
import type { RegisteredPermission } from '../package/handover/permissions.ts';
import type { Bench } from './bench.ts';
import { botInstalled, botRegistration, botSignIn } from './checks/bot.ts';
import { consentChecks } from './checks/consent.ts';
import { database } from './checks/database.ts';
import { channelFolders } from './checks/files.ts';
import { online, organiserFound, organiserRights, othersClosed, sharedCalendars, zones } from './checks/mailboxes.ts';
import { addressAnswers, notified } from './checks/reach.ts';
import { roomCalendars, roomLists, roomsThere } from './checks/rooms.ts';
import { settingFaults, settingsComplete } from './checks/settings.ts';
import { signIn } from './checks/sign-in.ts';
import { words, type Check, type Finding } from './types.ts';

interface Examination {
  readonly mode: 'sandbox' | 'tenant';
  readonly permissions: readonly RegisteredPermission[];
  /** Asked for when a check is made, so that checks can be named where nothing can be opened. */
  readonly bench: () => Bench;
}

type Line = readonly [
  id: string,
  sv: string,
  en: string,
  needs: readonly string[],
  run: (bench: Bench) => Promise<readonly Finding[]> | readonly Finding[],
];

/** Everything, in the order in which a tenant is set up. */
export function checksOf({ mode, permissions, bench }: Examination): readonly Check[] {
  const lines = (all: readonly Line[]): readonly Check[] =>
    all.map(([id, sv, en, needs, run]) => ({ id, title: words(sv, en), needs, run: () => run(bench()) }));
  const places = ['consent:Place.Read.All'];
  return [
    ...lines([
      ['settings', 'Inställningar', 'Settings', [], () => [settingsComplete]],
      ['database', 'Databas', 'Database', [], async ({ looked }) => database(await looked(), mode)],
      ['signIn', 'Inloggning i Entra', 'Sign-in to Entra', [], signIn],
    ]),
    ...consentChecks(permissions, bench),
    ...lines([
      ['organiser', 'Organisatörens brevlåda', 'The organiser’s mailbox', ['signIn'], organiserFound],
      ['rights', 'Rättigheter i brevlådan', 'Rights in the mailbox', ['organiser'], organiserRights],
      ['sharedCalendar', 'Delad kalender', 'Shared calendar', ['signIn'], sharedCalendars],
      ['narrow', 'Andra brevlådor är stängda', 'Other mailboxes are closed', places, othersClosed],
      ['online', 'Teams-möten', 'Teams meetings', ['organiser'], online],
      ['zone', 'Tidszon', 'Time zone', ['organiser'], zones],
      ['rooms', 'Lokaler', 'Rooms', places, roomsThere],
      ['roomLists', 'Rumslistor', 'Room lists', places, roomLists],
      ['roomCalendars', 'Lokalernas kalendrar', 'The rooms’ calendars', ['rooms', 'organiser'], roomCalendars],
      ['address', 'Den publika adressen', 'The public address', [], addressAnswers],
      ['notifications', 'Nås utifrån', 'Reached from outside', ['address', 'organiser'], notified],
      ['botRegistration', 'Botens registrering', 'The bot’s registration', [], botRegistration],
      ['botSignIn', 'Botens inloggning', 'The bot’s sign-in', [], botSignIn],
      ['botInstalled', 'Boten i Teams', 'The bot in Teams', ['database', 'botSignIn'], botInstalled],
      [
        ...(['channelFolder', 'Kanalens mapp', 'The channel’s folder'] as const),
        ['database', 'consent:Sites.ReadWrite.All'],
        channelFolders,
      ],
    ]),
  ];
}

/** When the settings cannot be read, the others are named and not tried. */
export function checksWithout(cause: ConfigError, permissions: readonly RegisteredPermission[]): readonly Check[] {
  const bench = (): Bench => {
    throw cause;
  };
  return checksOf({ mode: 'tenant', permissions, bench }).map((check) =>
    check.id === 'settings' ? { ...check, run: () => settingFaults(cause) } : { ...check, needs: ['settings'] },
  );
}
