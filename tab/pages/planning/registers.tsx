import { Button, Field, Input, Select } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Venue } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { placeText } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../parts/ask.tsx';
import { Section } from '../../parts/section.tsx';
import { useMay, usePath, useProject } from '../../project.tsx';
import { rooms } from '../../wording/rooms.ts';
import { project as words } from '../../wording/project.ts';

/** A register's next id that nobody has, such as `v-5`. */
export function freeId(prefix: string, taken: readonly { readonly id: string }[]): string {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

export function VenuesSection() {
  const say = useSay();
  const may = useMay();
  const { venues } = useProject().plan;
  const [opened, setOpened] = useState<Venue | 'new'>();
  return (
    <Section
      id="lokalregister"
      title={say(words.venues)}
      acts={
        may('plan.edit') && (
          <Button icon={<Add20Regular />} onClick={() => setOpened('new')}>
            {say(words.addVenue)}
          </Button>
        )
      }
    >
      {venues.length === 0 && <p className="quiet">{say(words.venuesNone)}</p>}
      <ul className="rows">
        {venues.map((venue) => (
          <li key={venue.id} className="row">
            <div className="row-text">
              <p className="row-title">{placeText(venue)}</p>
              <p className="quiet">
                {venue.capacity === null ? say(rooms.seatsUnknown) : say(rooms.seats, { n: venue.capacity })}
                {venue.equipment.length > 0 && ` · ${venue.equipment.join(', ')}`}
              </p>
              <p className="quiet break">{venue.roomMailbox ?? venue.bookingContact ?? ''}</p>
            </div>
            {may('plan.edit') && (
              <Button aria-label={say(words.editVenue, venue)} onClick={() => setOpened(venue)}>
                {say(words.edit)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <VenueWindow venue={opened === 'new' ? undefined : opened} onClose={() => setOpened(undefined)} />
      )}
    </Section>
  );
}

function VenueWindow({ venue, onClose }: { venue: Venue | undefined; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const { venues, organisations } = useProject().plan;
  const id = venue?.id ?? freeId('v', venues);
  const read = (form: FormData): Omit<Venue, 'id' | 'extra'> => ({
    name: field(form, 'name'),
    city: field(form, 'city'),
    ...ownership(fieldOrNull(form, 'owner')),
    capacity: field(form, 'capacity') === '' ? null : Number(field(form, 'capacity')),
    equipment: field(form, 'equipment')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    layoutOptions: venue?.layoutOptions ?? [],
    roomMailbox: fieldOrNull(form, 'roomMailbox'),
    bookingContact: fieldOrNull(form, 'bookingContact'),
    stepFree: { yes: true, no: false }[field(form, 'stepFree')] ?? null,
  });
  // An imported venue may be called own without saying whose.
  const ownership = (owner: string | null): Pick<Venue, 'ownerOrganisationId' | 'own'> => ({
    ownerOrganisationId: owner,
    own: venue !== undefined && owner === venue.ownerOrganisationId ? venue.own : owner !== null,
  });
  return (
    <AskWindow
      title={venue === undefined ? say(words.addVenue) : say(words.editVenue, venue)}
      actLabel={say({ sv: 'Spara lokalen', en: 'Save the venue' })}
      done={say(words.venueSaved)}
      onClose={onClose}
      act={(form) => call(path(`/venues/${encodeURIComponent(id)}`), { method: 'PUT', body: read(form) })}
    >
      <div className="field-row">
        <Field label={say(words.venueName)} required>
          <Input name="name" defaultValue={venue?.name ?? ''} required />
        </Field>
        <Field label={say(words.city)}>
          <Input name="city" defaultValue={venue?.city ?? ''} />
        </Field>
        <Field label={say(words.capacity)}>
          <Input type="number" min={1} name="capacity" defaultValue={String(venue?.capacity ?? '')} />
        </Field>
      </div>
      <div className="field-row">
        <Field label={say(words.venueOwner)}>
          <Select name="owner" defaultValue={venue?.ownerOrganisationId ?? ''}>
            <option value="">{say(words.venueOwnerNone)}</option>
            {organisations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say(words.stepFree)}>
          <Select name="stepFree" defaultValue={stepFreeOf(venue)}>
            <option value="">{say(words.stepFreeUnknown)}</option>
            <option value="yes">{say(words.stepFreeYes)}</option>
            <option value="no">{say(words.stepFreeNo)}</option>
          </Select>
        </Field>
      </div>
      <Field label={say(words.equipment)} hint={say(words.equipmentHelp)}>
        <Input name="equipment" defaultValue={venue?.equipment.join(', ') ?? ''} />
      </Field>
      <Field label={say(words.roomMailbox)}>
        <Input type="email" name="roomMailbox" defaultValue={venue?.roomMailbox ?? ''} />
      </Field>
      <Field label={say(words.bookingContact)} hint={say(words.bookingContactHelp)}>
        <Input type="email" name="bookingContact" defaultValue={venue?.bookingContact ?? ''} />
      </Field>
    </AskWindow>
  );
}

function stepFreeOf(venue: Venue | undefined): 'yes' | 'no' | '' {
  const known = venue?.stepFree ?? null;
  return known === null ? '' : known ? 'yes' : 'no';
}
