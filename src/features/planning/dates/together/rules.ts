import { findDates } from '../../../../domain/date-finder/find.ts';
import type { DateQuestion, WeighedSlot } from '../../../../domain/date-finder/types.ts';
import type { Words } from '../../../../domain/words.ts';
import type { TogetherFound } from './types.ts';

/** A day with the room that a project got when all had chosen, which need not be the one it would have taken alone. */
export function inRoom(slot: WeighedSlot, room: string | null): WeighedSlot {
  return {
    ...slot,
    room,
    reasons: slot.reasons.map((reason) =>
      room !== null && (reason.code === 'roomFree' || reason.code === 'roomUnknown') ? { ...reason, room } : reason,
    ),
  };
}

interface Needed {
  readonly projectId: string;
  readonly people: readonly { readonly email: string; readonly name: string }[];
}

/** Who of a project's people is needed by each of the others. */
export function sharedPeople(all: readonly Needed[], projectId: string): TogetherFound['shares'] {
  const own = new Set(all.find((one) => one.projectId === projectId)?.people.map(({ email }) => email));
  return all.flatMap((other) => {
    const names = other.people.filter(({ email }) => own.has(email)).map(({ name }) => name);
    return other.projectId === projectId || names.length === 0 ? [] : [{ projectId: other.projectId, people: names }];
  });
}

interface Alone {
  readonly title: string;
  readonly question: DateQuestion | undefined;
  /** What bars most of its days. */
  readonly why: Words;
}

/** Whether one of the projects has no days even alone, or they only do not fit together. */
export function nothingTogether(projects: readonly Alone[]): Words {
  const stuck = projects.find(
    ({ question }) => question !== undefined && findDates({ ...question, proposals: 1 }).proposals.length === 0,
  );
  if (stuck !== undefined) return { sv: `${stuck.title}: ${stuck.why.sv}`, en: `${stuck.title}: ${stuck.why.en}` };
  return {
    sv: 'Var för sig går det, men inte tillsammans: de behöver samma lokaler eller personer. Gör perioden längre eller välj fler veckodagar.',
    en: 'Each fits alone, but not together: they need the same venues or people. Make the period longer or choose more weekdays.',
  };
}
