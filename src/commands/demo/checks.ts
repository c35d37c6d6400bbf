import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { differs } from './differs.ts';
import { expectedDiffers } from './expected.ts';
import type { FarEvent } from './far-views.ts';
import { folded, participantsNow, seatHolders, type Life } from './life.ts';
import { eventsIn, inboxMails, organiserEvents, type Report } from './report.ts';

/** What differs from the file, one line each. An empty list is a run that did what the file says. */
export async function differences(life: Life, report: Report): Promise<string[]> {
  return [
    ...(await peopleDiffer(life, report)),
    ...timesDiffer(life, report),
    ...(await calendarsDiffer(life)),
    ...(await sharedCalendarDiffers(life)),
    ...(await mailsDouble(life)),
    ...(await noticesFailed(life)),
    ...sessionsDiffer(life, report),
    ...(await overridesDiffer(life, report)),
    ...expectedDiffers(life, report),
    ...(report.edges ?? [])
      .filter(({ result }) => result === 'differs')
      .map(({ name, told }) => `edgeCases.${name}: ${told}`),
    ...(report.dietaryLeaks > 0 ? [`dietaryLeaks: ${report.dietaryLeaks}, ska vara 0`] : []),
  ];
}

/** In each state exactly the people whom the file has there, and those whom its edge cases add. */
async function peopleDiffer({ script, ledger, ...life }: Life, report: Report): Promise<string[]> {
  const now = await participantsNow({ script, ledger, ...life });
  const meant = [
    ...script.registrants.map(({ email, status }) => ({ email: folded(email), state: status ?? 'confirmed' })),
    ...ledger.extra,
  ];
  const states = [...new Set([...meant, ...now].map(({ state }) => state))].toSorted();
  const refused = script.registrants.filter(({ email }) => ledger.refusals.includes(folded(email))).length;
  return [
    ...states.flatMap((state) => {
      const is = now.filter((one) => one.state === state).map(({ email }) => folded(email));
      const wanted = meant.filter((one) => one.state === state).map(({ email }) => email);
      const missing = wanted.filter((email) => !is.includes(email)).length;
      const surplus = is.filter((email) => !wanted.includes(email)).length;
      return missing + surplus > 0 ? [`läget ${state}: ${missing} saknas, ${surplus} är för många`] : [];
    }),
    ...differs('participants', report.participants, meant.filter(({ state }) => state === 'confirmed').length),
    ...(refused > 0 ? [`${refused} av filens anmälningar togs inte emot`] : []),
  ];
}

function timesDiffer({ script }: Life, report: Report): string[] {
  const unknown = report.sessions.filter(
    ({ id, start }) => start !== '' && !script.sessions.some((one) => one.id === id),
  );
  const same = (one: string | undefined, other: string | null | undefined): boolean =>
    Boolean(one) && Boolean(other) && Temporal.Instant.compare(one ?? '', other ?? '') === 0;
  return [
    ...unknown.map(({ id }) => `${id}: träffen finns inte i filen`),
    ...script.sessions.flatMap(({ id, start, end }) => {
      const session = report.sessions.find((one) => one.id === id);
      return same(session?.start, start) && same(session?.end, end)
        ? []
        : [`${id}: tiden är ${session?.start}–${session?.end}, ska vara ${start}–${end}`];
    }),
  ];
}

/** One live event a session at the session's own time, with exactly the confirmed people or their substitutes, and no event besides. */
async function calendarsDiffer(life: Life): Promise<string[]> {
  const participants = await participantsNow(life);
  const registered = new Set(
    participants.filter(({ state }) => state === 'confirmed').map(({ email }) => folded(email)),
  );
  const others = new Set(staffAddresses(life));
  // A speaker who takes part from afar may have a meeting of their own.
  const events = (await organiserEvents(life)).filter(
    (event) => registered.size === 0 || peopleOn(event).some((address) => registered.has(address)),
  );
  const known = new Set(life.script.sessions.map(({ start }) => Temporal.Instant.from(start ?? '').epochMilliseconds));
  const strays = events.filter(({ startMs }) => !known.has(startMs)).length;
  const wrong = life.script.sessions.flatMap(({ id, start, end }) => {
    const confirmed = seatHolders(participants, id);
    const live = events.filter(({ startMs }) => startMs === Temporal.Instant.from(start ?? '').epochMilliseconds);
    const event = live[0];
    if (live.length !== 1 || event === undefined)
      return [`${id}: ${live.length} möten i kalendern vid träffens tid, ska vara 1`];
    const invited = peopleOn(event).filter((address) => !others.has(address) || confirmed.includes(address));
    const missing = confirmed.filter((address) => !invited.includes(address)).length;
    const surplus = invited.filter((address) => !confirmed.includes(address)).length;
    const doubled = invited.length - new Set(invited).size;
    return [
      ...(event.endMs === Temporal.Instant.from(end ?? '').epochMilliseconds
        ? []
        : [`${id}: mötets slut stämmer inte`]),
      ...(missing + surplus > 0 ? [`${id}: ${missing} anmälda saknas på mötet, ${surplus} är för många`] : []),
      ...(doubled > 0 ? [`${id}: ${doubled} står dubbelt på mötet`] : []),
    ];
  });
  return [...wrong, ...(strays > 0 ? [`${strays} möten i kalendern hör inte till någon träff`] : [])];
}

