import { z } from 'zod';
import { localDate, localDateOf, type LocalDate } from '../../src/domain/local-date.ts';
import { readDeadline } from '../../src/domain/spoken-deadline.ts';
import type { DateCandidate } from '../../src/domain/spoken-date.ts';
import {
  capitalised,
  dayMonth,
  listDate,
  listText,
  weekdayName,
  withoutAccents,
} from '../../src/domain/swedish-text.ts';
import { say as sayIn } from '../../src/domain/words.ts';
import { addTask } from '../../src/features/tasks/actions.ts';
import { taskOwners } from '../../src/features/tasks/queries.ts';
import { freeDay, lastDayOfWeek } from '../../src/features/tasks/rules.ts';
import { longestTask, taskWords, type Owner } from '../../src/features/tasks/types.ts';
import { whichCard } from '../cards/plain.ts';
import { savedTaskCard } from '../cards/tasks.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { readTask, type ToldTask } from '../understand/task.ts';
import { taskTalk } from '../wording/tasks.ts';
import { wording } from '../wording.ts';

/** "Uppgift till Karin: boka lunch senast fredag". What is unclear is asked about; nothing is guessed. */
export const taskAddCommand: Command = {
  id: 'task.add',
  act: 'tasks.edit',
  where: 'planning',
  utterances: {
    sv: ['uppgift till Karin: boka lunch senast fredag'],
    en: ['task for Karin: book lunch by Friday'],
  },
  ways: [
    '^^lagg_till|^^lagg_in|^^=uppgift|^^=uppgiften|^^ny_uppgift|^^=add|^^=task|^^=todo',
    'lagg_till|lagg_in + uppgift|task|boka|fixa',
  ],
  async run(turn) {
    const words = taskTalk[turn.language];
    const owners = await taskOwners(turn.tools, turn.project);
    const told = readTask(turn.text, owners);
    // "Lägg till en punkt" may mean the programme: without the word or a name nothing is saved.
    if (!told.saysTask && told.owner.kind === 'nobody') return say(words.howAdd);
    return await forOwner(turn, told, owners);
  },
};

async function forOwner(turn: Turn, { owner, rest }: ToldTask, owners: readonly Owner[]): Promise<Reply> {
  const words = taskTalk[turn.language];
  if (owner.kind === 'nobody') return await save(turn, { rest, ownerId: null });
  if (owner.kind === 'me') {
    const mine = owners.find(({ id }) => id === turn.actor.personId);
    return mine === undefined ? unknown(turn, turn.actor.name, owners) : await save(turn, { rest, ownerId: mine.id });
  }
  if (owner.kind === 'unknown') return unknown(turn, owner.name, owners);
  const fits = owners.filter(({ id }) => owner.ids.includes(id));
  const [only, ...others] = fits;
  if (only !== undefined && others.length === 0) return await save(turn, { rest, ownerId: only.id });
  // The answer to "vem menar du?" comes after what was said first.
  const added = addedName(rest, fits);
  if (added !== undefined) return await save(turn, { rest: rest.slice(0, -added.length).trim(), ownerId: added.id });
  const [given = ''] = (only?.name ?? '').split(' ');
  return show(
    whichCard(
      {
        question: owner.kind === 'several' ? words.oneOwner : words.whoOf(given),
        asks: { kind: 'which', command: 'task.add', text: turn.text },
        choices: fits.map(({ id, name }) => choice(turn, name, { rest, ownerId: id })),
      },
      turn.language,
    ),
  );
}

/** The one of them whose name, or whose given name alone, ends what was said. */
function addedName(rest: string, fits: readonly Owner[]): { readonly id: string; readonly length: number } | undefined {
  const named = fits.flatMap(({ id, name }) =>
    [name, name.split(' ')[0] ?? name].map((one) => ({ id, name: one, length: one.length })),
  );
  const found = named.filter(({ name }) => folded(rest).endsWith(` ${folded(name)}`));
  return new Set(found.map(({ id }) => id)).size === 1 ? found[0] : undefined;
}

function folded(text: string): string {
  return withoutAccents(text.toLowerCase());
}

function unknown({ language }: Turn, name: string, owners: readonly Owner[]): Reply {
  return say(
    taskTalk[language].unknown(
      name,
      listText(
        owners.map((owner) => owner.name),
        language,
      ),
    ),
  );
}

interface Wish {
  /** What is to be done, with its last day still in it. */
  readonly rest: string;
  readonly ownerId: string | null;
  /** The day that was chosen among several. */
  readonly due?: string | undefined;
}

