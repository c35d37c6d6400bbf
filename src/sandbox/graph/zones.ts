import { Temporal } from 'temporal-polyfill';
import type { Fields } from './check-body.ts';
import { textOf } from './check-body.ts';
import { GraphFault } from './errors.ts';

/** Windows names and what they mean to Temporal: those a European organisation meets. */
const windowsZones: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Romance Standard Time': 'Europe/Paris',
  'FLE Standard Time': 'Europe/Kiev',
  'GTB Standard Time': 'Europe/Bucharest',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'Russian Standard Time': 'Europe/Moscow',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  'India Standard Time': 'Asia/Kolkata',
  'China Standard Time': 'Asia/Shanghai',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'AUS Eastern Standard Time': 'Australia/Sydney',
};

/** The IANA names that Graph documents beside them (resources/dateTimeTimeZone). Stockholm is not among them. */
const ianaZones = new Set(
  `Etc/GMT+12 Etc/GMT+11 Pacific/Honolulu America/Anchorage America/Santa_Isabel America/Los_Angeles America/Phoenix
  America/Chihuahua America/Denver America/Guatemala America/Chicago America/Mexico_City America/Regina America/Bogota
  America/New_York America/Indiana/Indianapolis America/Caracas America/Asuncion America/Halifax America/Cuiaba America/La_Paz
  America/Santiago America/St_Johns America/Sao_Paulo America/Argentina/Buenos_Aires America/Cayenne America/Godthab
  America/Montevideo America/Bahia Etc/GMT+2 Atlantic/Azores Atlantic/Cape_Verde Africa/Casablanca Etc/GMT Europe/London
  Atlantic/Reykjavik Europe/Berlin Europe/Budapest Europe/Paris Europe/Warsaw Africa/Lagos Africa/Windhoek Europe/Bucharest
  Asia/Beirut Africa/Cairo Asia/Damascus Africa/Johannesburg Europe/Kiev Europe/Istanbul Asia/Jerusalem Asia/Amman Asia/Baghdad
  Europe/Kaliningrad Asia/Riyadh Africa/Nairobi Asia/Tehran Asia/Dubai Asia/Baku Europe/Samara Indian/Mauritius Asia/Tbilisi
  Asia/Yerevan Asia/Kabul Asia/Tashkent Asia/Yekaterinburg Asia/Karachi Asia/Kolkata Asia/Colombo Asia/Kathmandu Asia/Almaty
  Asia/Dhaka Asia/Bangkok Asia/Novosibirsk Asia/Shanghai Asia/Krasnoyarsk Asia/Singapore Australia/Perth Asia/Taipei
  Asia/Ulaanbaatar Asia/Irkutsk Asia/Tokyo Asia/Seoul Australia/Adelaide Australia/Darwin Australia/Brisbane Australia/Sydney
  Pacific/Port_Moresby Australia/Hobart Asia/Yakutsk Pacific/Guadalcanal Asia/Vladivostok Pacific/Auckland Etc/GMT-12
  Pacific/Fiji Asia/Magadan Pacific/Tongatapu Pacific/Apia Pacific/Kiritimati`.split(/\s+/),
);

const utcNames = new Set(['UTC', 'Etc/UTC', 'tzone://Microsoft/Utc', '']);

/** The zone that we live in, which Graph may or may not take by this name. */
export const stockholm = 'Europe/Stockholm';

/** The zone as Temporal knows it, or Graph's refusal. `also` is taken beside the documented names. */
export function zoneOf(name: string, also?: string): string {
  if (utcNames.has(name)) return 'UTC';
  const known = windowsZones[name] ?? (ianaZones.has(name) || name === also ? name : undefined);
  if (known === undefined)
    throw new GraphFault(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
    );
  return known;
}

export const supportedZoneNames = (): string[] => Object.keys(windowsZones);

/** The instant of a `{ dateTime, timeZone }`, in milliseconds. A `Z` at the end outweighs the zone. */
export function instantOf(value: Fields, what: string, also?: string): { ms: number; zone: string } {
  const text = textOf(value['dateTime']) ?? '';
  const zone = textOf(value['timeZone']) ?? '';
  const id = zoneOf(zone, also);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z?$/.test(text))
    throw new GraphFault(400, 'ErrorInvalidArgument', `The '${what}.dateTime' value '${text}' is not valid.`);
  try {
    const ms = text.endsWith('Z')
      ? Temporal.Instant.from(text).epochMilliseconds
      : Temporal.PlainDateTime.from(text).toZonedDateTime(id).epochMilliseconds;
    return { ms, zone: zone === '' ? 'UTC' : zone };
  } catch {
    throw new GraphFault(400, 'ErrorInvalidArgument', `The '${what}.dateTime' value '${text}' is not valid.`);
  }
}

/** Graph's `{ dateTime, timeZone }`: seven decimals and no offset, in the zone that was asked for. */
export function dateTimeTimeZone(ms: number, zone: string): { dateTime: string; timeZone: string } {
  return { dateTime: `${localText(ms, zoneOf(zone))}.${String(ms % 1000).padStart(3, '0')}0000`, timeZone: zone };
}

/** The local day of an instant, in the zone that its writer named. */
export const localDayOf = (ms: number, zone: string): string => localText(ms, zoneOf(zone, zone)).slice(0, 10);

function localText(ms: number, zone: string): string {
  if (zone === 'UTC') return new Date(ms).toISOString().slice(0, 19);
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
}

/** An instant in a query (`startDateTime=…`): its own offset counts, none means UTC. */
export function queryInstant(text: string | null, name: string): number {
  if (text === null || text === '')
    throw new GraphFault(
      400,
      'ErrorInvalidParameter',
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime. '${name}' is missing.`,
    );
  // A plus sign that nobody encoded arrives as a space.
  const repaired = text.replace(/ (\d\d:\d\d)$/, '+$1');
  const ms = Date.parse(
    /(Z|[+-]\d\d:\d\d)$/i.test(repaired) ? repaired : `${repaired}${repaired.includes('T') ? '' : 'T00:00:00'}Z`,
  );
  if (Number.isNaN(ms))
    throw new GraphFault(400, 'ErrorInvalidParameter', `The value '${text}' of parameter '${name}' is invalid.`);
  return ms;
}

/** An Edm.DateTimeOffset as Exchange writes it. */
export const edmInstant = (ms: number): string => `${new Date(ms).toISOString().slice(0, -1)}0000Z`;
export const neverAnswered = '0001-01-01T00:00:00Z';
