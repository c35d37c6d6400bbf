import { Temporal } from 'temporal-polyfill';
import { localDateOf } from '../../domain/local-date.ts';
import { counted, dayMonthTime, inBoth } from '../../domain/swedish-text.ts';
import { filled } from '../facts.ts';
import type { ProjectFacts } from '../facts.ts';
import { broken, met, missing, open, tooLate } from '../findings.ts';
import type { Due, Finding, ProjectRule } from '../rule.ts';
import { liveSessions } from '../session-dates.ts';

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
          sv: `${counted(notInvited, 'bokning', 'bokningar')} saknas. Skicka nu.`,
          en: `Missing: ${counted(notInvited, 'booking', 'bookings')}. Send now.`,
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
      return missing(
        {
          sv: 'Adressen till den gemensamma möteskalendern saknas.',
          en: 'The address of the shared meeting calendar is missing.',
        },
        'registration.edit',
      );
    const absent = liveSessions(facts).filter((session) => !session.inSharedCalendar).length;
    if (absent === 0)
      return met({ sv: 'Alla träffar finns i möteskalendern.', en: 'All sessions are in the shared calendar.' });
    const words = {
      sv: `${counted(absent, 'träff', 'träffar')} saknas i möteskalendern.`,
      en: `Not in the shared calendar: ${counted(absent, 'session', 'sessions')}.`,
    };
    return facts.registration.closedAt === undefined ? open(words) : broken('tip', words);
  },
};

export const beforeStartRules: readonly ProjectRule[] = [calendarBookings, sharedCalendar];
