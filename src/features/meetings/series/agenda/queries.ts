import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../../domain/ids.ts';
import { localDate, localDateOf, type LocalDate } from '../../../../domain/local-date.ts';
import { dayMonth, timeRange, weekdayName } from '../../../../domain/swedish-text.ts';
import { languageOf } from '../../../../domain/words.ts';
import type { Tools } from '../../../../tools.ts';
import { statusOf } from '../../../planning/guidance/queries.ts';
import { factsOf, venuesOf } from '../../../planning/queries.ts';
import type { ProjectHead } from '../../../planning/types.ts';
import { decisionsOf, taskOwners, tasksOf } from '../../../tasks/queries.ts';
import { inOrder, viewOf } from '../../../tasks/rules.ts';
import { placeWords } from '../queries.ts';
import { nextMeeting } from '../rules.ts';
import { seriesOf } from '../store.ts';
import type { Series } from '../types.ts';
import type { MeetingAgenda } from './types.ts';

type Needs = Pick<Tools, 'db' | 'clock' | 'settings'>;

/** Without a meeting before, what was decided in the last weeks is told. */
const firstLookBackDays = 14;

/** As below, for whoever asks; null also while there is no series. */
export async function agendaNow(tools: Needs, project: ProjectHead): Promise<MeetingAgenda | null> {
  const series = await seriesOf(tools, project);
  return series === null || series.endedAt !== null ? null : await agendaOf(tools, project, series);
}

/** The agenda of the next meeting as it stands now; null when there is none to come. */
export async function agendaOf(tools: Needs, project: ProjectHead, series: Series): Promise<MeetingAgenda | null> {
  const next = nextMeeting(series.wish, tools.clock.now(), project.timeZone);
  if (next === undefined) return null;
  const language = languageOf(project.language);
  const today = localDateOf(tools.clock.now(), project.timeZone);
  const [owners, tasks, decisions, venues, speakers, deadline] = await Promise.all([
    taskOwners(tools, project),
    tasksOf(tools, project),
    decisionsOf(tools, project),
    venuesOf(tools, project),
    unansweredSpeakers(tools, project, today),
    nextDeadline(tools, project),
  ]);
  const { day, before } = next;
  const since = (before ?? today.subtract({ days: firstLookBackDays })).toString();
  // Before the first meeting, also what was decided when they agreed to meet.
  const agreedOn = localDateOf(Temporal.Instant.from(series.setAt), project.timeZone).toString();
  const from = before === null && agreedOn < since ? agreedOn : since;
  const { wish, event } = series;
  const time = timeRange(wish.startTime, wish.endTime, language);
  return {
    projectId: project.projectId,
    day: day.toString(),
    when: `${weekdayName(day, language)} ${dayMonth(day, language)} ${time}`,
    place: placeWords(wish.place, venues)[language],
    joinUrl: event?.joinUrl ?? null,
    isRoomDeclined: event?.room === 'declined',
    tasks: inOrder(tasks.map((task) => viewOf(task, { today, owners, me: '' })))
      .filter(({ state }) => state !== 'done')
      .map(({ what, ownerName, dueOn, state }) => ({ what, who: ownerName, dueOn, isLate: state === 'late' })),
    deadline: deadline === undefined ? null : { title: deadline.title[language], due: deadline.due },
    speakers,
    decisions: decisions.filter(({ decidedOn }) => decidedOn >= from),
    url: `${tools.settings.publicUrl}/tab/planering/uppgifter?projekt=${encodeURIComponent(project.projectId)}`,
  };
}

async function unansweredSpeakers(tools: Needs, key: ProjectKey, today: LocalDate): Promise<MeetingAgenda['speakers']> {
  const facts = await factsOf(tools, key);
  const found = (facts?.sessions ?? [])
    .filter(({ date }) => date === undefined || date.toString() >= today.toString())
    .flatMap(({ number, agenda }) =>
      agenda
        .flatMap((item) => item.speakers)
        .filter(({ status }) => status === 'asked' || status === 'tentative')
        .map(({ name }) => ({ name, sessionNumber: number })),
    );
  return [...new Map(found.map((one) => [`${one.name} ${one.sessionNumber}`, one])).values()];
}

/** The nearest of the next steps that has a day of its own. */
async function nextDeadline(tools: Needs, key: ProjectKey) {
  const status = await statusOf(tools, key, 12);
  return (status?.nextSteps ?? [])
    .flatMap(({ title, due, wiseDue, state }) => {
      const day = wiseDue ?? due;
      return day === null || state === 'late' ? [] : [{ title, due: localDate(day).toString() }];
    })
    .toSorted((one, other) => one.due.localeCompare(other.due))[0];
}
