import type { Temporal } from 'temporal-polyfill';
import { dietaryTags, readDiet } from '../../../domain/dietary.ts';
import { isDecided, type DietaryTerms } from '../../../domain/dietary-terms.ts';
import { startInstant } from '../../../domain/local-date.ts';
import { compareSwedish } from '../../../domain/swedish-text.ts';
import { dueDay, lastDayOf } from '../../retention/rules.ts';
import { tagWords, type DietNeed, type DietReview, type DietTopic, type DietTopics } from './types.ts';

/** A text in the vault with what the content lead made of it, if that has been done. */
export interface VaultEntry {
  readonly text: string;
  readonly review: DietReview | null;
}

/** As reviewed; until then as the words seem to say, so that nobody is forgotten while the list waits. */
export function needOf({ text, review }: VaultEntry): DietNeed {
  return review === null ? { ...readDiet(text), wording: null, isReviewed: false } : { ...review, isReviewed: true };
}

/** "Vegetarian" and "vegetarian " are one thing to go through. */
export function topicKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('sv');
}

/** What waits and what is done, texts that say the same together. */
export function topicsOf(entries: readonly VaultEntry[]): DietTopics {
  const topics = new Map<string, DietTopic>();
  for (const entry of entries) {
    const need = needOf(entry);
    const key = `${topicKey(entry.text)} ${need.isReviewed}`;
    const before = topics.get(key);
    topics.set(key, { ...need, text: entry.text.trim(), people: (before?.people ?? 0) + 1 });
  }
  const sorted = [...topics.values()].toSorted((one, other) => compareSwedish(one.text, other.text));
  return {
    waiting: sorted.filter(({ isReviewed }) => !isReviewed),
    reviewed: sorted.filter(({ isReviewed }) => isReviewed),
    choices: dietaryTags.map((tag) => ({ tag, label: tagWords[tag] })),
  };
}

/**
 * When what people eat is disposed of: the given days after the last session's day. Null without a decision and its
 * reference, since nothing of an authority is deleted without one, and while the last day is not known.
 */
export function disposalMoment(
  terms: DietaryTerms,
  sessions: readonly { readonly date: string | null; readonly cancelled: boolean }[],
  timeZone: string,
): Temporal.Instant | null {
  const last = lastDayOf(sessions);
  if (!isDecided(terms) || terms.retentionDays === null || last === null) return null;
  return startInstant(dueDay(last, terms.retentionDays), '00:00', timeZone);
}
