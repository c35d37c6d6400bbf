import { describe, expect, test } from 'vitest';
import {
  anna,
  attendee,
  bo,
  guest,
  inbox,
  lead,
  openFarSide,
  organiser,
  responsesOf,
  session,
  siljan,
  stockholmTime,
} from './far-side.ts';

const events = `/users/${organiser}/events`;

describe('an event is created', () => {
  test('everybody on it is mailed at once and has not answered', async () => {
    const { sandbox, graph } = await openFarSide();
    const made = await graph(
      'POST',
      events,
      session({ attendees: [attendee(anna.mail), attendee(siljan, 'resource')] }),
    );
    expect(made.status).toBe(201);
    expect(responsesOf(made)).toEqual({ [anna.mail]: 'none', [siljan]: 'none' });
    expect(inbox(sandbox, anna.mail).map((mail) => mail.kind)).toEqual(['meetingRequest']);
    expect(made.body['organizer']).toMatchObject({ emailAddress: { address: organiser, name: 'Dalalab' } });
  });

  test('times come back in UTC with seven decimals, and in the zone that the caller prefers', async () => {
    const { graph } = await openFarSide();
    const made = await graph('POST', events, session());
    expect(made.body['start']).toEqual({ dateTime: '2026-09-22T07:00:00.0000000', timeZone: 'UTC' });
    const prefer = { prefer: 'outlook.timezone="W. Europe Standard Time", IdType="ImmutableId"' };
    const read = await graph('GET', `${events}/${made.id}`, undefined, prefer);
    expect(read.body['start']).toEqual({
      dateTime: '2026-09-22T09:00:00.0000000',
      timeZone: 'W. Europe Standard Time',
    });
  });

  test('Europe/Stockholm is not among the zones that Graph documents and is refused, or else taken', async () => {
    const { graph } = await openFarSide();
    const start = { dateTime: '2026-09-22T09:00:00', timeZone: 'Europe/Stockholm' };
    const other = await openFarSide({ answers: { zoneStockholm: 'taken' } });
    const taken = await other.graph('POST', events, session({ start }));
    expect(taken.status).toBe(201);
    expect(taken.body['start']).toEqual({ dateTime: '2026-09-22T07:00:00.0000000', timeZone: 'UTC' });
    const made = await graph('POST', events, session({ start }));
    expect(made.status).toBe(400);
    expect(made.body['error']).toMatchObject({ code: 'TimeZoneNotSupportedException' });
  });

  test('the same transactionId gives the first event again and mails nobody twice', async () => {
    const { sandbox, graph } = await openFarSide();
    const body = session({ attendees: [attendee(anna.mail)], transactionId: 'träff-1' });
    const first = await graph('POST', events, body);
    const again = await graph('POST', events, body);
    expect(again.status).toBe(201);
    expect(again.body['id']).toBe(first.body['id']);
    expect(inbox(sandbox, anna.mail)).toHaveLength(1);
  });

  test('an online meeting gets its link only where the mailbox has a provider', async () => {
    const { graph } = await openFarSide();
    const online = session({ isOnlineMeeting: true, onlineMeetingProvider: 'TeamsForBusiness' });
    const made = await graph('POST', events, online);
    const { joinUrl } = made.body['onlineMeeting'] as { joinUrl: string };
    expect(joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
    expect(made.body['body']).toMatchObject({ content: expect.stringContaining(joinUrl) });
    const ignored = await graph('POST', '/users/kalender@region.example/events', online);
    expect(ignored.status).toBe(201);
    expect(ignored.body).toMatchObject({
      isOnlineMeeting: false,
      onlineMeetingProvider: 'unknown',
      onlineMeeting: null,
    });
  });

  test('a misspelt property, a wrong type and a missing start are refused', async () => {
    const { graph } = await openFarSide();
    const misspelt = await graph('POST', events, session({ hideAtendees: true }));
    expect(misspelt.status).toBe(400);
    expect(misspelt.body['error']).toMatchObject({
      code: 'RequestBodyRead',
      message: expect.stringContaining("The property 'hideAtendees' does not exist on type 'microsoft.graph.event'"),
    });
    const nested = await graph('POST', events, session({ attendees: [{ emailAdress: {} }] }));
    expect(nested.body['error']).toMatchObject({ message: expect.stringContaining("'emailAdress'") });
    expect((await graph('POST', events, session({ hideAttendees: 'ja' }))).status).toBe(400);
    expect((await graph('POST', events, { subject: 'Träff' })).status).toBe(400);
  });

  test('an all-day event that does not begin at midnight is refused', async () => {
    const { graph } = await openFarSide();
    expect((await graph('POST', events, session({ isAllDay: true }))).status).toBe(400);
  });

  test('enum values are read without regard to case and written in camelCase', async () => {
    const { graph } = await openFarSide();
    const made = await graph('POST', events, session({ attendees: [attendee(anna.mail, 'Required')], showAs: 'BUSY' }));
    expect(made.body['showAs']).toBe('busy');
    expect(made.body['attendees']).toMatchObject([{ type: 'required' }]);
  });
});

describe('an extended property', () => {
  const id = 'String {c2b5a0e4-6d8f-4b1e-9b6a-1f2e3d4c5b6a} Name traff';
  const withKey = session({ singleValueExtendedProperties: [{ id, value: 's-1' }] });

  test('is shown only when expanded', async () => {
    const { graph } = await openFarSide();
    const made = await graph('POST', events, withKey);
    expect(made.body).not.toHaveProperty('singleValueExtendedProperties');
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${id}')`);
    const read = await graph('GET', `${events}/${made.id}?$expand=${expand}`);
    expect(read.body['singleValueExtendedProperties']).toEqual([{ id, value: 's-1' }]);
  });

  test('finds the event again', async () => {
    const { graph } = await openFarSide();
    await graph('POST', events, session());
    const made = await graph('POST', events, withKey);
    const filter = encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq 's-1')`);
    const found = await graph('GET', `${events}?$filter=${filter}&$select=id,subject`);
    expect(found.body['value']).toMatchObject([{ id: made.body['id'], subject: 'Träff 1' }]);
    expect(Object.keys((found.body['value'] as object[])[0] ?? {})).toEqual(['@odata.etag', 'id', 'subject']);
  });
});

describe('an event is changed', () => {
  test('attendees alone mail only the added and the removed', async () => {
    const { sandbox, graph } = await openFarSide();
    const made = await graph('POST', events, session({ attendees: [attendee(anna.mail), attendee(bo.mail)] }));
    await graph('PATCH', `${events}/${made.id}`, { attendees: [attendee(anna.mail), attendee(lead.mail)] });
    expect(inbox(sandbox, anna.mail)).toHaveLength(1);
    expect(inbox(sandbox, lead.mail).map((mail) => mail.kind)).toEqual(['meetingRequest']);
    expect(inbox(sandbox, bo.mail).map((mail) => mail.kind)).toEqual(['meetingRequest', 'meetingCancelled']);
    expect(sandbox.calendar(bo.mail)).toMatchObject([{ isCancelled: true, showAs: 'free' }]);
  });

  test('any other field mails everybody', async () => {
    const { sandbox, graph } = await openFarSide();
    const attendees = [attendee(anna.mail), attendee(bo.mail)];
    const made = await graph('POST', events, session({ attendees }));
    await graph('PATCH', `${events}/${made.id}`, { attendees, categories: ['Lärprojekt'] });
    for (const one of [anna, bo])
      expect(inbox(sandbox, one.mail).map((mail) => mail.kind)).toEqual(['meetingRequest', 'meetingUpdate']);
  });

  test('answers stay when the time stands, and are asked for anew when it moves', async () => {
    const { sandbox, graph } = await openFarSide();
    const made = await graph('POST', events, session({ attendees: [attendee(anna.mail)] }));
    const path = `${events}/${made.id}`;
    sandbox.answer(made.id, anna.mail, 'accept');
    expect(responsesOf(await graph('PATCH', path, { subject: 'Träff ett' }))).toEqual({ [anna.mail]: 'accepted' });
    const moved = { start: stockholmTime('2026-09-29T09:00:00'), end: stockholmTime('2026-09-29T16:00:00') };
    expect(responsesOf(await graph('PATCH', path, moved))).toEqual({ [anna.mail]: 'none' });
    expect(sandbox.calendar(anna.mail)).toMatchObject([{ response: 'notResponded', subject: 'Träff ett' }]);
  });

  test('a stale If-Match is refused with 412 and changes nothing', async () => {
    const { sandbox, graph } = await openFarSide();
    const made = await graph('POST', events, session({ attendees: [attendee(anna.mail)] }));
    const path = `${events}/${made.id}`;
    const etag = { 'if-match': String(made.body['@odata.etag']) };
    expect((await graph('PATCH', path, { subject: 'Först' }, etag)).status).toBe(200);
    const late = await graph('PATCH', path, { subject: 'Sent' }, etag);
    expect(late.status).toBe(412);
    expect(late.body['error']).toMatchObject({ code: 'ErrorIrresolvableConflict' });
    expect(sandbox.calendar(organiser)).toMatchObject([{ subject: 'Först' }]);
  });

  test('hidden attendees see only themselves, in mail and calendar', async () => {
    const { sandbox, graph } = await openFarSide();
    await graph('POST', events, session({ hideAttendees: true, attendees: [attendee(anna.mail), attendee(bo.mail)] }));
    const [mail] = inbox(sandbox, anna.mail);
    expect(mail?.to.map((one) => one.address)).toEqual([anna.mail]);
    expect(mail?.meeting?.attendees.map((one) => one.address)).toEqual([anna.mail]);
    expect(sandbox.calendar(anna.mail)[0]?.attendees.map((one) => one.address)).toEqual([anna.mail]);
  });

  test('a body without the meeting blob takes the online meeting with it', async () => {
    const { graph } = await openFarSide();
    const made = await graph('POST', events, session({ isOnlineMeeting: true }));
    const changed = await graph('PATCH', `${events}/${made.id}`, {
      body: { contentType: 'html', content: '<p>Ny</p>' },
    });
    expect(changed.body['isOnlineMeeting']).toBe(false);
  });
});

describe('an event is called off', () => {
  test('cancelling tells everybody with the comment and answers 202 without content type', async () => {
    const { sandbox, graph } = await openFarSide();
    const made = await graph('POST', events, session({ attendees: [attendee(anna.mail)] }));
    const cancelled = await graph('POST', `${events}/${made.id}/cancel`, { Comment: 'Snö' });
    expect([cancelled.status, cancelled.text, cancelled.headers.get('content-type')]).toEqual([202, '', null]);
    const mail = inbox(sandbox, anna.mail).at(-1);
    expect(mail).toMatchObject({ kind: 'meetingCancelled', meeting: { method: 'CANCEL', sequence: 1 } });
    expect(mail?.body).toContain('Snö');
    expect((await graph('GET', `${events}/${made.id}`)).status).toBe(404);
  });

  test('deleting answers 204 and mails a cancellation without comment', async () => {
    const { sandbox, graph } = await openFarSide();
    const made = await graph('POST', events, session({ attendees: [attendee(anna.mail)] }));
    const deleted = await graph('DELETE', `${events}/${made.id}`);
    expect([deleted.status, deleted.headers.get('content-type')]).toEqual([204, null]);
    expect(inbox(sandbox, anna.mail).at(-1)?.kind).toBe('meetingCancelled');
  });

  test('only the organiser cancels', async () => {
    const { sandbox, graph } = await openFarSide();
    await graph('POST', events, session({ attendees: [attendee(lead.mail)] }));
    const copy = sandbox.calendar(lead.mail)[0]?.id;
    const refused = await graph('POST', `/users/${lead.mail}/events/${copy}/cancel`, {});
    expect(refused.status).toBe(400);
    expect(refused.body['error']).toMatchObject({ message: expect.stringContaining('You need to be an organizer') });
  });
});

describe('an event is looked for', () => {
  test('an id is unknown in another mailbox', async () => {
    const { graph } = await openFarSide();
    const made = await graph('POST', events, session());
    const read = await graph('GET', `/users/${lead.mail}/events/${made.id}`);
    expect(read.status).toBe(404);
    expect(read.body['error']).toMatchObject({ code: 'ErrorItemNotFound' });
  });

  test('a guest has no mailbox in the tenant', async () => {
    const { graph } = await openFarSide();
    const read = await graph('GET', `/users/${guest.id}/events`);
    expect(read.status).toBe(404);
    expect(read.body['error']).toMatchObject({ code: 'MailboxNotEnabledForRESTAPI' });
  });

  test('a list pages by ten and its next link leads to the rest', async () => {
    const { graph } = await openFarSide();
    for (let i = 0; i < 12; i += 1) await graph('POST', events, session({ subject: `Träff ${i}` }));
    const first = await graph('GET', `${events}?$select=subject`);
    expect(first.body['value']).toHaveLength(10);
    const next = new URL(String(first.body['@odata.nextLink']));
    const rest = await graph('GET', next.pathname.replace('/v1.0', '') + next.search);
    expect(rest.body['value']).toHaveLength(2);
    expect(rest.body).not.toHaveProperty('@odata.nextLink');
  });

  test('a shared mailbox has further calendars of its own', async () => {
    const { graph } = await openFarSide();
    const calendars = await graph('GET', '/users/kalender@region.example/calendars');
    const traffar = (calendars.body['value'] as { id: string; name: string }[]).find((one) => one.name === 'Träffar');
    const path = `/users/kalender@region.example/calendars/${traffar?.id}/events`;
    expect((await graph('POST', path, session())).status).toBe(201);
    expect((await graph('GET', path)).body['value']).toHaveLength(1);
    expect((await graph('GET', '/users/kalender@region.example/events')).body['value']).toHaveLength(0);
  });

  test('a category gets its colour from the mailbox list', async () => {
    const { graph } = await openFarSide();
    const path = `/users/${organiser}/outlook/masterCategories`;
    expect((await graph('POST', path, { displayName: 'Lärprojekt', color: 'preset7' })).status).toBe(201);
    expect((await graph('GET', path)).body['value']).toMatchObject([{ displayName: 'Lärprojekt', color: 'preset7' }]);
    expect((await graph('POST', path, { displayName: 'Lärprojekt', color: 'preset1' })).status).toBe(409);
  });
});
