import { Temporal } from 'temporal-polyfill';
import { undecided } from '../../../../domain/dietary-terms.ts';
import { endOfDay, localDateOf, readLocalDate } from '../../../../domain/local-date.ts';
import type { ProjectKey } from '../../../../domain/ids.ts';
import type { Role } from '../../../../domain/people.ts';
import {
  organisationFromRow,
  personFromRow,
  sessionFromRow,
  speakerFromRow,
  venueFromRow,
} from '../../records/queries.ts';
import { momentText } from '../../rules.ts';
import * as planning from '../../store.ts';
import type { ProjectRow, Reader, Row } from '../../store.ts';
import { dayStart, keyDateMilestones } from '../importing/actions.ts';
import { entryOf } from '../shape/rules.ts';
import * as store from '../store.ts';
import type { Loose } from '../types.ts';
import { publicationEntries } from './publications/queries.ts';
import { retentionEntries } from './retention/queries.ts';
import { taskEntries } from './tasks/queries.ts';
import { themeEntries } from './themes/queries.ts';
import { attendanceEntries, compare, guestEntries, participantEntry, personEntry } from './people/queries.ts';

/**
 * The whole project as a file of version 1, or null when the tenant has none such. The same project always gives the
 * same file. Dietary texts, files, single evaluation answers, letters and the log are not in it.
 */
export async function exportProject(reader: Reader, key: ProjectKey): Promise<Loose | null> {
  const project = await planning.projectRow(reader, key);
  if (project === undefined) return null;
  const zone = project.time_zone;
  const people = await planning.personRows(reader, key);
  const registrations = new Map((await store.registrationRows(reader, key)).map((row) => [row.person_id, row]));
  const rooms = new Map((await store.roomStatuses(reader, key)).map((row) => [row.session_id, row.status]));
  const milestones = await planning.milestoneRows(reader, key);
  const blocks = project.blocks;
  const values: Loose = {
    schemaVersion: 1,
    language: project.language,
    timeZone: zone,
    project: projectEntry(project, milestones),
    governance: governanceEntry(project, await planning.roleRows(reader, key), await themeEntries(reader, key)),
    organisations: (await planning.organisationRows(reader, key)).map(organisationEntry),
    staff: people
      .filter(({ kind }) => kind === 'staff')
      .map((row) => personEntry(personFromRow(row), registrations.get(row.id), zone)),
    participants: people
      .filter(({ kind }) => kind === 'participant')
      .map((row) => participantEntry(personFromRow(row), registrations.get(row.id), zone)),
    speakers: (await planning.speakerRows(reader, key)).map(speakerEntry),
    venues: (await planning.venueRows(reader, key)).map(venueEntry),
    sessions: (await planning.sessionRows(reader, key)).map((row) => sessionEntry(row, zone, rooms.get(row.id))),
    milestones: milestoneEntries(project, milestones),
    publications: await publicationEntries(reader, key),
    retention: await retentionEntries(reader, key),
    overrides: overrideEntries(await planning.overrideRows(reader, key), zone),
    attendance: attendanceEntries(await store.participationRows(reader, key), zone),
    guests: guestEntries(await store.guestRows(reader, key), zone),
    ...(await taskEntries(reader, key, zone)),
  };
  const { project: _project, governance: _governance, ...rest } = blocks;
  return entryOf(rest, values, emptyLists);
}

/** The bytes of an export: two blanks of indentation and a final newline. */
export function fileText(file: Loose): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

const emptyLists = {
  governance: {},
  milestones: [],
  publications: [],
  retention: [],
  overrides: [],
  attendance: [],
  guests: [],
  tasks: [],
  decisions: [],
};

function blockOf(blocks: Loose, name: string): Loose {
  const block = blocks[name];
  return typeof block === 'object' && block !== null ? { ...block } : {};
}

function projectEntry(row: ProjectRow, milestones: readonly Row<'milestone'>[]): Loose {
  const { contact, ...rest } = blockOf(row.blocks, 'project');
  const values: Loose = {
    id: row.id,
    diaryNumber: row.diary_number,
    title: row.title,
    subtitle: row.subtitle,
    challenge: row.challenge,
    purpose: row.purpose,
    municipalNeed: row.municipal_need,
    targetGroups: row.target_groups,
    maxParticipantsPerOrganisation: row.max_per_organisation,
    maxParticipantsTotal: row.max_total,
    guidelineVersion: row.guideline_version,
    keyDates: keyDates(row, milestones),
    webPage: row.web_page,
    registrationUrl: row.registration_url,
    contact: entryOf(blockOf({ contact }, 'contact'), { personId: row.contact_person_id }),
    sharedCalendarMailbox: row.shared_calendar_mailbox,
    organiserMailbox: row.organiser_mailbox,
    guestPolicy: row.guest_policy,
    dietaryTerms: {
      legalBasis: row.dietary_legal_basis,
      retentionDays: row.dietary_retention_days,
      decisionReference: row.dietary_decision,
    },
  };
  const standard = {
    targetGroups: [],
    maxParticipantsPerOrganisation: {},
    keyDates: {},
    contact: {},
    guestPolicy: { substituteAllowed: false, colleagueAllowedSessions: [] },
    dietaryTerms: undecided,
  };
  return entryOf(rest, values, standard);
}

