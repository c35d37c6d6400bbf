import type { FoundDay } from '../../../../../src/features/planning/dates/finding/types.ts';
import type { TogetherFound } from '../../../../../src/features/planning/dates/together/types.ts';
import { sayIn } from '../../../../language.tsx';
import { together as words } from '../../../../wording/together.ts';
import type { Chosen } from '../found.tsx';

/** A project's days with what the other projects have got as they are chosen now, and whom they need then. */
export function withOthers(
  { projectId, days, shares }: TogetherFound,
  all: readonly TogetherFound[],
  chosen: Readonly<Record<string, Chosen>>,
): readonly FoundDay[] {
  const others = all.filter((other) => other.projectId !== projectId);
  return days.map((day) => {
    const held = others.filter((other) => Object.values(chosen[other.projectId] ?? {}).includes(day.date));
    if (held.length === 0) return day;
    const reasons = held.map(({ projectId: id, title }) => {
      const people = shares.find((share) => share.projectId === id)?.people ?? [];
      const what = people.length > 0 ? words.elsewhereShared : words.elsewhere;
      const details = { title, names: people.join(', ') };
      return { sv: sayIn('sv')(what, details), en: sayIn('en')(what, details) };
    });
    const isShared = held.some(({ projectId: id }) => shares.some((share) => share.projectId === id));
    const tone = isShared && day.tone !== 'barred' ? 'poor' : day.tone;
    return { ...day, tone, mark: words.mark, reasons: [...reasons, ...day.reasons] };
  });
}
