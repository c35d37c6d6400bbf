import { expect, test } from 'vitest';
import { anna, channelId, guest, lead, openFarSide, organiser, runn, siljan, teamId } from './far-side.ts';

test('a user is found by id and by user principal name, with the default properties', async () => {
  const { graph } = await openFarSide();
  const byId = await graph('GET', `/users/${lead.id}`);
  expect(byId.body).toMatchObject({ id: lead.id, displayName: 'Maria Lind', surname: 'Lind', mail: lead.mail });
  expect(byId.body).not.toHaveProperty('userType');
  expect((await graph('GET', `/users/${lead.userPrincipalName}?$select=userType`)).body).toMatchObject({
    userType: 'Member',
  });
});

test('a guest is found by the encoded user principal name and by a filter on mail', async () => {
  const { graph } = await openFarSide();
  const byName = await graph('GET', `/users/${encodeURIComponent(guest.userPrincipalName)}`);
  expect(byName.body['id']).toBe(guest.id);
  const filter = encodeURIComponent(`mail eq 'PER@ludvika.example'`);
  const found = await graph('GET', `/users?$filter=${filter}&$select=id,mail,userType`);
  expect(found.body['value']).toEqual([{ id: guest.id, mail: guest.mail, userType: 'Guest' }]);
});

test('a guest’s mail address does not name a user, and an external person has none', async () => {
  const { graph } = await openFarSide();
  expect((await graph('GET', `/users/${guest.mail}`)).status).toBe(404);
  const filter = encodeURIComponent(`mail eq '${anna.mail}'`);
  expect((await graph('GET', `/users?$filter=${filter}`)).body['value']).toEqual([]);
});

test('a filter that Graph does not understand is refused', async () => {
  const { graph } = await openFarSide();
  const refused = await graph('GET', `/users?$filter=${encodeURIComponent(`mail is 'x'`)}`);
  expect([refused.status, refused.body['error']]).toMatchObject([400, { code: 'BadRequest' }]);
});

test('rooms are listed with capacity and booking type, and a list’s rooms by the list’s address', async () => {
  const { graph } = await openFarSide();
  const rooms = await graph('GET', '/places/microsoft.graph.room');
  expect(rooms.body['value']).toMatchObject([
    { emailAddress: siljan, capacity: 45, bookingType: 'standard' },
    { emailAddress: runn, capacity: 12 },
  ]);
  const [list] = (await graph('GET', '/places/microsoft.graph.roomlist')).body['value'] as {
    id: string;
    emailAddress: string;
  }[];
  const inList = await graph('GET', `/places/${list?.emailAddress}/microsoft.graph.roomlist/rooms`);
  expect(inList.body['value']).toMatchObject([{ emailAddress: siljan }]);
  expect((await graph('GET', `/places/${list?.id}/microsoft.graph.roomlist/rooms`)).status).toBe(404);
});

test('a team shows its channels and its members with their roles', async () => {
  const { graph } = await openFarSide();
  expect((await graph('GET', `/teams/${teamId}`)).body['displayName']).toBe('Lärprojekt');
  expect((await graph('GET', `/teams/${teamId}/channels`)).body['value']).toMatchObject([{ id: channelId }]);
  const path = `/teams/${teamId}/channels/${encodeURIComponent(channelId)}`;
  expect((await graph('GET', path)).body['membershipType']).toBe('standard');
  for (const members of [`/teams/${teamId}/members`, `${path}/members`])
    expect((await graph('GET', members)).body['value']).toMatchObject([
      { '@odata.type': '#microsoft.graph.aadUserConversationMember', userId: lead.id, roles: ['owner'] },
      { userId: guest.id, roles: ['guest'] },
    ]);
  expect((await graph('GET', '/teams/nobody')).body['error']).toMatchObject({ code: 'NotFound' });
});

test('a shared mailbox and a room have accounts that nobody signs in to', async () => {
  const { graph } = await openFarSide();
  for (const mail of [organiser, siljan])
    expect((await graph('GET', `/users/${mail}?$select=accountEnabled,mail`)).body).toMatchObject({
      accountEnabled: false,
      mail,
    });
});
