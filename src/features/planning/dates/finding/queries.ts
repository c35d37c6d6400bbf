import { findDates } from '../../../../domain/date-finder/find.ts';
import { weigh } from '../../../../domain/date-finder/weigh.ts';
import { isAfter, localDateOf, readLocalDate } from '../../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../../domain/outcome.ts';
import type { Actor } from '../../../../domain/people.ts';
import type { Tools } from '../../../../tools.ts';
import { projectOf, sessionsOf } from '../../queries.ts';
import { dayDetails } from '../../rules.ts';
import type { PlanRefusal } from '../../types.ts';
import { calendarsOf } from './calendars/queries.ts';
import { chronological, gathered, lookOf, namesOf, questionOf } from './question/queries.ts';
import { foundDay, noProposal, reasonWords, summaryOf, windowOf } from './rules.ts';
import type { DateWish, FoundProposal, FoundView } from './types.ts';

export const workingDays: readonly number[] = [1, 2, 3, 4, 5];

/** The best dates for a project's sessions (PLN-01, VEN-02), and how every day of the window is. Changes nothing. */
export async function foundDates(tools: Tools, actor: Actor, wish: DateWish): Promise<Outcome<FoundView, PlanRefusal>> {
  const [project, allSessions] = await Promise.all([projectOf(tools, actor), sessionsOf(tools, actor)]);
  if (project === null) return refused('noProject');
  const wrong = [wish.from, wish.until].find((text) => readLocalDate(text) === undefined);
  if (wrong !== undefined) return refused('badDate', { value: wrong });
  if (wish.endTime <= wish.startTime) return refused('endsBeforeStart');
  const window = windowOf(wish, localDateOf(tools.clock.now(), project.timeZone));
  if (isAfter(window.from, window.until)) return refused('inThePast', dayDetails(wish.until));
  const sessions = allSessions.filter(({ cancelled }) => !cancelled);
  const placed = wish.sessions.map((id) => sessions.find((session) => session.id === id));
  if (placed.some((session) => session === undefined)) return refused('noSession');
  const about = await gathered(tools, { project, sessions }, wish);
  const calendars = await calendarsOf(tools, project, { ...about, ...lookOf(window, project) });
  const known = { ...about, calendars };
  const question = questionOf(known, wish, window);
  const found = findDates(question);
  const names = namesOf(known);
  const days = weigh({ ...question, weekdays: workingDays }).slots.map((slot) => foundDay(slot, names));
  const counted = question.people.map(({ id }) => id);
  const order = chronological(sessions, wish);
  const shown = found.proposals.map((one): FoundProposal => ({
    dates: one.dates.flatMap(({ session, slot }) => {
      const row = order[session];
      if (row === undefined) return [];
      const [date, reasons] = [slot.date.toString(), reasonWords(slot, names)];
      return [{ sessionId: row.id, number: row.number, date, venueId: slot.room, reasons }];
    }),
    summary: summaryOf(one, counted, names),
    present: one.presentAtAll.length,
    counted: counted.length,
    against: one.dates.filter(({ slot }) => slot.cost.day > 0).length,
  }));
  const { startTime, endTime } = wish;
  const nothing = shown.length > 0 ? null : noProposal(found.slots);
  return done({ proposals: shown, days, startTime, endTime, unseen: known.calendars.unseen, nothing });
}
