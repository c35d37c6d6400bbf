import type { ProjectKey } from '../../../../domain/ids.ts';
import { localDateOf } from '../../../../domain/local-date.ts';
import { languageOf } from '../../../../domain/words.ts';
import type { Tools, Work } from '../../../../tools.ts';
import { queueMail } from '../../../notices/actions.ts';
import { stopUnsent } from '../../../notices/by-hand/actions.ts';
import { reachedBy } from '../../../notices/by-hand/queries.ts';
import type { Letter } from '../../../notices/types.ts';
import { calendarText } from '../../../registration/calendar/rules.ts';
import { seriesFileCancelled, seriesFileLetter, type SeriesFileText } from '../letters/file.ts';
import { spanText, whenText } from '../letters/words.ts';
import { seriesFacts, type SeriesFacts } from '../queries.ts';
import { changeSeries, seriesOf } from '../store.ts';
import type { HeldFile, Series } from '../types.ts';
import { cancelled, fileSteps, heldOf, repeatRule } from './rules.ts';

/** Stands where a letter's session does, so that these files are told apart from those of sessions. */
const place = 'planning-series';
const kinds = { invites: 'planningMeeting.byHand', cancels: 'planningMeeting.byHandCancelled' } as const;

interface Desk {
  readonly tools: Tools;
  readonly key: ProjectKey;
  readonly facts: SeriesFacts;
  readonly series: Series;
}

/** prepares the calendar files of the series for a person to send. No call leaves the machine. */
export async function prepareSeriesFiles(tools: Tools, key: ProjectKey): Promise<void> {
  await tools.tx(async (work) => {
    const desk = await deskOf({ ...tools, db: work.db }, key);
    if (desk === null) return;
    const { series, facts } = desk;
    const held = series.held.length === 0 && series.event !== null ? heldOf(series.event) : series.held;
    const host = URL.parse(tools.settings.publicUrl)?.hostname ?? 'larprojekt';
    const reached = await reachedOf(work, key);
    const uid = `${key.projectId}.${place}.${series.generation}@${host}`;
    const steps = fileSteps(series.endedAt === null ? facts.wanted : null, { held, reached, uid });
    if (steps.length === 0) return;
    for (const step of steps) {
      const { file } = step;
      await stopUnsent(work, key, { kinds: Object.values(kinds), sessionId: place, address: file.address });
      const { isNew = false } = step.kind === 'invite' ? step : {};
      if (step.kind === 'invite')
        await queueFile(work, desk, file, { method: 'REQUEST', letter: seriesFileLetter(textOf(desk), { isNew }) });
      else if (step.isReached)
        await queueFile(work, desk, file, {
          method: 'CANCEL',
          letter: seriesFileCancelled(textOf(desk), 'called off'),
        });
    }
    const changed = new Map(steps.map(({ file }) => [file.address, file]));
    const kept = held.filter(({ address }) => !changed.has(address));
    await changeSeries(work, key, { held: [...kept, ...changed.values()], problem: null });
  });
}

/** Outlook takes over: whoever got a file gets its CANCEL together with Outlook's invitation, and unsent ones are never sent. */
export async function endSeriesFiles(tools: Tools, key: ProjectKey): Promise<void> {
  await tools.tx(async (work) => {
    const desk = await deskOf({ ...tools, db: work.db }, key);
    if (desk === null || desk.series.held.length === 0) return;
    const reached = await reachedOf(work, key);
    for (const file of desk.series.held.filter(({ state }) => state === 'live')) {
      await stopUnsent(work, key, { kinds: Object.values(kinds), sessionId: place, address: file.address });
      if (file.fromOutlook || !reached.has(file.address)) continue;
      const letter = seriesFileCancelled(textOf(desk), 'outlook takes over');
      await queueFile(work, desk, cancelled(file), { method: 'CANCEL', letter });
    }
    await changeSeries(work, key, { held: [] });
  });
}

async function deskOf(tools: Tools, key: ProjectKey): Promise<Desk | null> {
  const series = await seriesOf(tools, key);
  const facts = series === null ? null : await seriesFacts(tools, key, series.wish);
  if (series === null || facts === null || facts.project.state !== 'active') return null;
  // What has been held stays in the calendars as it was.
  const today = localDateOf(tools.clock.now(), facts.project.timeZone).toString();
  if (series.wish.until < today) return null;
  return { tools, key, facts, series };
}

async function reachedOf(work: Pick<Work, 'db'>, key: ProjectKey): Promise<ReadonlySet<string>> {
  const prefix = `${place} `;
  return new Set([...(await reachedBy(work, key, kinds))].map((name) => name.slice(prefix.length)));
}

function textOf({ facts, series }: Desk): SeriesFileText {
  const { project, wanted, body } = facts;
  const language = languageOf(project.language);
  return {
    told: wanted,
    when: `${whenText(series.wish, language)}, ${spanText(series.wish, language)}`,
    place: wanted.place.displayName,
    lead: body.lead,
    url: body.url,
    language,
  };
}

async function queueFile(
  work: Work,
  { tools, key, facts }: Desk,
  file: HeldFile,
  { method, letter }: { readonly method: 'REQUEST' | 'CANCEL'; readonly letter: Letter },
): Promise<void> {
  const { address, uid, sequence, told, leftOut } = file;
  const { project, people, wanted } = facts;
  const name = people.find((one) => one.address.trim().toLowerCase() === address)?.name ?? address;
  const text = calendarText({
    name: project.title,
    method,
    timeZone: project.timeZone,
    now: tools.clock.now().toString(),
    sequence,
    organiser: { name: 'Dalalab', address: wanted.mailbox },
    attendee: { name, address },
    sessions: [
      {
        uid,
        summary: told.subject,
        description: letter.text,
        location: told.place.displayName,
        date: told.start.slice(0, 10),
        startTime: told.start.slice(11, 16),
        endTime: told.end.slice(11, 16),
        answer: 'NEEDS-ACTION',
        repeats: { rule: repeatRule(told.recurrence, project.timeZone), without: leftOut },
      },
    ],
  });
  await queueMail(work, tools, {
    ...key,
    kind: method === 'REQUEST' ? kinds.invites : kinds.cancels,
    sessionId: place,
    version: `${address} ${uid} ${sequence}`,
    to: { address, name },
    letter: {
      ...letter,
      file: {
        name: `planeringsmoten${method === 'CANCEL' ? '-bort' : ''}.ics`,
        contentType: `text/calendar; charset=utf-8; method=${method}`,
        text,
      },
    },
    grace: 'none',
    confirmationId: null,
  });
}
