import type { LocalTime } from '../../domain/local-date.ts';
import type { AgendaItemType } from '../../guideline/facts.ts';
import type { AgendaBalance, AgendaItem, AgendaWarning } from './types.ts';

/** AGD-04, our proposal: below this share of the content the day is lectures, not a conversation. */
export const leastConversationShare = 0.4;
/** Minutes. */
export const longestSitting = 90;
export const shortestLunch = 45;
export const shortestBreak = 15;

const conversation: readonly AgendaItemType[] = ['dialogue', 'exercise', 'summary'];
/** People come and stand with their coffee: that is no sitting. */
const rests: readonly AgendaItemType[] = ['arrival', 'break', 'lunch'];

function minutes(time: LocalTime): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

function length(item: Pick<AgendaItem, 'start' | 'end'>): number {
  return minutes(item.end) - minutes(item.start);
}

function sumOf(items: readonly AgendaItem[], types: readonly AgendaItemType[]): number {
  return items.filter((item) => types.includes(item.type)).reduce((sum, item) => sum + length(item), 0);
}

/** AGD-01, AGD-04: how the day divides between listening and talking. Items stand in order and do not overlap. */
export function agendaBalance(items: readonly AgendaItem[]): AgendaBalance {
  const conversationMinutes = sumOf(items, conversation);
  const presentationMinutes = sumOf(items, ['presentation']);
  const content = conversationMinutes + presentationMinutes;
  const types = [...new Set(items.map((item) => item.type))];
  return {
    totalMinutes: items.reduce((sum, item) => sum + length(item), 0),
    minutesByType: Object.fromEntries(types.map((type) => [type, sumOf(items, [type])])),
    conversationMinutes,
    presentationMinutes,
    conversationShareOfContent: content === 0 ? null : Math.round((conversationMinutes / content) * 1000) / 1000,
    longestWithoutBreakMinutes: longestWithoutBreak(items),
  };
}

function longestWithoutBreak(items: readonly AgendaItem[]): number {
  let longest = 0;
  let sitting = 0;
  let before: AgendaItem | undefined;
  for (const item of items) {
    const pause = before === undefined ? 0 : minutes(item.start) - minutes(before.end);
    if (pause >= shortestBreak || rests.includes(item.type)) sitting = 0;
    if (!rests.includes(item.type)) sitting += length(item);
    longest = Math.max(longest, sitting);
    before = item;
  }
  return longest;
}

/** AGD-04, EVA-01: what makes a day less airy than the guideline wants. Warnings only: nothing is refused. */
export function agendaWarnings(items: readonly AgendaItem[]): readonly AgendaWarning[] {
  if (items.length === 0) return [];
  return [
    ...balanceWarnings(agendaBalance(items)),
    ...restWarnings(items),
    ...missingItem(items, 'evaluation'),
    ...missingItem(items, 'opening'),
  ];
}

function balanceWarnings(balance: AgendaBalance): readonly AgendaWarning[] {
  const { conversationMinutes: talk, presentationMinutes, longestWithoutBreakMinutes: sitting } = balance;
  const content = talk + presentationMinutes;
  const found: AgendaWarning[] = [];
  if (content > 0 && talk / content < leastConversationShare)
    found.push({
      code: 'littleConversation',
      words: {
        sv: `Samtal är bara ${talk} av ${content} innehållsminuter. Korta en presentation.`,
        en: `Conversation is only ${talk} of ${content} minutes of content. Shorten a presentation.`,
      },
    });
  if (sitting > longestSitting)
    found.push({
      code: 'longWithoutBreak',
      words: {
        sv: `${sitting} minuter utan paus. Lägg in en paus efter högst ${longestSitting} minuter.`,
        en: `${sitting} minutes without a break. Put in a break after ${longestSitting} minutes at most.`,
      },
    });
  return found;
}

function restWarnings(items: readonly AgendaItem[]): readonly AgendaWarning[] {
  const shortest = (type: AgendaItemType, least: number): number | undefined => {
    const found = Math.min(...items.filter((item) => item.type === type).map(length));
    return found < least ? found : undefined;
  };
  const lunch = shortest('lunch', shortestLunch);
  const pause = shortest('break', shortestBreak);
  const found: AgendaWarning[] = [];
  if (lunch !== undefined)
    found.push({
      code: 'shortLunch',
      words: {
        sv: `Lunchen är ${lunch} minuter, kortare än ${shortestLunch}.`,
        en: `Lunch is ${lunch} minutes, shorter than ${shortestLunch}.`,
      },
    });
  if (pause !== undefined)
    found.push({
      code: 'shortBreak',
      words: {
        sv: `En paus är ${pause} minuter, kortare än ${shortestBreak}.`,
        en: `A break is ${pause} minutes, shorter than ${shortestBreak}.`,
      },
    });
  return found;
}

const missingWords = {
  evaluation: {
    code: 'noEvaluation',
    words: {
      sv: 'Ingen utvärdering i programmet. Varje träff avslutas med en kort utvärdering.',
      en: 'No evaluation in the programme. Every session ends with a short evaluation.',
    },
  },
  opening: {
    code: 'noOpening',
    words: {
      sv: 'Ingen inledning med syfte och förhållningssätt.',
      en: 'No opening with purpose and ground rules.',
    },
  },
} as const satisfies Record<string, AgendaWarning>;

function missingItem(items: readonly AgendaItem[], type: keyof typeof missingWords): readonly AgendaWarning[] {
  return items.some((item) => item.type === type) ? [] : [missingWords[type]];
}

/** The first fault that makes an agenda unreadable as a day: counted from 1. */
export function agendaFault(
  items: readonly AgendaItem[],
): { readonly reason: 'endsBeforeStart' | 'overlaps'; readonly row: number } | undefined {
  for (const [index, item] of items.entries()) {
    if (length(item) <= 0) return { reason: 'endsBeforeStart', row: index + 1 };
    const before = items[index - 1];
    if (before !== undefined && minutes(item.start) < minutes(before.end)) return { reason: 'overlaps', row: index + 1 };
  }
  return undefined;
}
