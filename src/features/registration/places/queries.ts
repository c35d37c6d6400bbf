import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { organisationsOf, peopleOf } from '../../planning/queries.ts';
import type { Person, Project } from '../../planning/types.ts';
import { countsFrom } from '../queries.ts';
import type { Places, Waiting } from '../rules.ts';
import { registrationRows, type RegistrationRow } from '../store.ts';

/** How many places there are and how many are taken, in all and per organisation. */
export interface AllPlaces {
  readonly project: Places;
  of(organisationId: string | null): Places;
}

/** The places, and who waits for one in order of arrival. */
export interface Line {
  readonly places: AllPlaces;
  readonly waiting: readonly Waiting[];
}

export async function lineOf(reader: Pick<Tools, 'db'>, project: Project): Promise<Line> {
  const [organisations, people, registrations] = await Promise.all([
    organisationsOf(reader, project),
    peopleOf(reader, project),
    registrationRows(reader.db, project),
  ]);
  const counts = countsFrom(project, { organisations, people, registrations });
  const per = new Map(
    counts.perOrganisation.map((one) => [one.organisationId, { max: one.max, taken: one.confirmed }]),
  );
  return {
    places: {
      project: { max: project.maxTotal, taken: counts.confirmed },
      of: (organisationId) => per.get(organisationId ?? '') ?? { max: null, taken: 0 },
    },
    waiting: waitingIn(people, registrations),
  };
}

/** Who waits, in order of arrival. */
export async function waitingOf(reader: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly Waiting[]> {
  const [people, registrations] = [await peopleOf(reader, key), await registrationRows(reader.db, key)];
  return waitingIn(people, registrations);
}

function waitingIn(people: readonly Person[], registrations: readonly RegistrationRow[]): readonly Waiting[] {
  const organisations = new Map(people.map(({ id, organisationId }) => [id, organisationId]));
  return registrations
    .filter(({ state }) => state === 'waitingList')
    .map((row, index) => ({
      personId: row.person_id,
      organisationId: organisations.get(row.person_id) ?? null,
      order: row.waiting_position ?? index + 1,
    }));
}

export async function placesOf(reader: Pick<Tools, 'db'>, project: Project): Promise<AllPlaces> {
  return (await lineOf(reader, project)).places;
}
