import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

/** Prints start, end and attendees of each file's only event, as ical.js reads them in this process's zone. */
const events = process.argv.slice(2).map((path) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')));
  const [part, ...more] = calendar.getAllSubcomponents('vevent');
  if (part === undefined || more.length > 0) throw new Error(`${path} does not hold exactly one event`);
  const event = new ICAL.Event(part);
  return {
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    attendees: event.attendees.map((attendee) => String(attendee.getFirstValue())),
  };
});
console.log(JSON.stringify(events));
