import type { SessionState } from '../../../src/features/sessions/types.ts';
import { clock, placeText } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Remark, Status } from '../../parts/status.tsx';
import { useMay } from '../../project.tsx';
import { sessions as words } from '../../wording/sessions.ts';
import { roomTone } from './session-parts.tsx';

/** The room, how it is furnished and what stands in it. */
export function RoomSection({ session }: { session: SessionState }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const { venue, room, roomStatus } = session;
  if (session.format === 'digital') return null;
  const isTooSmall = room.capacity !== null && room.seatsNeeded !== null && room.capacity < room.seatsNeeded;
  const seats = room.capacity === null ? '' : say(words.seats, { n: room.capacity });
  const rows = [
    { name: say(words.venue), value: venue === null ? say(words.noVenue) : placeText(venue) },
    { name: say(words.size), value: seats },
    { name: say(words.layout), value: room.layout ?? '' },
    { name: say(words.equipment), value: room.equipment.map((one) => one[language]).join(', ') },
    { name: say(words.opens), value: room.opensAt === null ? '' : clock(room.opensAt, language) },
    { name: say(words.access), value: room.stepFree === true ? say(words.stepFree) : '' },
  ].filter(({ value }) => value !== '');
  return (
    <Section
      title={say(words.room)}
      id="lokal"
      acts={
        may('rooms.view') && (
          <PageLink to="/planering/lokaler">{say(may('rooms.book') ? words.roomChange : words.roomShow)}</PageLink>
        )
      }
    >
      <Status tone={roomTone(roomStatus.code)}>{roomStatus.words[language]}</Status>
      <dl className="facts">
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isTooSmall && (
        <Remark tone="warning">{say(words.tooSmall, { capacity: room.capacity, need: room.seatsNeeded })}</Remark>
      )}
      {room.missingEquipment.length > 0 && (
        <Remark tone="warning">
          {say(words.equipmentMissing, { what: room.missingEquipment.map((one) => one[language]).join(', ') })}
        </Remark>
      )}
    </Section>
  );
}