async function save(turn: Turn, wish: Wish): Promise<Reply> {
  const { tools, project, language } = turn;
  const words = taskTalk[language];
  const today = localDateOf(tools.clock.now(), project.timeZone);
  const { what, days, unread } = readDeadline(wish.rest, today);
  if (what === '') return say(words.how);
  if (what.length > longestTask) return say(words.tooLong(longestTask));
  if (unread !== null && wish.due === undefined) return say(words.noSuchDay(unread));
  const [first, ...others] = days;
  if (wish.due === undefined && others.length > 0) return whichDay(turn, wish, days);
  if (wish.due === undefined && first?.kind === 'day' && first.weekdayDiffers)
    return say(words.weekdayDiffers(listDate(first.date, language)));
  const due = wish.due ?? (first === undefined ? null : lastDay(first).toString());
  const order = { what: capitalised(what), ownerId: wish.ownerId, dueOn: due, source: 'chat' as const };
  const added = await addTask(tools, turn.actor, { ...order, evenSo: wish.due !== undefined });
  if (!added.ok && added.reason === 'freeDay' && due !== null) return freeDayCard(turn, wish, localDate(due));
  if (!added.ok) return say(sayIn(taskWords[added.reason], language, added.details));
  const owner = (await taskOwners(tools, project)).find(({ id }) => id === wish.ownerId);
  const isWeek = wish.due === undefined && first?.kind === 'week';
  const day = due === null ? null : dayText(localDate(due), today, turn);
  return showAll(
    savedTaskCard(
      {
        id: added.value.id,
        what: added.value.what,
        who: owner?.name ?? words.nobody,
        day: isWeek && day !== null ? words.inWeek(day, first.week) : day,
      },
      { projectId: project.projectId, url: turn.tabUrl('planning', { below: 'uppgifter' }) },
      language,
    ),
  );
}

function lastDay(found: DateCandidate): LocalDate {
  return found.kind === 'day' ? found.date : lastDayOfWeek(found.monday);
}

/** "fredag 23 oktober"; with its year when that is another. */
function dayText(day: LocalDate, today: LocalDate, { language }: Turn): string {
  return day.year === today.year ? `${weekdayName(day, language)} ${dayMonth(day, language)}` : listDate(day, language);
}

function whichDay(turn: Turn, wish: Wish, days: readonly DateCandidate[]): Reply {
  const { tools, project, language } = turn;
  const words = taskTalk[language];
  const today = localDateOf(tools.clock.now(), project.timeZone);
  return show(
    whichCard(
      {
        question: words.whichDay,
        choices: days.map((found) => {
          const day = lastDay(found);
          return choice(turn, words.take(dayText(day, today, turn)), { ...wish, due: day.toString() });
        }),
      },
      language,
    ),
  );
}

/** The working day to take instead, or the free day all the same. */
function freeDayCard(turn: Turn, wish: Wish, day: LocalDate): Reply {
  const { tools, project, language } = turn;
  const words = taskTalk[language];
  const today = localDateOf(tools.clock.now(), project.timeZone);
  const free = freeDay(day, today);
  if (free === undefined) return say(wording[language].stale);
  const { instead, why } = free;
  return show(
    whichCard(
      {
        question: words.freeDay(capitalised(dayText(day, today, turn)), why[language]),
        choices: [
          choice(turn, words.take(dayText(instead, today, turn)), { ...wish, due: instead.toString() }),
          choice(turn, words.keep(dayText(day, today, turn)), { ...wish, due: day.toString() }),
        ],
      },
      language,
    ),
  );
}

function choice({ project }: Turn, title: string, { rest, ownerId, due }: Wish) {
  const data = { project: project.projectId, rest, owner: ownerId ?? '', ...(due === undefined ? {} : { due }) };
  return { title, verb: 'task.add!as', data };
}

const chosenShape = z.looseObject({
  rest: z.string().min(1).max(1000),
  owner: z.string().max(100),
  due: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
});

export const taskAddButtons: readonly Button[] = [
  {
    verb: 'task.add!as',
    act: 'tasks.edit',
    where: 'planning',
    press: async (turn, pressed) => {
      const read = chosenShape.safeParse(pressed.data);
      if (!read.success) return say(wording[turn.language].stale);
      const { rest, owner, due } = read.data;
      return await save(turn, { rest, ownerId: owner === '' ? null : owner, due });
    },
  },
];
