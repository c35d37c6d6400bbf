import { boxPane } from './boxes.js';
import { callApi, element, longDayText, timeText } from './parts.js';
import { words } from './words.js';

/** What every person and room has booked, day by day. */
export function calendarView(parts) {
  return boxPane(parts, {
    hash: 'kalender',
    label: words.chooseCalendar,
    note: () => '',
    content: async ({ address }) => {
      const events = await callApi(`calendar?address=${encodeURIComponent(address)}`);
      return {
        data: events,
        draw: () => (events.length === 0 ? [element('p', { className: 'quiet' }, words.emptyCalendar)] : byDay(events)),
      };
    },
  });
}

function byDay(events) {
  const days = new Map();
  for (const event of events) {
    const day = longDayText(event.startMs);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].flatMap(([day, those]) => [element('h3', { className: 'day' }, day), ...those.map(entry)]);
}

function entry(event) {
  const people = event.isOrganizer || !event.hideAttendees ? event.attendees : [];
  const place = event.locations.map(({ displayName }) => displayName).join(', ');
  return element(
    'article',
    { className: `event ${event.isCancelled ? 'cancelled' : event.response}` },
    element(
      'p',
      { className: 'when' },
      element('strong', {}, `${timeText(event.startMs)}–${timeText(event.endMs)}`),
      place ? element('span', {}, place) : null,
      event.isOrganizer
        ? null
        : element('span', {}, `${words.yourAnswer} ${words.answers[event.response] ?? event.response}`),
    ),
    element('h4', {}, event.isCancelled ? `${words.cancelled}: ${event.subject}` : event.subject),
    people.length > 0
      ? element(
          'details',
          {},
          element('summary', {}, words.invited(people.length)),
          element('ul', {}, people.map(attendee)),
        )
      : null,
  );
}

const attendee = ({ name, response, type }) =>
  element(
    'li',
    {},
    `${name}${type === 'resource' ? ` (${words.roomWord})` : ''}: ${words.answers[response] ?? response}`,
  );
