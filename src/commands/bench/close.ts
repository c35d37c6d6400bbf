import { planners, lateComers, sessionsInProject as sessions } from './project.ts';
import { limits, openSlowWire } from './slow-wire.ts';
import { openStage } from './stage.ts';
import type { Figure, SectionReport } from './types.ts';

const sizes = [20, 60, 200, 499];
const goal = 1.2;
const MINUTE = 60_000;

/** Reads of the meetings, then changes of them, as many at once as the mailbox takes. */
const floorMs = 2 * Math.ceil(sessions / limits.atOnce) * limits.latencyMs;

const notes = [
  `Tid på en påhittad klocka: ${limits.latencyMs} ms per svar, ${limits.atOnce} åt gången per brevlåda, ${limits.messagesPerMinute} meddelanden i minuten.`,
  `Golv ${floorMs} ms: ${sessions} möten läses samtidigt och ändras sedan i en samlad begäran. Ingen kan gå ut fortare utan att tappa dem som kommit till i Outlook.`,
  'Naivt: ett meddelande per person och träff, i den takt som brevlådan tar emot dem.',
];

/** From the yes to the closing until Outlook has taken the last invitation. */
export async function closeSection(): Promise<SectionReport> {
  const figures: Figure[] = [];
  for (const people of sizes) figures.push(...(await measured(people)));
  return { name: 'close', figures, notes };
}

async function measured(people: number): Promise<readonly Figure[]> {
  const slow = openSlowWire();
  const stage = await openStage(people, { wire: slow.wire });
  try {
    await stage.book();
    const before = slow.now();
    await stage.close();
    const invited = people - lateComers;
    if (stage.meetings().some(({ attendees }) => attendees !== invited)) throw new Error('somebody was not invited');
    const tookMs = slow.lastAnswer(({ method, path }) => method === 'PATCH' && /\/events\b/.test(path)) - before;
    const naiveMs = ((invited - planners) * sessions * MINUTE) / limits.messagesPerMinute;
    return [
      {
        what: `${people} personer: från stängning till sista inbjudan`,
        figure: `${tookMs} ms mot golvet ${floorMs} ms`,
        ratio: tookMs / floorMs,
        goal,
      },
      {
        what: `${people} personer: naivt, gånger vårt`,
        figure: `${(naiveMs / MINUTE).toFixed(1)} min`,
        ratio: naiveMs / tookMs,
        goal: null,
      },
      {
        what: `${people} personer: nekade för att det går för fort (429)`,
        figure: String(slow.throttled()),
        ratio: slow.throttled(),
        goal: 0,
      },
    ];
  } finally {
    await stage.leave();
  }
}
