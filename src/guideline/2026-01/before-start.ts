import { Temporal } from 'temporal-polyfill';
import { localDateOf } from '../../domain/local-date.ts';
import { dayMonthTime, inBoth } from '../../domain/swedish-text.ts';
import { invitationDue } from '../due-dates.ts';
import { filled } from '../facts.ts';
import type { ProjectFacts, SessionFacts } from '../facts.ts';
import { broken, met, missing, notApplicable, open, tooLate } from '../findings.ts';
import { equipmentWords, headCount, isTooSmall, missingEquipment } from '../head-count.ts';
import type { Due, Finding, ProjectRule, Rule, SessionRule } from '../rule.ts';
import { liveSessions } from '../session-dates.ts';
import type { Words } from '../../domain/words.ts';

const room = {
  basis: 'guideline',
  scope: 'session',
  owner: 'contentLead',
  action: 'rooms.book',
  due: invitationDue,
} as const;

const costSplit: ProjectRule = {
  id: 'CST-02',
  quote:
    'Fördelning av eventuella kostnader kommer arbetsgruppen överens om inledningsvis med vägledning från styrgrupp.',
  level: 'must',
  basis: 'guideline',
  scope: 'project',
  owner: 'workingGroup',
  actors: ['workingGroup', 'steeringGroup'],
  title: { sv: 'Kostnadsfördelning', en: 'Cost split' },
  explanation: { sv: 'Andelarna ska bli 100 procent tillsammans.', en: 'The shares are to add up to 100 per cent.' },
  action: 'costSplit.edit',
  due: invitationDue,
  check: ({ costSplit: split }) => {
    if (split === undefined || split.shares.length === 0)
      return missing({
        sv: 'Kostnadsfördelningen saknas. Anteckna vad arbetsgruppen har kommit överens om.',
        en: 'The cost split is missing. Note what the working group has agreed.',
      });
    const sum = split.shares.reduce((all, share) => all + share, 0);
    if (Math.abs(sum - 100) > 0.01)
      return broken('warning', {
        sv: `Andelarna blir ${sum} procent. De ska bli 100.`,
        en: `The shares add up to ${sum} per cent. They are to be 100.`,
      });
    const words = { sv: `Fördelningen är ${split.shares.join('/')}.`, en: `The split is ${split.shares.join('/')}.` };
    if (split.guidanceFromSteeringGroup) return met(words);
    return met(words, [
      { sv: 'Styrgruppens vägledning är inte antecknad.', en: "The steering group's guidance is not noted." },
    ]);
  },
};

const ownPremises: SessionRule = {
  ...room,
  id: 'VEN-01',
  quote:
    'Utgångspunkten är att träffarna sker i egna lokaler (Region Dalarna eller Länsstyrelsen alternativt hos någon av de deltagande kommunerna).',
  level: 'should',
  actors: ['contentLead'],
  title: { sv: 'Egna lokaler', en: 'Own premises' },
  explanation: {
    sv: 'Innan anmälan har stängt räknas alla inbjudna kommuner som deltagande.',
    en: 'Until registration has closed, every invited municipality counts as participating.',
  },
  check: checkOwnPremises,
};

function checkOwnPremises(facts: ProjectFacts, session: SessionFacts): Finding {
  if (session.format === 'remote')
    return notApplicable({ sv: 'Träffen är digital.', en: 'The session is held online.' });
  if (session.venue === undefined) return missing({ sv: 'Lokal är inte vald.', en: 'No venue is chosen.' });
  const owner = facts.organisations.find(({ id }) => id === session.venue?.ownerOrganisationId);
  const closed = facts.registration.closedAt !== undefined;
  const isHost = owner?.type === 'region' || owner?.type === 'countyAdministrativeBoard';
  const takesPart = owner?.type === 'municipality' && (!closed || owner.confirmedParticipants > 0);
  if (owner?.invited === true && (isHost || takesPart))
    return met({
      sv: `${session.venue.name} tillhör ${owner.name}.`,
      en: `${session.venue.name} belongs to ${owner.name}.`,
    });
  return broken('warning', {
    sv: `${session.venue.name} tillhör ingen som deltar. Välj en egen lokal eller ange skälet.`,
    en: `${session.venue.name} belongs to nobody who takes part. Choose one of your own or give the reason.`,
  });
}

