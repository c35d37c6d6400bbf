import type { JointPart } from '../../../../domain/date-finder/together/joint.ts';
import { findDatesTogether, type PartDates } from '../../../../domain/date-finder/together/joint.ts';
import { weigh } from '../../../../domain/date-finder/weigh.ts';
import type { DateQuestion, WeighedSlot } from '../../../../domain/date-finder/types.ts';
import { isAfter, localDateOf, readLocalDate, stockholm } from '../../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../../domain/outcome.ts';
import { may } from '../../../../domain/policy.ts';
import type { Tools } from '../../../../tools.ts';
import { projectOf, projectsFor, sessionsOf } from '../../queries.ts';
import { dayDetails } from '../../rules.ts';
import type { Identity, PlanRefusal } from '../../types.ts';
import { calendarsOf } from '../finding/calendars/queries.ts';
import { wishForm } from '../finding/form/queries.ts';
import { workingDays } from '../finding/queries.ts';
import {
  chronological,
  gathered,
  lookOf,
  movingOf,
  namesOf,
  questionOf,
  type Gathered,
  type Known,
} from '../finding/question/queries.ts';
import { foundDay, noProposal, reasonWords, summaryOf, windowOf } from '../finding/rules.ts';
import type { DateWish, FoundDate } from '../finding/types.ts';
import { inRoom, nothingTogether, sharedPeople } from './rules.ts';
import type { TogetherChoice, TogetherForm, TogetherFound, TogetherView, TogetherWish } from './types.ts';

interface Chosen extends TogetherChoice {
  readonly wish: DateWish;
}

/** The projects whose dates somebody may set and that have sessions to set days for, with what each usually wishes. */
async function choices(tools: Tools, identity: Identity): Promise<readonly Chosen[]> {
  const led = (await projectsFor(tools, identity)).filter(
    ({ roles, state }) => may(roles, 'plan.edit') && state !== 'closed',
  );
  const forms = await Promise.all(
    led.map(async ({ projectId, title }): Promise<Chosen | null> => {
      const form = await wishForm(tools, { tenantId: identity.tenantId, projectId });
      if (form === null || form.wish.sessions.length === 0) return null;
      const sessions = form.sessions.filter(({ id }) => form.wish.sessions.includes(id));
      return { projectId, title, sessions, wish: form.wish };
    }),
  );
  return forms.filter((form) => form !== null);
}

/** What there is to choose among, and a window that all fit into. Null when there is nothing to look for together. */
export async function togetherForm(tools: Tools, identity: Identity): Promise<TogetherForm | null> {
  const all = await choices(tools, identity);
  const [first] = all;
  if (first === undefined) return null;
  const { weekdays, startTime, endTime } = first.wish;
  const edge = (pick: (wish: DateWish) => string): readonly string[] => all.map(({ wish }) => pick(wish)).toSorted();
  return {
    wish: {
      ...{ weekdays, startTime, endTime },
      from: edge((wish) => wish.from)[0] ?? first.wish.from,
      until: edge((wish) => wish.until).at(-1) ?? first.wish.until,
      weeksApart: Math.min(...all.map(({ wish }) => wish.weeksApart)),
    },
    projects: all.map(({ projectId, title, sessions }) => ({ projectId, title, sessions })),
  };
}

interface Asked {
  readonly choice: Chosen;
  readonly wish: DateWish;
  readonly about: Gathered;
}

/**
 * The best days for several projects at once, none of which takes another's rooms or people (PLN-01, VEN-02, ROL-06). Changes
 * nothing: each project's days are seen and confirmed for themselves.
 */
