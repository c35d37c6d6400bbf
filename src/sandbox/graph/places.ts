import { guidFrom } from '../guid.ts';
import { exchangeDefaults } from '../world.ts';
import type { Room, RoomList } from '../world.ts';
import { contextOf, ok } from './call.ts';
import { GraphFault } from './errors.ts';
import { listed, selected } from './query.ts';
import type { Routes } from './router.ts';

const pageSize = 100;

export const placeRoutes: Routes = {
  'GET /places/microsoft.graph.room': (call) =>
    ok(listed(call, contextOf('places/microsoft.graph.room'), call.far.directory.rooms().map(roomShape), { pageSize })),
  'GET /places/microsoft.graph.roomlist': (call) =>
    ok(
      listed(call, contextOf('places/microsoft.graph.roomList'), call.far.directory.roomLists().map(listShape), {
        pageSize,
      }),
    ),
  // A list's rooms are asked for by the list's address; its id is refused.
  'GET /places/{list}/microsoft.graph.roomlist/rooms': (call) => {
    const wanted = call.param('list').toLowerCase();
    const list = call.far.directory.roomLists().find((one) => one.mail.toLowerCase() === wanted);
    if (list === undefined) throw placeNotFound(call.param('list'));
    const members = new Set(list.rooms.map((mail) => mail.toLowerCase()));
    const rooms = call.far.directory.rooms().filter((room) => members.has(room.mail.toLowerCase()));
    return ok(
      listed(call, contextOf(`places('${list.mail}')/microsoft.graph.roomList/rooms`), rooms.map(roomShape), {
        pageSize,
      }),
    );
  },
  'GET /places/{place}': (call) =>
    ok(selected(call, place(call.far.directory.rooms(), call.far.directory.roomLists(), call.param('place')))),
  'GET /places/{place}/microsoft.graph.room': (call) =>
    ok(selected(call, place(call.far.directory.rooms(), [], call.param('place')))),
};

function place(rooms: readonly Room[], lists: readonly RoomList[], wanted: string): Record<string, unknown> {
  const key = wanted.toLowerCase();
  const found = [...rooms.map(roomShape), ...lists.map(listShape)].find(
    (shape) => shape['id'] === wanted || String(shape['emailAddress']).toLowerCase() === key,
  );
  if (found === undefined) throw placeNotFound(wanted);
  return found;
}

const placeNotFound = (wanted: string): GraphFault =>
  new GraphFault(404, 'ErrorItemNotFound', `The place '${wanted}' was not found.`);

function roomShape(room: Room): Record<string, unknown> {
  return {
    id: guidFrom(`place ${room.mail.toLowerCase()}`),
    displayName: room.displayName,
    emailAddress: room.mail,
    nickname: room.displayName,
    capacity: room.capacity,
    bookingType: room.policy?.bookingType ?? exchangeDefaults.bookingType,
    building: room.building ?? null,
    floorLabel: null,
    floorNumber: null,
    phone: '',
    label: null,
    tags: room.tags ?? [],
    isWheelChairAccessible: room.isWheelChairAccessible ?? false,
    audioDeviceName: room.audioDeviceName ?? null,
    videoDeviceName: room.videoDeviceName ?? null,
    displayDeviceName: room.displayDeviceName ?? null,
    address: { city: room.city ?? null, countryOrRegion: null, postalCode: null, state: null, street: null },
    geoCoordinates: null,
  };
}

function listShape(list: RoomList): Record<string, unknown> {
  return {
    id: guidFrom(`place ${list.mail.toLowerCase()}`),
    displayName: list.displayName,
    emailAddress: list.mail,
    phone: '',
    address: null,
    geoCoordinates: null,
  };
}
