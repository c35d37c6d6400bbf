import { isLocalTime, localDateOf, localTimeOf, readLocalDate, withOffset } from '../../../../domain/local-date.ts';
import { isMailAddress } from '../../../../domain/mail-address.ts';
import type { Words } from '../../../../domain/words.ts';
import { Temporal } from 'temporal-polyfill';
import { foldEmail, withoutAccents } from '../../../../domain/swedish-text.ts';
import { problemAt } from '../problems/rules.ts';
import type { FileProblem, FileSession, ProjectFile } from '../types.ts';
import { everyValue } from '../paths/rules.ts';
import { danglingReferences, repeatedIds } from './references/rules.ts';
import { unreadableTexts } from './texts/rules.ts';
import { wrongWebAddresses } from './web/rules.ts';

const standardZone = 'Europe/Stockholm';

export function zoneOf(file: Pick<ProjectFile, 'timeZone'>): string {
  return file.timeZone ?? standardZone;
}

/** Everything in a well-formed file that contradicts itself or the calendar. Breaches of the guideline are no faults. */
export function faultsOf(file: ProjectFile): readonly FileProblem[] {
  const zone = wrongZone(file);
  if (zone.length > 0) return zone;
  return [
    ...unreadableTexts(file),
    ...wrongProjectId(file),
    ...repeatedIds(file),
    ...danglingReferences(file),
    ...wrongDays(file),
    ...wrongMoments(file),
    ...wrongRegistration(file),
    ...(file.sessions ?? []).flatMap((session, index) => wrongSession(session, `sessions[${index}]`, zoneOf(file))),
    ...wrongAddresses(file),
    ...wrongWebAddresses(file),
    ...repeatedAddresses(file),
  ];
}

function wrongZone(file: ProjectFile): readonly FileProblem[] {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zoneOf(file));
    return [];
  } catch {
    const words = {
      sv: `Tidszonen finns inte. Skriv till exempel "${standardZone}".`,
      en: `There is no such time zone. Write for example "${standardZone}".`,
    };
    return [problemAt('timeZone', file.timeZone, words)];
  }
}

function wrongProjectId(file: ProjectFile): readonly FileProblem[] {
  if (/^[a-z0-9][a-z0-9-]{1,62}$/.test(file.project.id)) return [];
  const words = {
    sv: 'Projektets id står i webbadressen. Använd 2–63 tecken: små bokstäver a–z, siffror och bindestreck, till exempel "lp-2026-kompetens".',
    en: 'The id of the project is part of the web address. Use 2–63 characters: small letters a–z, digits and hyphens, for example "lp-2026-kompetens".',
  };
  return [problemAt('project.id', file.project.id, words)];
}

const dayPaths = [
  'organisations[].abstention.on',
  'sessions[].date',
  'sessions[].earlierInvitation.cancelledOn',
  'speakers[].techTest',
  'speakers[].askedOn',
  'speakers[].answeredOn',
  'homework[].dueDate',
  'governance.consultations[].date',
  'governance.decision.date',
  'costs.agreedDate',
  'tasks[].due',
  'decisions[].date',
];

const noDay: Words = {
  sv: 'Det är inget datum. Skriv år-månad-dag, till exempel 2026-09-22.',
  en: 'This is not a date. Write year-month-day, for example 2026-09-22.',
};

/** A key date is a day, a moment or a note; what looks like a date has to be one. */
function wrongDays(file: ProjectFile): readonly FileProblem[] {
  const days = dayPaths
    .flatMap((pattern) => everyValue(file, pattern))
    .filter(({ value }) => value !== null && (typeof value !== 'string' || readLocalDate(value) === undefined))
    .map(({ path, value }) => problemAt(path, value, noDay));
  const keyDates = Object.entries(file.project.keyDates ?? {})
    .filter(([name, value]) => value !== null && !name.endsWith('Note') && !isDayOrMoment(value))
    .filter(([name, value]) => knownDates.has(name) || /^\d/.test(value ?? ''))
    .map(([name, value]) => problemAt(`project.keyDates.${name}`, value, noDay));
  return [...days, ...keyDates];
}

const knownDates = new Set([
  'themeProposalsFrom',
  'steeringDecision',
  'datesAndRoomsSet',
  'invitationSent',
  'registrationOpens',
  'registrationCloses',
  'calendarBookingsSent',
  'dalating',
]);

function isDayOrMoment(text: string | null): boolean {
  return text !== null && (readLocalDate(text) !== undefined || readMoment(text) !== undefined);
}

