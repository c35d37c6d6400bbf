import type { Language } from '../src/domain/words.ts';

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const zone = 'Europe/Stockholm';

type Parts = Intl.DateTimeFormatOptions;

function inDays(day: string, language: Language, parts: Parts): string {
  return new Intl.DateTimeFormat(locales[language], { ...parts, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** A local day in a list: "tisdag 22 september 2026". */
export function listDate(day: string, language: Language): string {
  return inDays(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "22 september". */
export function dayMonth(day: string, language: Language): string {
  return inDays(day, language, { day: 'numeric', month: 'long' });
}

/** "26 mars 2027". */
export function dayYear(day: string, language: Language): string {
  return inDays(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "september 2026". */
export function monthYear(day: string, language: Language): string {
  return inDays(day, language, { month: 'long', year: 'numeric' });
}

/** "september" or "sep". */
export function monthName(day: string, language: Language, length: 'long' | 'short'): string {
  return inDays(day, language, { month: length });
}

/** "måndag" for 1. */
export function weekdayOf(day: number, language: Language): string {
  // The first of January 2024 was a Monday.
  return inDays(`2024-01-0${day}`, language, { weekday: 'long' });
}

/** ISO 8601 week of a local day. */
export function weekOf(day: string): number {
  const date = new Date(`${day}T12:00:00Z`);
  // The week belongs to the year of its Thursday.
  const thursday = new Date(date);
  thursday.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7) + 3);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1, 12);
  return 1 + Math.floor((thursday.getTime() - newYear) / (7 * dayMs));
}

const dayMs = 86_400_000;

/** Whole days from one local day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** "9.00" in Swedish, "9:00" in English, from `09:00`. */
export function clock(time: string, language: Language): string {
  const [hour = '', minute = ''] = time.split(/[:.]/);
  return `${Number(hour)}${language === 'sv' ? '.' : ':'}${minute}`;
}

/** A space that no line breaks at, and a dash that none breaks beside. */
const [fixedSpace, fixedDash] = ['\u00a0', '\u2060–\u2060'];

/** "kl. 9.00–16.00". */
export function timeRange(start: string, end: string, language: Language): string {
  const times = `${clock(start, language)}${fixedDash}${clock(end, language)}`;
  return language === 'sv' ? `kl.${fixedSpace}${times}` : times;
}

/** "22 september kl. 8.30" from `2026-09-22T08:30:00`. */
export function localMoment(local: string, language: Language): string {
  const [day = '', time = ''] = local.split('T');
  const at = language === 'sv' ? `kl.${fixedSpace}` : `at${fixedSpace}`;
  return `${dayMonth(day, language)} ${at}${clock(time.slice(0, 5), language)}`;
}

/** The local day of an instant, `2026-08-28`. */
export function dayOf(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant));
}

function timeOf(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}

function atTime(instant: string, language: Language): string {
  return `${language === 'sv' ? 'kl.' : 'at'}${fixedSpace}${clock(timeOf(instant), language)}`;
}

/** "28 augusti kl. 16.00", in the project's country: when something is going to happen. */
export function atMoment(instant: string, language: Language): string {
  return `${dayMonth(dayOf(instant), language)} ${atTime(instant, language)}`;
}

/** When something happened. Of what a person or a file has told, often only the day is known: "28 augusti". */
export function moment(instant: string, language: Language): string {
  return isDayAlone(instant) ? dayMonth(dayOf(instant), language) : atMoment(instant, language);
}

/** A day without a clock time is kept as its first instant. Nothing that the tool does itself falls on it to the millisecond. */
function isDayAlone(instant: string): boolean {
  return timeOf(instant) === '00:00' && Date.parse(instant) % minuteMs === 0;
}

/** "i dag kl. 16.00", "i går kl. 9.30", else as `moment`. */
export function nearMoment(instant: string, today: string, language: Language): string {
  const days = daysBetween(dayOf(instant), today);
  if (days !== 0 && days !== 1) return moment(instant, language);
  const day = fromToday(dayOf(instant), today, language);
  return isDayAlone(instant) ? day : `${day} ${atTime(instant, language)}`;
}

/** "fredag 28 augusti 2026 kl. 16.00". */
export function longMoment(instant: string, language: Language): string {
  return `${listDate(dayOf(instant), language)} ${atTime(instant, language)}`;
}

/** As `longMoment`, of what has happened: the day alone when no more is known. */
export function longPast(instant: string, language: Language): string {
  return isDayAlone(instant) ? listDate(dayOf(instant), language) : longMoment(instant, language);
}

/** "om 3 dagar", "i går": how far off a local day is. */
export function fromToday(day: string, today: string, language: Language): string {
  const days = daysBetween(today, day);
  const [amount, unit]: [number, Intl.RelativeTimeFormatUnit] =
    Math.abs(days) >= 56
      ? [Math.round(days / 30.4), 'month']
      : Math.abs(days) >= 14
        ? [Math.round(days / 7), 'week']
        : [days, 'day'];
  return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(amount, unit);
}

const [secondMs, minuteMs, hourMs] = [1000, 60_000, 3_600_000];

/** "om 1 min 40 s", "om 3 tim 5 min", "om 4 dagar": what is left of a wait, in milliseconds. */
export function timeLeft(ms: number, language: Language): string {
  const words = language === 'sv' ? leftWords.sv : leftWords.en;
  const [days, hours] = [Math.floor(ms / dayMs), Math.floor(ms / hourMs)];
  const [minutes, seconds] = [Math.floor(ms / minuteMs), Math.floor(ms / secondMs)];
  if (ms <= 0) return words.now;
  if (days >= 2) return `${words.in} ${days} ${words.days}`;
  if (hours >= 1) return `${words.in} ${hours} ${words.hours} ${minutes % 60} min`;
  return minutes >= 1 ? `${words.in} ${minutes} min ${seconds % 60} s` : `${words.in} ${seconds} s`;
}

const leftWords = {
  sv: { now: 'nu', in: 'om', days: 'dagar', hours: 'tim' },
  en: { now: 'now', in: 'in', days: 'days', hours: 'h' },
};

/** "2,4 MB". */
export function fileSize(bytes: number, language: Language): string {
  const [size, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(locales[language], { maximumFractionDigits: unit === 'MB' ? 1 : 0 }).format(size)} ${unit}`;
}

export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent' }).format(share);
}

/** Å, ä and ö last, as Swedes look things up. */
export const swedish = new Intl.Collator('sv');

/** "Sal Siljan, Ludvika"; the venue alone when its town is not known. */
export function placeText({ name, city }: { readonly name: string; readonly city: string }): string {
  return city === '' ? name : `${name}, ${city}`;
}
