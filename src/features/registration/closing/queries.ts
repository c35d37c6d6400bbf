import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import { inBoth } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { meetingFacts } from '../../meetings/facts/queries.ts';
import { confirmationsOf } from '../../notices/queries.ts';
import { previewOf } from '../../notices/rules.ts';
import type { ConfirmationEntry } from '../../notices/types.ts';
import { organisationsOf, projectOf, sessionTimesOf } from '../../planning/queries.ts';
import type { ProjectHead } from '../../planning/types.ts';
import { tellingOf } from '../facts/queries.ts';
import { whenText } from '../letters/lines.ts';
import { confirmedPeople, registrationPhase, registrationStateOf } from '../queries.ts';
import { invitedOrganisations } from '../rules.ts';
import { announceAt, holds, type ClosingFacts, type nextMoment } from './rules.ts';
import { closingAct, type ClosingPreview, type ClosingView } from './types.ts';

export type ClosingReader = Pick<Tools, 'db' | 'clock' | 'settings'>;

const rule: Words = {
  sv: 'Alla bekräftade deltagare får en kalenderbokning för varje träff.',
  en: 'All confirmed participants get a calendar booking for every session.',
};

/** nothing goes out by itself. */
const ruleByHand: Words = {
  sv: 'Bokningarna läggs färdiga under ”Att skicka själv”, en kalenderfil per person och träff. Inget går ut av sig självt.',
  en: 'The bookings are made ready under “To send yourself”, a calendar file per person and session. Nothing goes out by itself.',
};

/** What the content lead sees before saying yes to the closing. Null when there is no such project. */
export async function closingView(tools: ClosingReader, key: ProjectKey): Promise<ClosingView | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const [beforehand, now, latest, { closedAt }] = await Promise.all([
    previewBeforehand(tools, project),
    previewNow(tools, project),
    latestStanding(tools, project),
    registrationStateOf(tools, project),
  ]);
  const closesAt = project.registrationCloses === null ? null : Temporal.Instant.from(project.registrationCloses);
  return {
    phase: await registrationPhase(tools, project),
    closesAt: project.registrationCloses,
    closedAt,
    announcesAt: closesAt === null ? null : ahead(announceAt(closesAt, project.timeZone), tools.clock.now()),
    standing: latest === undefined ? null : { ...latest, holds: standsFor(latest, closesAt, beforehand.textVersion) },
    beforehand,
    now,
  };
}

/** A reminder that has been told, or that it was too late to tell, is none to wait for. */
function ahead(at: Temporal.Instant, now: Temporal.Instant): string | null {
  return Temporal.Instant.compare(at, now) > 0 ? at.toString() : null;
}

function standsFor(entry: ConfirmationEntry, closesAt: Temporal.Instant | null, textVersion: string): boolean {
  if (closesAt === null || entry.stoppedAt !== null) return false;
  return holds({ closesAt, textVersion, latest: { dueAt: dueOf(entry), textVersion: entry.textVersion } });
}

function dueOf({ dueAt }: ConfirmationEntry): Temporal.Instant | null {
  return dueAt === null ? null : Temporal.Instant.from(dueAt);
}

export async function latestStanding(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
): Promise<ConfirmationEntry | undefined> {
  return (await confirmationsOf(tools, key, closingAct)).find(({ dueAt }) => dueAt !== null);
}

/**
 * For a yes that stands until the closing minute: the minute, who, at most how many, and the times of the sessions.
 * Rooms may still change without a new yes, since the bookings follow the plan.
 */
export async function previewBeforehand(tools: ClosingReader, project: ProjectHead): Promise<ClosingPreview> {
  const { preview } = await shownOf(tools, project);
  return {
    ...preview,
    textVersion: await versionBeforehand(tools, project),
    recipientCount: preview.atMost ?? 0,
  };
}

