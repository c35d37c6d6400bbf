import { counted, inBoth } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import { namesText } from '../rules.ts';
import type { Happening } from '../types.ts';
import { tellActs } from './acts/rules.ts';
import type { Known, NewRows } from './types.ts';
import { event, sessionText } from './words/rules.ts';

/** What has happened, a sentence each, the latest first. Things of one kind and session are one sentence. */
export function tellNews(rows: NewRows, known: Known): readonly Happening[] {
  return [
    ...tellRegistrations(rows, known),
    ...tellAnswers(rows, known),
    ...tellBookings(rows, known),
    ...tellNotices(rows),
    ...tellActs(rows, known),
  ].toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

const latest = (moments: readonly string[]): string => moments.toSorted().at(-1) ?? '';

/** "Bo Ek har", "Anna Berg och Bo Ek har", "5 personer har" for those who may not see names. */
function who(ids: readonly string[], { names }: Known): Words {
  const found = names === null ? [] : ids.flatMap((id) => names.get(id) ?? []);
  if (found.length !== ids.length || names === null)
    return {
      sv: counted(ids.length, 'person', 'personer'),
      en: counted(ids.length, 'person', 'people'),
    };
  return namesText(found);
}

const have = (count: number): string => (count === 1 ? 'has' : 'have');

/** Only what the tool itself has taken in: an imported list is history, whatever its days say. */
function tellRegistrations({ registrations, audit }: NewRows, known: Known): readonly Happening[] {
  const those = (name: string) => {
    const subjects = new Set(audit.filter(({ act }) => act === name).map(({ subject }) => subject));
    return registrations.filter(({ personId }) => subjects.has(personId));
  };
  const came = those('registration.received');
  const left = those('registration.cancelled').filter(({ cancelledAt }) => cancelledAt !== null);
  const states = [
    ...Map.groupBy(
      came.filter(({ state }) => state in registered),
      ({ state }) => state,
    ).entries(),
  ];
  return [
    ...states.map(([state, those]) => {
      const people = who(
        those.map(({ personId }) => personId),
        known,
      );
      const said = registered[state as keyof typeof registered]; // filtered above
      return event(
        { kind: 'registration', id: state, at: latest(those.map(({ registeredAt }) => registeredAt)) },
        { sv: `${people.sv} ${said.sv}`, en: `${people.en} ${have(those.length)} ${said.en}` },
        { action: state === 'lateRequest' ? 'registration.decide' : 'participants.show' },
      );
    }),
    ...(left.length === 0 ? [] : [tellLeft(left, known)]),
  ];
}

const registered = {
  confirmed: { sv: 'har anmält sig.', en: 'registered.' },
  waitingList: { sv: 'står på väntelistan.', en: 'joined the waiting list.' },
  lateRequest: { sv: 'har anmält sig sent och väntar på besked.', en: 'registered late and wait for an answer.' },
} as const satisfies Record<string, Words>;

function tellLeft(left: NewRows['registrations'], known: Known): Happening {
  const people = who(
    left.map(({ personId }) => personId),
    known,
  );
  return event(
    { kind: 'cancellation', id: 'all', at: latest(left.flatMap(({ cancelledAt }) => cancelledAt ?? [])) },
    { sv: `${people.sv} har avanmält sig.`, en: `${people.en} ${have(left.length)} left the project.` },
    { action: 'participants.show' },
  );
}

/** A no is told with names, because somebody may have to act; a yes is counted. */
function tellAnswers({ answers }: NewRows, known: Known): readonly Happening[] {
  const groups = [...Map.groupBy(answers, ({ sessionId, answer }) => `${sessionId} ${answer}`).entries()];
  return groups.flatMap(([id, those]) => {
    const first = those[0];
    if (first === undefined || first.answer === 'none') return [];
    const ids = those.map(({ personId }) => personId);
    const people = first.answer === 'accepted' ? who(ids, { ...known, names: null }) : who(ids, known);
    const said = answered[first.answer];
    const words = inBoth((language) => {
      const verb = language === 'sv' ? '' : ` ${have(those.length)}`;
      return `${people[language]}${verb} ${said[language]} ${sessionText(first.sessionId, known, language)}.`;
    });
    const at = latest(those.map((one) => one.at));
    return [event({ kind: 'answer', id, at }, words, { action: 'participants.show', sessionId: first.sessionId })];
  });
}

const answered = {
  accepted: { sv: 'har tackat ja till', en: 'accepted' },
  declined: { sv: 'har tackat nej till', en: 'declined' },
  tentativelyAccepted: { sv: 'kommer kanske till', en: 'may come to' },
} as const satisfies Record<string, Words>;

function tellBookings({ bookings }: NewRows, known: Known): readonly Happening[] {
  return bookings.flatMap(({ sessionId, venueId, status, answeredAt }) => {
    const said = venueSaid[status];
    if (said === undefined) return [];
    const words = inBoth((language) => {
      const venue = known.venues.get(venueId) ?? (language === 'sv' ? 'Lokalen' : 'The venue');
      return `${venue} ${said[language]} ${sessionText(sessionId, known, language)}.`;
    });
    return [event({ kind: 'venue', id: sessionId, at: answeredAt }, words, { action: 'rooms.book', sessionId })];
  });
}

const venueSaid: Readonly<Record<string, Words>> = {
  accepted: { sv: 'har tackat ja till', en: 'has said yes to' },
  confirmedByHand: { sv: 'har tackat ja till', en: 'has said yes to' },
  declined: { sv: 'har tackat nej till', en: 'has said no to' },
  declinedByHand: { sv: 'har tackat nej till', en: 'has said no to' },
};

/** Letters under a yes by name; automatic answers as one count; what bounced on its own. */
function tellNotices({ notices }: NewRows): readonly Happening[] {
  const failed = notices.filter(({ state }) => state === 'failed');
  const mails = notices.filter(({ state, channel }) => state === 'sent' && channel === 'mail');
  const automatic = mails.filter(({ isAutomatic }) => isAutomatic);
  const letters = mails.filter(({ isAutomatic }) => !isAutomatic);
  const atOf = (those: NewRows['notices']): string => latest(those.map(({ at }) => at));
  return [
    ...(failed.length === 0
      ? []
      : [
          event(
            { kind: 'bounce', id: 'all', at: atOf(failed) },
            {
              sv: `${counted(failed.length, 'utskick', 'utskick')} kom inte fram.`,
              en: `${counted(failed.length, 'message', 'messages')} did not arrive.`,
            },
            { action: 'notices.look' },
          ),
        ]),
    ...[
      ...Map.groupBy(letters, ({ kind, sessionId, subject }) => [kind, sessionId, subject].join(' ')).entries(),
    ].flatMap(([id, those]) => {
      const first = those[0];
      if (first === undefined) return [];
      return [
        event(
          { kind: 'letter', id, at: atOf(those) },
          {
            sv: `”${first.subject}” gick till ${counted(those.length, 'mottagare', 'mottagare')}.`,
            en: `“${first.subject}” went to ${counted(those.length, 'recipient', 'recipients')}.`,
          },
          { action: 'notices.look' },
        ),
      ];
    }),
    ...(automatic.length === 0
      ? []
      : [
          event(
            { kind: 'letter', id: 'automatic', at: atOf(automatic) },
            {
              sv: `${counted(automatic.length, 'automatiskt besked', 'automatiska besked')} gick ut.`,
              en: `${counted(automatic.length, 'automatic message', 'automatic messages')} went out.`,
            },
            { action: 'notices.look' },
          ),
        ]),
  ];
}