export async function datesTogether(
  tools: Tools,
  identity: Identity,
  { projects, ...common }: TogetherWish,
): Promise<Outcome<TogetherView, PlanRefusal>> {
  const chosen = (await choices(tools, identity)).filter(({ projectId }) => projects.includes(projectId));
  if (chosen.length !== new Set(projects).size) return refused('noProject');
  const wrong = [common.from, common.until].find((text) => readLocalDate(text) === undefined);
  if (wrong !== undefined) return refused('badDate', { value: wrong });
  if (common.endTime <= common.startTime) return refused('endsBeforeStart');
  const window = windowOf(common, localDateOf(tools.clock.now(), stockholm));
  if (isAfter(window.from, window.until)) return refused('inThePast', dayDetails(common.until));
  const asked = await askedOf(tools, identity, chosen, common);
  const [first] = asked;
  if (first === undefined) return refused('noProject');
  const calendars = await calendarsOf(tools, first.about.project, {
    ...lookOf(window, first.about.project),
    venues: asked.flatMap(({ about }) => about.venues),
    people: asked.flatMap(({ about }) => about.people),
  });
  const parts = asked.map(({ about, wish }): JointPart & { readonly known: Known } => {
    const known = { ...about, calendars };
    return { known, question: questionOf(known, wish, window), roomKey: roomKeyOf(known), people: emailsOf(known) };
  });
  const found = findDatesTogether(parts);
  const shared = parts.map(({ known }, index) => ({
    projectId: asked[index]?.choice.projectId ?? '',
    people: known.people,
  }));
  const shown = asked.flatMap((one, index): TogetherFound[] => {
    const [part, dates] = [parts[index], found.parts[index]];
    if (part === undefined || dates === undefined) return [];
    return [{ ...shownOf(one, part, dates), shares: sharedPeople(shared, one.choice.projectId) }];
  });
  const isFound = found.parts.every(({ proposal }) => proposal !== null);
  return done({
    projects: shown,
    startTime: common.startTime,
    endTime: common.endTime,
    unseen: [...new Set(calendars.unseen)],
    nothing: isFound
      ? null
      : nothingTogether(asked.map(({ choice }, index) => aloneOf(choice, parts[index], found.parts[index]))),
    isProved: found.isProved,
  });
}

async function askedOf(
  tools: Tools,
  { tenantId }: Identity,
  chosen: readonly Chosen[],
  common: Omit<TogetherWish, 'projects'>,
): Promise<readonly Asked[]> {
  const read = await Promise.all(
    chosen.map(async (choice) => {
      const key = { tenantId, projectId: choice.projectId };
      const [project, sessions] = await Promise.all([projectOf(tools, key), sessionsOf(tools, key)]);
      const wish = { ...choice.wish, ...common };
      return project === null
        ? []
        : [{ choice, wish, project, sessions: sessions.filter(({ cancelled }) => !cancelled) }];
    }),
  );
  const all = read.flat();
  const moving = all.flatMap(({ project, sessions, wish }) => movingOf(project, sessions, wish));
  return Promise.all(
    all.map(async ({ choice, wish, project, sessions }) => ({
      ...{ choice, wish },
      about: await gathered(tools, { project, sessions }, wish, moving),
    })),
  );
}

/** One room has one mailbox in all projects; without one it is known by its name. */
function roomKeyOf({ venues }: Gathered): (id: string) => string {
  return (id) => {
    const venue = venues.find((one) => one.id === id);
    return venue?.roomMailbox?.toLowerCase() ?? `${venue?.name ?? id}, ${venue?.city ?? ''}`;
  };
}

function emailsOf({ people }: Gathered): readonly string[] {
  return people.map(({ email }) => email);
}

function shownOf(
  { choice, wish, about }: Asked,
  { question }: JointPart,
  { proposal, rooms }: PartDates,
): Omit<TogetherFound, 'shares'> {
  const names = namesOf(about);
  const order = chronological(about.sessions, wish);
  const slots = new Map<string, WeighedSlot>();
  const dates = (proposal?.dates ?? []).flatMap(({ session, slot }, index): FoundDate[] => {
    const row = order[session];
    if (row === undefined) return [];
    const held = inRoom(slot, rooms[index] ?? null);
    slots.set(held.date.toString(), held);
    const reasons = reasonWords(held, names);
    return [{ sessionId: row.id, number: row.number, date: held.date.toString(), venueId: held.room, reasons }];
  });
  const { projectId, title, sessions } = choice;
  return {
    ...{ projectId, title, sessions, dates },
    summary:
      proposal === null
        ? []
        : summaryOf(
            proposal,
            question.people.map(({ id }) => id),
            names,
          ),
    days: allDays(question).map((slot) => foundDay(slots.get(slot.date.toString()) ?? slot, names)),
  };
}

/** Also the weekdays that were not asked for: in the calendar they can be chosen by hand. */
function allDays(question: DateQuestion): readonly WeighedSlot[] {
  return weigh({ ...question, weekdays: workingDays }).slots;
}

function aloneOf({ title }: TogetherChoice, part: JointPart | undefined, dates: PartDates | undefined) {
  return { title, question: part?.question, why: noProposal(dates?.slots ?? []) };
}