/** ISO with an offset or Z. A day that does not exist is no moment, although some readers roll it over. */
export function readMoment(text: string): Temporal.Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  if (readLocalDate(text.slice(0, 10)) === undefined) return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

const momentPaths = [
  'participants[].registeredAt',
  'participants[].commitmentAt',
  'participants[].cancelledAt',
  'staff[].registration.registeredAt',
  'staff[].registration.commitmentAt',
  'staff[].registration.cancelledAt',
  'sessions[].start',
  'sessions[].end',
  'sessions[].cancelledAt',
  'sessions[].setupMeeting.start',
  'milestones[].at',
  'overrides[].at',
  'attendance[].answeredAt',
  'attendance[].ownAnswerAt',
  'guests[].createdAt',
  'guests[].cancelledAt',
  'tasks[].createdAt',
  'tasks[].doneAt',
  'decisions[].createdAt',
];

function wrongMoments(file: ProjectFile): readonly FileProblem[] {
  const words = {
    sv: 'Det är ingen tidpunkt. Skriv datum, klockslag och förskjutning från UTC, till exempel 2026-09-22T08:30:00+02:00.',
    en: 'This is not a moment. Write date, time and offset from UTC, for example 2026-09-22T08:30:00+02:00.',
  };
  return momentPaths
    .flatMap((pattern) => everyValue(file, pattern))
    .filter(({ value }) => value !== null && (typeof value !== 'string' || readMoment(value) === undefined))
    .map(({ path, value }) => problemAt(path, value, words));
}

/** The local day of a key date, which is a day or a moment. */
export function dayOf(text: string | null | undefined, zone: string): Temporal.PlainDate | undefined {
  const moment = readMoment(text ?? '');
  return moment === undefined ? readLocalDate(text ?? '') : localDateOf(moment, zone);
}

function wrongRegistration(file: ProjectFile): readonly FileProblem[] {
  const dates = file.project.keyDates ?? {};
  const opens = dayOf(dates['registrationOpens'], zoneOf(file));
  const closes = dates['registrationCloses'] ?? null;
  const day = dayOf(closes, zoneOf(file));
  if (opens === undefined || day === undefined || Temporal.PlainDate.compare(opens, day) <= 0) return [];
  const words = {
    sv: `Anmälan stänger innan den öppnar (${opens.toString()}). Rätta ett av datumen.`,
    en: `Registration closes before it opens (${opens.toString()}). Correct one of the dates.`,
  };
  return [problemAt('project.keyDates.registrationCloses', closes, words)];
}

function wrongSession(session: FileSession, path: string, zone: string): readonly FileProblem[] {
  const start = readMoment(session.start ?? '');
  const end = readMoment(session.end ?? '');
  return [
    ...wrongOffset(session.start, `${path}.start`, zone),
    ...wrongOffset(session.end, `${path}.end`, zone),
    ...halfTimes(session, path),
    ...(start !== undefined && end !== undefined ? wrongSpan({ session, start, end }, path, zone) : []),
    ...wrongDate(session, start, { path, zone }),
    ...wrongAgenda(session, path),
  ];
}

/** An offset that the zone does not have then would move the session an hour without anybody seeing it. */
function wrongOffset(text: string | null | undefined, path: string, zone: string): readonly FileProblem[] {
  const moment = readMoment(text ?? '');
  if (moment === undefined || text == null || text.endsWith('Z')) return [];
  const right = withOffset(moment, zone).slice(-6);
  if (text.endsWith(right)) return [];
  const rightText = `${text.slice(0, -6)}${right}`;
  const words = {
    sv: `I ${zone} är förskjutningen ${right} den dagen. Skriv ${rightText} om klockslaget stämmer.`,
    en: `In ${zone} the offset is ${right} on that day. Write ${rightText} if the time is right.`,
  };
  return [problemAt(path, text, words)];
}

function halfTimes(session: FileSession, path: string): readonly FileProblem[] {
  const hasStart = session.start != null;
  if (hasStart === (session.end != null)) return [];
  const missing = hasStart ? 'end' : 'start';
  const words = {
    sv: 'Träffen behöver både start och slut, eller ingetdera. Lägg till det som saknas.',
    en: 'The session needs both a start and an end, or neither. Add the missing one.',
  };
  return [problemAt(`${path}.${missing}`, undefined, words)];
}

