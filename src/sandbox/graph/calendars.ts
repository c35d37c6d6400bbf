import { canMeetOnline } from '../outlook/meetings.ts';
import { calendarsOf } from '../outlook/calendar-list.ts';
import { newId } from '../far-side.ts';
import type { StoredCalendar } from '../rows.ts';
import { contextOf, created, ok } from './call.ts';
import type { Call } from './call.ts';
import { checkedBody, textOf } from './check-body.ts';
import { GraphFault, itemNotFound } from './errors.ts';
import { createEvent, listEvents } from './events.ts';
import { mailboxOf } from './mailbox.ts';
import { listed, selected } from './query.ts';
import type { Routes } from './router.ts';

export const calendarRoutes: Routes = {
  'GET /users/{user}/calendar': (call) => {
    const [calendar] = calendarsOf(call.far, mailboxOf(call));
    if (calendar === undefined) throw itemNotFound();
    return ok({
      '@odata.context': contextOf('users/calendar/$entity'),
      ...selected(call, calendarShape(call, calendar)),
    });
  },
  'GET /users/{user}/calendars': (call) => {
    const mailbox = mailboxOf(call);
    const shapes = calendarsOf(call.far, mailbox).map((calendar) => calendarShape(call, calendar));
    return ok(listed(call, contextOf(`users('${mailbox}')/calendars`), shapes, { pageSize: 10 }));
  },
  'POST /users/{user}/calendars': (call) => {
    const mailbox = mailboxOf(call);
    const name = textOf(checkedBody('calendar', call.body)['name']) ?? '';
    if (calendarsOf(call.far, mailbox).some((calendar) => calendar.name === name))
      throw new GraphFault(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
    const calendar = { id: newId(call.far, 'AAMkAGCal'), mailbox, name, isDefault: false };
    return created(calendarShape(call, call.far.tables.calendars.put(calendar)));
  },
  'GET /users/{user}/calendars/{calendar}/events': (call) => listEvents(call, calendarOf(call).id),
  'POST /users/{user}/calendars/{calendar}/events': (call) => createEvent(call, calendarOf(call).id),
};

export function calendarOf(call: Call): StoredCalendar {
  const found = calendarsOf(call.far, mailboxOf(call)).find((calendar) => calendar.id === call.param('calendar'));
  if (found === undefined) throw itemNotFound();
  return found;
}

function calendarShape(call: Call, calendar: StoredCalendar): Record<string, unknown> {
  const isOnline = canMeetOnline(call.far, calendar.mailbox);
  return {
    id: calendar.id,
    name: calendar.name,
    color: 'auto',
    hexColor: '',
    isDefaultCalendar: calendar.isDefault,
    changeKey: calendar.id.slice(-12),
    canShare: true,
    canViewPrivateItems: true,
    canEdit: true,
    allowedOnlineMeetingProviders: isOnline ? ['teamsForBusiness'] : [],
    defaultOnlineMeetingProvider: isOnline ? 'teamsForBusiness' : 'unknown',
    isTallyingResponses: true,
    isRemovable: !calendar.isDefault,
    owner: { name: call.far.directory.displayName(calendar.mailbox), address: calendar.mailbox },
  };
}
