import type { ProjectKey } from '../../../../domain/ids.ts';
import { languageOf } from '../../../../domain/words.ts';
import type { Meeting, MeetingChanges } from '../../../../ports/meetings.ts';
import type { Tools, Work } from '../../../../tools.ts';
import { projectOf } from '../../../planning/queries.ts';
import { tellPlanners } from '../../telling/actions.ts';
import { roomDeclinedLine, seriesGoneText } from '../letters/agenda.ts';
import { roomAnswer } from '../outlook/rules.ts';
import { changeSeries } from '../store.ts';
import type { Series } from '../types.ts';

type OwnSeries = Series & ProjectKey;

/** What Outlook tells of a series: how it stands there, or that it is gone. */
interface News {
  readonly series: OwnSeries;
  readonly actual: Meeting | 'gone';
}

/** Reads what has happened to the series of planning meetings. One that was moved out of the window also reads as removed. */
export async function seriesNews(
  tools: Tools,
  all: readonly OwnSeries[],
  { meetings, removedIds }: MeetingChanges,
): Promise<readonly News[]> {
  const news: News[] = [];
  for (const series of all) {
    const { event } = series;
    if (event === null || event.eventId === null || series.problem === 'gone') continue;
    const { mailbox, eventId } = event;
    const actual = meetings.find(({ id }) => id === eventId);
    const seemsGone = removedIds.includes(eventId) || actual?.isCancelled === true;
    const looked = seemsGone ? await tools.meetings.read(mailbox, eventId) : actual;
    if (looked === undefined) continue;
    news.push({ series, actual: looked === null || looked.isCancelled ? 'gone' : looked });
  }
  return news;
}

/** The room's answer, a link that came late, or that somebody has removed it all. */
export async function takeSeriesNews(tools: Tools, work: Work, news: readonly News[]): Promise<void> {
  for (const { series, actual } of news) {
    const { tenantId, projectId, event } = series;
    const key = { tenantId, projectId };
    if (actual === 'gone') await noteGone(work, tools, key, series);
    if (actual === 'gone' || event === null) continue;
    const room = event.room === null ? null : roomAnswer(actual);
    if (room === event.room && actual.joinUrl === event.joinUrl) continue;
    await changeSeries(work, key, { event: { ...event, room, joinUrl: actual.joinUrl ?? event.joinUrl } });
    if (room !== 'declined' || event.room === 'declined') continue;
    const language = languageOf((await projectOf(work, key))?.language);
    await tellPlanners(work, tools, key, {
      kind: 'planningMeeting.roomDeclined',
      version: tools.clock.now().toString(),
      text: roomDeclinedLine(language),
    });
  }
}

export async function tellGone(tools: Tools, key: ProjectKey, series: Series): Promise<void> {
  await tools.tx((work) => noteGone(work, tools, key, series));
}

async function noteGone(work: Work, tools: Tools, key: ProjectKey, { generation }: Series): Promise<void> {
  await changeSeries(work, key, { problem: 'gone' });
  const language = languageOf((await projectOf(work, key))?.language);
  const version = String(generation);
  await tellPlanners(work, tools, key, { kind: 'planningMeeting.gone', version, text: seriesGoneText(language) });
}