interface Span {
  readonly session: FileSession;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

function wrongSpan({ session, start, end }: Span, path: string, zone: string): readonly FileProblem[] {
  if (Temporal.Instant.compare(end, start) <= 0) {
    const words = {
      sv: `Träffen slutar innan den börjar (${session.start ?? ''}). Rätta start eller slut.`,
      en: `The session ends before it starts (${session.start ?? ''}). Correct the start or the end.`,
    };
    return [problemAt(`${path}.end`, session.end, words)];
  }
  if (localDateOf(start, zone).equals(localDateOf(end, zone))) return [];
  const words = {
    sv: 'Träffen går över midnatt. Gör en träff för varje dag.',
    en: 'The session passes midnight. Make one session for each day.',
  };
  return [problemAt(`${path}.end`, session.end, words)];
}

function wrongDate(
  session: FileSession,
  start: Temporal.Instant | undefined,
  { path, zone }: { path: string; zone: string },
): readonly FileProblem[] {
  if (start === undefined || session.date == null || readLocalDate(session.date) === undefined) return [];
  const day = localDateOf(start, zone).toString();
  if (day === session.date) return [];
  const words = {
    sv: `Träffen börjar ${day} kl. ${localTimeOf(start, zone)} i ${zone}, en annan dag. Rätta date eller start.`,
    en: `The session starts ${day} at ${localTimeOf(start, zone)} in ${zone}, on another day. Correct date or start.`,
  };
  return [problemAt(`${path}.date`, session.date, words)];
}

/** `08.30` as people write it, or `08:30`; gives `08:30`. */
export function readClock(text: string): string | undefined {
  const time = text.replace('.', ':').padStart(5, '0');
  return isLocalTime(time) ? time : undefined;
}

function wrongAgenda(session: FileSession, path: string): readonly FileProblem[] {
  return (session.agenda ?? []).flatMap((item, index) => {
    const at = `${path}.agenda[${index}]`;
    const start = readClock(item.start);
    const end = readClock(item.end);
    const clock = {
      sv: 'Det är inget klockslag. Skriv timme.minut, till exempel 08.30.',
      en: 'This is not a time. Write hour.minute, for example 08.30.',
    };
    if (start === undefined) return [problemAt(`${at}.start`, item.start, clock)];
    if (end === undefined) return [problemAt(`${at}.end`, item.end, clock)];
    if (end >= start) return [];
    const words = {
      sv: `Punkten slutar innan den börjar (${item.start}). Rätta ett av klockslagen.`,
      en: `The item ends before it starts (${item.start}). Correct one of the times.`,
    };
    return [problemAt(`${at}.end`, item.end, words)];
  });
}

const addressPaths = [
  'organisations[].functionMailbox',
  'organisations[].registrarMailbox',
  'staff[].email',
  'participants[].email',
  'speakers[].email',
  'venues[].roomMailbox',
  'venues[].bookingContact',
  'guests[].email',
  'project.organiserMailbox',
  'project.sharedCalendarMailbox',
];

function wrongAddresses(file: ProjectFile): readonly FileProblem[] {
  return addressPaths
    .flatMap((pattern) => everyValue(file, pattern))
    .flatMap(({ path, value }) => {
      if (value === null || typeof value !== 'string') return [];
      const words = addressFault(value);
      return words === undefined ? [] : [problemAt(path, value, words)];
    });
}

function addressFault(address: string): Words | undefined {
  if (!isMailAddress(address)) {
    return {
      sv: 'Det är ingen e-postadress. Skriv till exempel fornamn.efternamn@kommun-falun.example.',
      en: 'This is not an e-mail address. Write for example given.family@kommun-falun.example.',
    };
  }
  // oxlint-disable-next-line no-control-regex -- everything outside ASCII, which Exchange does not deliver
  if (/^[\x00-\x7F]*$/.test(address)) return undefined;
  const plain = withoutAccents(address);
  return {
    sv: `Adressen innehåller tecken som e-post inte klarar, till exempel å, ä eller ö. Menar du ${plain}?`,
    en: `The address has characters that mail cannot carry, such as å, ä or ö. Do you mean ${plain}?`,
  };
}

/** One address is one person in a project. */
function repeatedAddresses(file: ProjectFile): readonly FileProblem[] {
  const first = new Map<string, string>();
  return [...everyValue(file, 'staff[].email'), ...everyValue(file, 'participants[].email')].flatMap(
    ({ path, value }) => {
      const key = foldEmail(String(value)).address;
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, path);
        return [];
      }
      const words = {
        sv: `Samma adress står redan i ${earlier}. En person står en gång: ta bort den ena eller rätta adressen.`,
        en: `The same address already stands in ${earlier}. A person stands once: remove one or correct the address.`,
      };
      return [problemAt(path, value, words)];
    },
  );
}