const roomWithDate: SessionRule = {
  ...room,
  id: 'VEN-02',
  quote: 'Boka lokaler redan i samband med att datum för alla träffar sätts.',
  level: 'must',
  actors: ['contentLead'],
  blocks: ['sendInvitation'],
  title: { sv: 'Datum och lokal samtidigt', en: 'Date and room together' },
  explanation: {
    sv: 'En träff utan bokad lokal kan inte stå i inbjudan. Rummet ska rymma deltagare och ledare.',
    en: 'A session without a booked room cannot stand in the invitation. The room is to seat participants and leaders.',
  },
  check: checkRoom,
};

function checkRoom(facts: ProjectFacts, session: SessionFacts): Finding {
  if (session.format === 'remote')
    return notApplicable({ sv: 'Träffen är digital.', en: 'The session is held online.' });
  if (session.date === undefined)
    return missing({ sv: 'Sätt datum och boka lokal på samma gång.', en: 'Set the date and book the room together.' });
  switch (session.roomStatus) {
    case 'accepted':
    case 'confirmedByHand':
      return met(
        {
          sv: `Lokalen är bokad: ${session.venue?.name ?? ''}.`,
          en: `The room is booked: ${session.venue?.name ?? ''}.`,
        },
        roomRemarks(facts, session),
      );
    case 'asked':
    case 'askedByMail':
      return missing({
        sv: 'Lokalen har inte svarat än. Vänta eller påminn.',
        en: 'The room has not answered yet. Wait or remind.',
      });
    case 'declined':
      return broken('red', {
        sv: 'Lokalen har tackat nej. Välj en annan.',
        en: 'The room has declined. Choose another.',
      });
    case 'none':
      return broken('red', {
        sv: 'Datum är satt men lokal är inte bokad. Boka nu.',
        en: 'The date is set but no room is booked. Book now.',
      });
  }
}

/** Too few seats and missing equipment: warnings on a booked room, never hidden and never in the way. */
export function roomRemarks(facts: ProjectFacts, session: SessionFacts): readonly Words[] {
  const { total, participants, leaders, source } = headCount(facts, session);
  const remarks: Words[] = [];
  if (isTooSmall(facts, session)) {
    const capacity = session.venue?.capacity ?? 0;
    const from = { confirmed: { sv: 'anmälda', en: 'registered' }, maximum: { sv: 'platser', en: 'places' } }[source];
    remarks.push({
      sv: `Lokalen rymmer ${capacity} men ${participants ?? 0} ${from.sv} + ${leaders} ledare = ${total ?? 0}.`,
      en: `The room seats ${capacity} but ${participants ?? 0} ${from.en} + ${leaders} leaders = ${total ?? 0}.`,
    });
  }
  const lacking = missingEquipment(session).map((need) => equipmentWords[need]);
  if (lacking.length > 0)
    remarks.push({
      sv: `Digital medverkande men lokalen saknar ${lacking.map(({ sv }) => sv).join(' och ')}.`,
      en: `A remote speaker, but the room has no ${lacking.map(({ en }) => en).join(' and no ')}.`,
    });
  return remarks;
}

const inPerson: SessionRule = {
  ...room,
  id: 'VEN-03',
  quote: 'Då ett av syftena är att mötas och stärka nätverk, sker träffarna i första hand fysiskt.',
  level: 'should',
  actors: ['planningGroup'],
  title: { sv: 'På plats i första hand', en: 'In person first' },
  explanation: { sv: 'En digital träff behöver ett skäl.', en: 'An online session needs a reason.' },
  action: 'dates.edit',
  check: (_facts, session) => {
    if (session.format !== 'remote') return met({ sv: 'Träffen är på plats.', en: 'The session is in person.' });
    if (filled(session.formatReason))
      return met({ sv: `Digital träff: ${session.formatReason}`, en: `Online session: ${session.formatReason}` });
    return broken('warning', {
      sv: 'Träffen är digital utan skäl. Skriv varför.',
      en: 'The session is online without a reason. Write why.',
    });
  },
};

/** The bookings follow the closing of the registration, whenever that is. */
function closingDue(facts: ProjectFacts): Due | undefined {
  const at = facts.registration.closedAt ?? facts.registration.closesAt;
  if (at === undefined) return undefined;
  const day = localDateOf(at, facts.timeZone);
  return { lastDay: day, wiseDay: day };
}

const bookingsWithin = { minutes: 15 };

