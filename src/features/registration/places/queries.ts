import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { peopleOf } from '../../planning/queries.ts';
import type { ProjectHead } from '../../planning/types.ts';
import { countsOf } from '../queries.ts';
import type { Places, Waiting } from '../rules.ts';
import { registrationRows } from '../store.ts';

/** Who waits, in order of arrival. */
export async function waitingOf(work: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly Waiting[]> {
  const organisations = new Map((await peopleOf(work, key)).map(({ id, organisationId }) => [id, organisationId]));
  const rows = await registrationRows(work.db, key);
  return rows
    .filter(({ state }) => state === 'waitingList')
    .map((row, index) => ({
      personId: row.person_id,
      organisationId: organisations.get(row.person_id) ?? null,
      order: row.waiting_position ?? index + 1,
    }));
}

/** How many places there are, and how many are taken. */
export async function placesOf(
  work: Pick<Tools, 'db'>,
  project: ProjectHead,
): Promise<{ readonly project: Places; of(organisationId: string | null): Places }> {
  const counts = await countsOf(work, project);
  const per = new Map(
    counts?.perOrganisation.map((one) => [one.organisationId, { max: one.max, taken: one.confirmed }]),
  );
  return {
    project: { max: project.maxTotal, taken: counts?.confirmed ?? 0 },
    of: (organisationId) => per.get(organisationId ?? '') ?? { max: null, taken: 0 },
  };
}