/** Of what a standing yes is given to. Every tick asks, so no more is read than the version is made of. */
async function versionBeforehand(tools: Pick<Tools, 'db'>, project: ProjectHead): Promise<string> {
  const times = (await sessionTimesOf(tools, project))
    .filter(({ cancelled }) => !cancelled)
    .map(({ id, date, startTime, endTime }) => [id, date, startTime, endTime].join(' '));
  return previewOf({ texts: [project.registrationCloses ?? '', rule.sv, ...times], recipients: [] }).textVersion;
}

/** For carrying it out at once: the very people and the very texts. */
export async function previewNow(tools: ClosingReader, project: ProjectHead): Promise<ClosingPreview> {
  const { preview, recipients } = await shownOf(tools, project);
  const texts = preview.bookings.flatMap(({ subject, when, html }) => [subject, when.sv, html]);
  return { ...preview, ...previewOf({ texts, recipients }) };
}

interface Shown {
  readonly recipients: readonly string[];
  readonly preview: Omit<ClosingPreview, 'textVersion' | 'recipientCount'>;
}

async function shownOf(tools: ClosingReader, project: ProjectHead): Promise<Shown> {
  const [telling, meetings, confirmed, organisations] = await Promise.all([
    tellingOf(tools, tools, project),
    meetingFacts(tools, project),
    confirmedPeople(tools, project),
    organisationsOf(tools, project),
  ]);
  if (telling === null) throw new Error(`there is no project ${project.projectId} to close`);
  return {
    recipients: confirmed.map(({ email }) => email),
    preview: {
      rule: project.delivery === 'manual' ? ruleByHand : rule,
      confirmedNow: confirmed.length,
      atMost: project.maxTotal ?? sumOfMax(project, invitedOrganisations(project, organisations)),
      bookings: telling.sessions.map((session) => {
        const meeting = meetings?.sessions.find(({ id }) => id === session.id);
        return {
          number: session.number,
          subject: meeting?.subject ?? session.title,
          when: inBoth((language) => whenText(session, language)),
          html: meeting?.html ?? '',
        };
      }),
    },
  };
}

function sumOfMax(project: ProjectHead, invited: readonly { readonly type: string }[]): number | null {
  const sum = invited.reduce((total, { type }) => total + (project.maxPerOrganisation[type] ?? 0), 0);
  return sum === 0 ? null : sum;
}

/** When the clock has something to ask, which needs no more than the project and whether it has closed. */
export async function closingTimesOf(
  reader: Pick<Tools, 'db'>,
  project: ProjectHead,
): Promise<Parameters<typeof nextMoment>[0]> {
  const isActive = project.state === 'active';
  const closesAt = project.registrationCloses === null ? null : Temporal.Instant.from(project.registrationCloses);
  const isClosed = closesAt !== null && (await registrationStateOf(reader, project)).closed;
  return { isActive, isClosed, closesAt, timeZone: project.timeZone };
}

/** What the clock's rule needs to know of a project, and the standing yes that it speaks of. */
export async function closingFactsOf(
  tools: ClosingReader,
  project: ProjectHead,
): Promise<ClosingFacts & { readonly standing: ConfirmationEntry | undefined }> {
  const { closed } = await registrationStateOf(tools, project);
  // A closed registration asks for nothing, so nothing more is read for it.
  const entry = closed ? undefined : await latestStanding(tools, project);
  const latest =
    entry === undefined
      ? null
      : {
          dueAt: dueOf(entry),
          textVersion: entry.textVersion,
          isAnnounced: entry.announcedAt !== null,
          isStopped: entry.stoppedAt !== null,
        };
  return {
    isActive: project.state === 'active',
    isClosed: closed,
    closesAt: project.registrationCloses === null ? null : Temporal.Instant.from(project.registrationCloses),
    timeZone: project.timeZone,
    latest,
    standing: entry,
    textVersion: latest === null || closed ? '' : await versionBeforehand(tools, project),
  };
}
