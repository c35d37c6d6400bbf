import type { DateWarning } from '../date-warnings.ts';

/**
 * What speaks against a day, in whole numbers that can be added. The figures are our own advice: a klämdag or a school break
 * weighs as much as two or three people who cannot come, and so does a spacing that is six weeks off.
 */
export const prices = {
  /** Per person who cannot come, times the person's weight. */
  away: 10,
  /** Red days cannot be chosen. */
  day: { warning: 25, tip: 6 } as const satisfies Record<Exclude<DateWarning['severity'], 'red'>, number>,
  /** Per week that the distance between two sessions is off what was asked for. */
  weekOff: 4,
  /** The room's calendar cannot be seen, so somebody has to ask. */
  roomUnknown: 3,
  /** VEN-01: own premises first. */
  roomOfOthers: 5,
} as const;
