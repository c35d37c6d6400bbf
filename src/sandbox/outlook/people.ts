import { schedule } from '../far-side.ts';
import type { FarSide } from '../far-side.ts';
import { chance } from '../random.ts';
import type { Happening, StoredEvent } from '../rows.ts';
import { usualTemperament } from '../world.ts';
import type { Temperament } from '../world.ts';
import { giveAnswer } from './answers.ts';
import type { GivenAnswer } from './answers.ts';
import { eventIn } from './copies.ts';

/**
 * Decides whether, how and when a person will answer. The decision depends on the seed, the person and the meeting alone,
 * so that the order in which others are invited changes nothing.
 */
export function planAnswer(far: FarSide, event: StoredEvent, mailbox: string): void {
  const { directory } = far;
  if (directory.sharedMailbox(mailbox) !== undefined || !event.responseRequested) return;
  const temperament = directory.personByMail(mailbox)?.temperament ?? directory.facts.temperament ?? usualTemperament;
  const words = [directory.facts.seed, mailbox, event.organizer.address, event.startMs];
  const answer = answerOf(temperament, chance('answer', ...words));
  const delayMs = delayOf(temperament, chance('delay', ...words), event.startMs - far.clock.nowMs());
  if (answer === null || delayMs === null) return;
  schedule(far, delayMs, { kind: 'personAnswers', mailbox, iCalUId: event.iCalUId, sequence: event.sequence, answer });
}

function answerOf(temperament: Temperament, drawn: number): GivenAnswer | null {
  if (drawn < temperament.accept) return 'accept';
  if (drawn < temperament.accept + temperament.decline) return 'decline';
  if (drawn < temperament.accept + temperament.decline + temperament.tentative) return 'tentative';
  return null;
}

/** Nobody answers after the meeting has begun; a late invitation is answered sooner. */
function delayOf(temperament: Temperament, drawn: number, untilStartMs: number): number | null {
  if (untilStartMs <= 0) return null;
  const [least, most] = temperament.delayMinutes;
  const wanted = Math.round((least + (most - least) * drawn) * 60) * 1000;
  return wanted < untilStartMs ? wanted : Math.round(untilStartMs * drawn);
}

/** The planned answer is given, unless the person has answered by hand or the meeting has changed since. */
export function answerAsPlanned(far: FarSide, what: Extract<Happening, { kind: 'personAnswers' }>): void {
  const copy = eventIn(far, what.mailbox, what.iCalUId);
  if (copy?.sequence !== what.sequence || copy.response !== 'notResponded') return;
  giveAnswer(far, what, what.answer);
}
