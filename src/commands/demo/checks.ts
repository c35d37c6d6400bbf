import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Life } from './life.ts';
import { inboxMails, organiserEvents, type Report } from './report.ts';

/** What differs from the file, one line each. An empty list is a run that did what the file says. */
export async function differences(life: Life, report: Report): Promise<string[]> {
  return [
    ...peopleDiffer(life, report),
    ...timesDiffer(life, report),
    ...(await calendarsDiffer(life)),
    ...(await mailsDouble(life)),
    ...sessionsDiffer(life, report),
    ...expectedDiffers(life, report),
    ...(report.dietaryLeaks > 0 ? [`dietaryLeaks: ${report.dietaryLeaks}, ska vara 0`] : []),
  ];
}

function differs(what: string, is: unknown, meant: unknown): string[] {
  return JSON.stringify(is) === JSON.stringify(meant)
    ? []
    : [`${what}: ${JSON.stringify(is)}, ska vara ${JSON.stringify(meant)}`];
}

function peopleDiffer({ ledger }: Life, report: Report): string[] {
  return [
    ...differs('anmälda', report.participants, ledger.registered),
    ...differs('väntelista', report.waitingList, ledger.waiting),
    ...differs('sena anmälningar', report.lateRequests, ledger.late),
  ];
}

function timesDiffer({ script }: Life, report: Report): string[] {
  return script.sessions.flatMap(({ id, start, end }) => {
    const session = report.sessions.find((one) => one.id === id);
    const same = (one: string | undefined, other: string | null | undefined): boolean =>
      Boolean(one) && Boolean(other) && Temporal.Instant.compare(one ?? '', other ?? '') === 0;
    return same(session?.start, start) && same(session?.end, end)
      ? []
      : [`${id}: tiden är ${session?.start}–${session?.end}, ska vara ${start}–${end}`];
  });
}

/** One live event a session at the session's own time, with exactly the confirmed people. */
async function calendarsDiffer(life: Life): Promise<string[]> {
  const { participants } = await life.lead.get<{ participants: readonly { email: string; state: string }[] }>(
    `${life.api}/participants`,
  );
  const confirmed = participants
    .filter(({ state }) => state === 'confirmed')
    .map(({ email }) => email.trim().toLowerCase())
    .toSorted();
  const others = new Set(staffAddresses(life));
  const events = await organiserEvents(life);
  return life.script.sessions.flatMap(({ id, start, end }) => {
    const live = events.filter(({ startMs }) => startMs === Temporal.Instant.from(start ?? '').epochMilliseconds);
    const event = live[0];
    if (live.length !== 1 || event === undefined)
      return [`${id}: ${live.length} möten i kalendern vid träffens tid, ska vara 1`];
    const invited = event.attendees
      .filter(({ type, address }) => type !== 'resource' && (!others.has(address) || confirmed.includes(address)))
      .map(({ address }) => address)
      .toSorted();
    const missing = confirmed.filter((address) => !invited.includes(address)).length;
    const surplus = invited.filter((address) => !confirmed.includes(address)).length;
    const times =
      event.endMs === Temporal.Instant.from(end ?? '').epochMilliseconds ? [] : [`${id}: mötets slut stämmer inte`];
    return [
      ...times,
      ...(missing + surplus > 0 ? [`${id}: ${missing} anmälda saknas på mötet, ${surplus} är för många`] : []),
    ];
  });
}

/** Staff, guests of single sessions and speakers, who are on events without being registered. */
function staffAddresses({ script }: Life): string[] {
  const guests = z
    .looseObject({
      substitute: z.looseObject({ email: z.string() }).optional(),
      colleague: z.looseObject({ email: z.string() }).optional(),
    })
    .catch({})
    .parse(script.file['edgeCases'] ?? {});
  const all = [...(script.file.staff ?? []), ...(script.file.speakers ?? [])].flatMap(({ email }) => email ?? []);
  return [...all, ...[guests.substitute?.email, guests.colleague?.email].filter((email) => email !== undefined)].map(
    (email) => email.trim().toLowerCase(),
  );
}

/** Nobody gets the same words twice, nor two invitations to one meeting in the same state. */
async function mailsDouble(life: Life): Promise<string[]> {
  const seen = new Map<string, number>();
  for (const mail of await inboxMails(life)) {
    if (mail.kind !== 'mail' && mail.kind !== 'meetingRequest') continue;
    // Two different personal links make two different letters; the rest of the words are what counts.
    const words = mail.body.replace(/\/(min|utvardering|lokal|dokument)\/[A-Za-z0-9_-]{30,}/g, '/$1/…');
    const key = JSON.stringify([mail.mailbox, mail.kind, mail.subject, mail.meeting?.iCalUId ?? words]);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const doubles = [...seen.values()].filter((count) => count > 1).length;
  return doubles > 0 ? [`${doubles} mejl gick ut mer än en gång till samma person`] : [];
}

function sessionsDiffer({ script, ledger }: Life, report: Report): string[] {
  return script.sessions.flatMap(({ id }) => {
    const session = report.sessions.find((one) => one.id === id);
    const outcome = ledger.outcomes.get(id);
    return [
      ...differs(`${id} närvarande`, session?.present, outcome?.present.length ?? 0),
      ...differs(`${id} svar på utvärderingen`, session?.evaluationAnswers, outcome?.answers.size ?? 0),
      ...differs(`${id} delade filer`, session?.documents, ledger.documents.get(id)?.length ?? 0),
      ...differs(`${id} anmälda på mötet`, session?.attendees, report.participants),
    ];
  });
}

const compared = [
  'participants',
  'organisations',
  'perOrganisation',
  'municipalitiesWithoutRegistration',
  'withDietary',
  'invitationDeadline',
  'sessionInfoDeadlines',
  'utcStart',
  'isoWeeks',
  'projectSpanDays',
  'sortedByFamilyName',
  'registrationClosesUtc',
] as const;

/** Where the file carries figures of its own, they are held against the report. */
function expectedDiffers({ script }: Life, report: Report): string[] {
  const expected = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(script.file['expected'] ?? {});
  return compared.flatMap((name) =>
    name in expected ? differs(`expected.${name}`, sorted(report[name]), sorted(expected[name])) : [],
  );
}

/** The same object in another order of its keys is the same. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other)));
}
