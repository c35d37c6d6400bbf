import type { Temporal } from 'temporal-polyfill';
import { isoWeek, localDateOf, localTimeOf } from './local-date.ts';
import type { LocalDate, LocalTime } from './local-date.ts';
import type { Language, Words } from './words.ts';

/** Monday first, as in the Swedish week. */
export const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const monthsInSwedish = 'januari februari mars april maj juni juli augusti september oktober november december';
const monthsInEnglish = 'January February March April May June July August September October November December';

export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  sv: monthsInSwedish.split(' '),
  en: monthsInEnglish.split(' '),
};

const numberNames: Readonly<Record<Language, readonly string[]>> = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
};

export function weekdayName(date: LocalDate, language: Language): string {
  return weekdayNames[language][date.dayOfWeek - 1] ?? '';
}

/** In lists: "tisdag 22 september 2026". */
export function listDate(date: LocalDate, language: Language): string {
  return `${weekdayName(date, language)} ${dayMonth(date, language)} ${date.year}`;
}

/** In running text: "tisdagen den 22 september". */
export function textDate(date: LocalDate, language: Language): string {
  const weekday = weekdayName(date, language);
  return language === 'sv' ? `${weekday}en den ${dayMonth(date, language)}` : `${weekday} ${dayMonth(date, language)}`;
}

/** In tables: "2026-09-22". */
export function tableDate(date: LocalDate): string {
  return date.toString();
}

/** "28 augusti". */
export function dayMonth(date: LocalDate, language: Language): string {
  return `${date.day} ${monthNames[language][date.month - 1] ?? ''}`;
}

/** "v. 39", as Swedes speak of time. */
export function weekText(date: LocalDate, language: Language): string {
  const { week } = isoWeek(date);
  return language === 'sv' ? `v. ${week}` : `week ${week}`;
}

/** "9.00" in Swedish, where the official advice is a full stop and no leading zero; "9:00" in English. */
export function clockText(time: LocalTime, language: Language): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}${language === 'sv' ? '.' : ':'}${minute}`;
}

/** "kl. 9.00". */
export function timeText(time: LocalTime, language: Language): string {
  return language === 'sv' ? `kl. ${clockText(time, language)}` : `at ${clockText(time, language)}`;
}

/** "kl. 9.00–16.00", with an en dash without spaces. */
export function timeRange(start: LocalTime, end: LocalTime, language: Language): string {
  const range = `${clockText(start, language)}–${clockText(end, language)}`;
  return language === 'sv' ? `kl. ${range}` : range;
}

/** "28 augusti kl. 16.00". */
export function dayMonthTime(instant: Temporal.Instant, zone: string, language: Language): string {
  return `${dayMonth(localDateOf(instant, zone), language)} ${timeText(localTimeOf(instant, zone), language)}`;
}

/** "fredag 28 augusti 2026 kl. 16.00". */
export function listDateTime(instant: Temporal.Instant, zone: string, language: Language): string {
  return `${listDate(localDateOf(instant, zone), language)} ${timeText(localTimeOf(instant, zone), language)}`;
}

/** Numbers up to twelve as words, larger ones as figures. */
export function numberText(count: number, language: Language): string {
  return numberNames[language][count] ?? String(count);
}

/** "1 bokning", "4 bokningar". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "12 345,50 kr", with spaces that do not break; "SEK 12,345.50" in English. Whole kronor have no öre. */
export function kronorText(ore: number, language: Language): string {
  const [thousands, point] = language === 'sv' ? ['\u00a0', ','] : [',', '.'];
  const whole = String(Math.floor(Math.abs(ore) / 100)).replace(/\B(?=(\d{3})+$)/g, thousands);
  const rest = Math.abs(ore) % 100;
  const sum = `${ore < 0 ? '−' : ''}${whole}${rest === 0 ? '' : `${point}${String(rest).padStart(2, '0')}`}`;
  return language === 'sv' ? `${sum}\u00a0kr` : `SEK\u00a0${sum}`;
}

/** "a, b och c". */
export function listText(items: readonly string[], language: Language): string {
  if (items.length < 2) return items.join('');
  const and = language === 'sv' ? 'och' : 'and';
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1);
}

/** Builds the same sentence in both languages from a function of the language. */
export function inBoth(say: (language: Language) => string): Words {
  return { sv: say('sv'), en: say('en') };
}

// Named on purpose: the server's own locale must not decide where å, ä and ö stand.
const swedish = new Intl.Collator('sv');

/** Swedish order: å ä ö last, w after v, ü as y, "af Dalsjö" on a. */
export function compareSwedish(one: string, other: string): number {
  return swedish.compare(one, other);
}

export type SortableName = { readonly familyName: string; readonly givenName: string };

/** Order of participant lists: family name, then given name. */
export function compareFamilyName(one: SortableName, other: SortableName): number {
  return compareSwedish(one.familyName, other.familyName) || compareSwedish(one.givenName, other.givenName);
}

export type FoldedEmail = {
  /** Trimmed and in lower case: two addresses that fold alike are the same person's. */
  readonly address: string;
  /** The likely real address, when what was typed has å, ä, ö or other letters that mail addresses do not have. */
  readonly suggestion?: string;
};

/** Folds what a person typed as an address. Whether it is an address at all is the form's question. */
export function foldEmail(typed: string): FoldedEmail {
  const address = typed.normalize('NFC').trim().toLowerCase();
  const suggestion = withoutAccents(address);
  return suggestion === address ? { address } : { address, suggestion };
}

/** å and ä to a, ö to o, é to e: for comparing names that people spell in different ways. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øØæÆłŁıđð]/g, (letter) => plainLetters[letter] ?? letter);
}

/** Letters that Unicode does not take apart into a base and an accent. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'Ae',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  đ: 'd',
  ð: 'd',
};