function peopleOn(event: FarEvent): string[] {
  return event.attendees.filter(({ type }) => type !== 'resource').map(({ address }) => address);
}

/** CAL-02: one copy a session in the shared calendar, with nobody in it. */
async function sharedCalendarDiffers(life: Life): Promise<string[]> {
  const mailbox = life.script.file.project.sharedCalendarMailbox;
  if (!mailbox) return [];
  const copies = await eventsIn(life, mailbox);
  return life.script.sessions.flatMap(({ id, start }) => {
    const own = copies.filter(({ startMs }) => startMs === Temporal.Instant.from(start ?? '').epochMilliseconds);
    const people = own.flatMap(peopleOn).length;
    return own.length === 1 && people === 0
      ? []
      : [`${id}: ${own.length} kopior med ${people} personer i den gemensamma kalendern, ska vara 1 utan personer`];
  });
}

/** Staff, guests of single sessions and speakers, who are on events without being registered. */
function staffAddresses({ script }: Life): string[] {
  const guest = z.looseObject({ email: z.string() }).optional().catch(undefined);
  const guests = z
    .looseObject({ substitute: guest, colleague: guest })
    .catch({ substitute: undefined, colleague: undefined })
    .parse(script.file['edgeCases'] ?? {});
  const known = [...(script.file.staff ?? []), ...(script.file.speakers ?? [])].flatMap(({ email }) => email ?? []);
  return [...known, ...[guests.substitute, guests.colleague].flatMap((one) => one?.email ?? [])].map(folded);
}

/** Nobody gets the same words twice, nor two invitations to one meeting in the same state. */
async function mailsDouble(life: Life): Promise<string[]> {
  const seen = new Map<string, number>();
  const rooms = new Set((life.script.file.venues ?? []).flatMap(({ roomMailbox }) => roomMailbox ?? []).map(folded));
  for (const mail of await inboxMails(life)) {
    // VEN-02: a room that has said no is asked again in the same words.
    if (rooms.has(folded(mail.mailbox))) continue;
    if (mail.kind !== 'mail' && mail.kind !== 'meetingRequest') continue;
    // Two different personal links make two different letters; the rest of the words are what counts.
    const words = mail.body.replace(/\/(min|utvardering|lokal|dokument)\/[A-Za-z0-9_-]{30,}/g, '/$1/…');
    const about = mail.meeting === null ? words : [mail.meeting.iCalUId, mail.meeting.startMs, words];
    const key = JSON.stringify([mail.mailbox, mail.kind, mail.subject, about]);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const doubles = [...seen].filter(([, count]) => count > 1).map(([key]) => key);
  // The subject tells which; the address stays out.
  const subjects = new Set(doubles.map((key) => z.array(z.unknown()).parse(JSON.parse(key))[2]));
  return doubles.length > 0
    ? [`${doubles.length} mejl gick ut mer än en gång till samma person: ${[...subjects].join('; ')}`]
    : [];
}

/** Whatever was to go out has gone out or was stopped by somebody. */
async function noticesFailed(life: Life): Promise<string[]> {
  const { notices } = await life.lead.get<{ notices: readonly { kind: string; state: string }[] }>(
    `${life.api}/notices`,
  );
  const failed = notices.filter(({ state }) => state !== 'sent' && state !== 'stopped');
  const kinds = [...new Set(failed.map(({ kind, state }) => `${kind} (${state})`))];
  return failed.length > 0 ? [`${failed.length} utskick kom inte fram: ${kinds.join(', ')}`] : [];
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

/** A rule that stands as overridden was not met, and the report has to say so. */
async function overridesDiffer(life: Life, report: Report): Promise<string[]> {
  const { entries } = await life.lead.get<{ entries: readonly { ruleId: string; state: string }[] }>(
    `${life.api}/timeline`,
  );
  const standing = new Set(entries.filter(({ state }) => state === 'overridden').map(({ ruleId }) => ruleId));
  const hidden = life.ledger.overridden.filter(
    (ruleId) => standing.has(ruleId) && !report.guideline.notMet.includes(ruleId),
  );
  return hidden.map((ruleId) => `${ruleId} åsidosattes men saknas i guideline.notMet`);
}