/** The dates as they stand, overlaid with our columns and with what the tool itself has done since. */
function keyDates(row: ProjectRow, milestones: readonly Row<'milestone'>[]): Loose {
  const dates: Loose = { ...row.key_dates };
  if (row.registration_opens !== null || dates['registrationOpens'] !== undefined)
    dates['registrationOpens'] = row.registration_opens;
  const closes = row.registration_closes;
  if (closes !== null) dates['registrationCloses'] = closingText(dates['registrationCloses'], closes, row.time_zone);
  else if (dates['registrationCloses'] !== undefined) dates['registrationCloses'] = null;
  for (const { name, at, source } of milestones) {
    if (!keyDateMilestones.includes(name) || (source === 'history' && dates[name] !== undefined)) continue;
    dates[name] = momentText(at, row.time_zone).slice(0, 10);
  }
  return dates;
}

/** A day without a clock time stays one while it means the same minute. */
function closingText(written: unknown, closes: Date, zone: string): string {
  const day = typeof written === 'string' ? readLocalDate(written) : undefined;
  const same = day !== undefined && endOfDay(day, zone).epochMilliseconds === closes.getTime();
  return same ? day.toString() : momentText(closes, zone);
}

/**
 * Those that a key date does not tell already. In the order that the file itself tells: its times have no parts of a
 * second, so two that our rows can tell apart would otherwise change places in the next export.
 */
function milestoneEntries(project: ProjectRow, milestones: readonly Row<'milestone'>[]): readonly Loose[] {
  const zone = project.time_zone;
  return milestones
    .filter(({ name, at }) => {
      const day = localDateOf(Temporal.Instant.fromEpochMilliseconds(at.getTime()), zone).toString();
      return !(keyDateMilestones.includes(name) && dayStart(day, zone)?.epochMilliseconds === at.getTime());
    })
    .map(({ name, at }) => ({ second: Math.floor(at.getTime() / 1000), entry: { name, at: momentText(at, zone) } }))
    .toSorted((one, other) => one.second - other.second || compare(one.entry.name, other.entry.name))
    .map(({ entry }) => entry);
}

function overrideEntries(rows: readonly Row<'guideline_override'>[], zone: string): readonly Loose[] {
  return rows.map((row) => ({
    ruleId: row.rule_id,
    ...(row.scope === '' ? {} : { sessionId: row.scope }),
    reason: row.reason,
    by: row.person_name,
    at: momentText(row.at, zone),
  }));
}

function governanceEntry(project: ProjectRow, roles: readonly Row<'project_role'>[], themes: Loose): Loose {
  const holders = (role: Role) => roles.filter((row) => row.role === role).map(({ person_id }) => person_id);
  const values: Loose = {
    steeringGroup: holders('steeringGroup'),
    workingGroup: holders('workingGroup'),
    planningGroup: holders('planningGroup'),
    contentLead: holders('contentLead')[0] ?? null,
    deputy: holders('deputy')[0] ?? null,
    processFacilitator: holders('processFacilitator')[0] ?? null,
    ...themes,
  };
  // Projects of before the themes had tables hold them here too, as they stood then.
  const {
    themeProposals: _proposals,
    consultations: _talks,
    decision: _decided,
    ...rest
  } = blockOf(project.blocks, 'governance');
  return entryOf(rest, values, {
    steeringGroup: [],
    workingGroup: [],
    planningGroup: [],
    themeProposals: [],
    consultations: [],
  });
}

function organisationEntry(row: Row<'organisation'>): Loose {
  const { extra, ...entry } = organisationFromRow(row);
  const { id, type, code, name, shortName, ...mailboxes } = entry;
  return entryOf(extra, { id, type, code, name, shortName, ...mailboxes });
}

function speakerEntry(row: Row<'speaker'>): Loose {
  const { extra, personId, links, ...entry } = speakerFromRow(row);
  const said = links.map((link) => (Object.keys(link).length === 1 ? link.url : link));
  return entryOf(extra, { ...entry, participantId: personId, links: said }, { links: [] });
}

function venueEntry(row: Row<'venue'>): Loose {
  const { extra, city, ...entry } = venueFromRow(row);
  const { id, name, ...others } = entry;
  return entryOf(extra, { id, name, city: city === '' ? null : city, ...others }, { equipment: [], layoutOptions: [] });
}

const roomWords: Readonly<Record<string, string | null>> = {
  none: null,
  asked: 'requested',
  askedByMail: 'requested',
  tentative: 'requested',
  accepted: 'confirmed',
  confirmedByHand: 'confirmed',
  declined: 'declined',
  declinedByHand: 'declined',
};

function sessionEntry(row: Row<'session'>, zone: string, roomStatus: string | undefined): Loose {
  const session = sessionFromRow(row, zone);
  const booked = roomStatus === undefined ? null : (roomWords[roomStatus] ?? null);
  const values: Loose = {
    id: session.id,
    number: session.number,
    title: session.title,
    theme: session.theme,
    date: session.date,
    start: session.start,
    end: session.end,
    timeZone: zone,
    fullDay: session.fullDay,
    format: session.format,
    venueId: session.venueId,
    roomBookingStatus: booked ?? session.importedRoomStatus,
    preparation: session.preparation,
    agenda: session.agenda.map((item) => ({ ...item, start: dotted(item.start), end: dotted(item.end) })),
    layout: session.layout,
    cancelledAt: row.cancelled_at === null ? null : momentText(row.cancelled_at, zone),
  };
  return entryOf(session.extra, values, { agenda: [], timeZone: zone });
}

/** Clock times are written with a full stop, as in Swedish programmes. */
function dotted(time: string): string {
  return time.replace(':', '.');
}