const calendarBookings: ProjectRule = {
  id: 'CAL-01',
  quote: 'Skicka ut kalenderbokningar till samtliga mötestillfällen direkt då anmälan stänger.',
  level: 'must',
  basis: 'guideline',
  scope: 'project',
  owner: 'contentLead',
  actors: ['contentLead', 'system'],
  title: { sv: 'Kalenderbokningar när anmälan stänger', en: 'Calendar bookings when registration closes' },
  explanation: {
    sv: 'Alla bekräftade får en bokning för varje träff, inom en kvart efter stängning (vårt mått). Den som kommer till senare får de träffar som är kvar.',
    en: 'Everybody confirmed gets a booking for every session, within a quarter of an hour of closing (our measure). Whoever joins later gets the sessions that remain.',
  },
  action: 'registration.close',
  due: closingDue,
  check: checkBookings,
};

function checkBookings(facts: ProjectFacts): Finding {
  const { closesAt, closedAt } = facts.registration;
  const closing = closedAt ?? closesAt;
  if (closing === undefined)
    return missing({ sv: 'Bestäm när anmälan stänger.', en: 'Decide when registration closes.' });
  const deadline = closing.add(bookingsWithin);
  const isPast = Temporal.Instant.compare(facts.now, deadline) > 0;
  if (closedAt === undefined && !isPast)
    return open(
      inBoth((language) => {
        const when = dayMonthTime(closing, facts.timeZone, language);
        return language === 'sv'
          ? `Bokningarna går ut när anmälan stänger ${when}.`
          : `The bookings go out when registration closes, ${when}.`;
      }),
    );
  const notInvited = liveSessions(facts).reduce((all, session) => all + session.notInvited, 0);
  if (notInvited > 0 || closedAt === undefined)
    return isPast
      ? broken('red', {
          sv: `${notInvited} bokningar saknas. Skicka dem nu.`,
          en: `${notInvited} bookings are missing. Send them now.`,
        })
      : open({ sv: 'Bokningarna är på väg ut.', en: 'The bookings are on their way.' });
  return sentAfter(facts, deadline)
    ? tooLate({
        sv: 'Bokningarna gick ut mer än en kvart efter stängning.',
        en: 'The bookings went out more than a quarter of an hour after closing.',
      })
    : met({
        sv: `Alla ${facts.registration.confirmed} bekräftade har bokning till alla träffar.`,
        en: `All ${facts.registration.confirmed} confirmed participants have a booking for every session.`,
      });
}

function sentAfter(facts: ProjectFacts, deadline: Temporal.Instant): boolean {
  const { bookingsSentAt, bookingsSentOn } = facts.registration;
  if (bookingsSentAt !== undefined) return Temporal.Instant.compare(bookingsSentAt, deadline) > 0;
  const day = localDateOf(deadline, facts.timeZone);
  return bookingsSentOn !== undefined && Temporal.PlainDate.compare(bookingsSentOn, day) > 0;
}

const sharedCalendar: ProjectRule = {
  id: 'CAL-02',
  quote: 'Datumen som har bokat läggs förslagsvis in i Regionala utvecklingförvaltningens gemensamma möteskalender.',
  level: 'nice',
  basis: 'guideline',
  scope: 'project',
  owner: 'system',
  actors: ['system', 'contentLead'],
  title: { sv: 'Gemensam möteskalender', en: 'Shared meeting calendar' },
  explanation: { sv: 'Skrivs samtidigt som kalenderbokningarna.', en: 'Written together with the calendar bookings.' },
  action: 'sharedCalendar.write',
  due: closingDue,
  check: (facts) => {
    if (!filled(facts.sharedCalendarMailbox))
      return missing({
        sv: 'Adressen till den gemensamma möteskalendern saknas.',
        en: 'The address of the shared meeting calendar is missing.',
      });
    const absent = liveSessions(facts).filter((session) => !session.inSharedCalendar).length;
    if (absent === 0)
      return met({ sv: 'Alla träffar finns i möteskalendern.', en: 'All sessions are in the shared calendar.' });
    const words = {
      sv: `${absent} träffar saknas i möteskalendern.`,
      en: `${absent} sessions are not in the shared calendar.`,
    };
    return facts.registration.closedAt === undefined ? open(words) : broken('tip', words);
  },
};

export const beforeStartRules: readonly Rule[] = [
  costSplit,
  ownPremises,
  roomWithDate,
  inPerson,
  calendarBookings,
  sharedCalendar,
];
