import type { Actor } from '../../../domain/people.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Tools, Work } from '../../../tools.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { samePreview } from '../../notices/rules.ts';
import type { Preview } from '../../notices/types.ts';
import { organisationsOf, peopleOf } from '../../planning/queries.ts';
import type { Organisation } from '../../planning/types.ts';
import { saveDietary } from '../dietary/actions.ts';
import { waitingOf } from '../places/queries.ts';
import { accountTypeOf, attestedVersion, commitmentVersion, isSameName, keyOf, nextParticipantId } from '../rules.ts';
import { changePerson, insertPerson, lockProject, putRegistration, type PersonChange } from '../store.ts';
import { keptWarnings, type PlannedRow } from './plan/rules.ts';
import { cellsOf, listPlan } from './queries.ts';
import type { ListInput, ListRefusal, TakenIn } from './types.ts';

/**
 * REG-03: takes a participant list in that was kept elsewhere: every row that the preview showed as readable, in one
 * transaction, or none. Nobody gets a mail of it: a letter to those who came this way is an act of its own.
 */
export async function takeInList(
  tools: Tools,
  actor: Actor,
  { shown, ...input }: ListInput & { readonly shown: Preview },
): Promise<Outcome<TakenIn, ListRefusal>> {
  const cells = await cellsOf(input);
  if (!cells.ok) return cells;
  return await tools.tx(async (work) => {
    await lockProject(work.db, actor);
    const plan = await listPlan({ db: work.db, clock: tools.clock }, actor, { cells: cells.value, input });
    if (!plan.ok) return plan;
    if (!samePreview(plan.value.preview, shown)) return refused('previewChanged');
    const rows = plan.value.planned.filter(({ becomes }) => becomes !== 'fault' && becomes !== 'merged');
    if (rows.length === 0) return refused('nothingToTakeIn');
    await takeIn(work, tools, actor, { rows, attested: input.attested });
    const { counts } = plan.value.preview;
    const details = {
      confirmed: counts.confirmed,
      waitingList: counts.waitingList,
      updated: counts.updated,
      attested: input.attested,
    };
    await recordAct(work, tools, actor, { by: actor, act: 'participants.listTakenIn', details });
    return done({ added: counts.confirmed + counts.lateRequest, waiting: counts.waitingList, updated: counts.updated });
  });
}

async function takeIn(
  work: Work,
  tools: Tools,
  actor: Actor,
  { rows, attested }: { readonly rows: readonly PlannedRow[]; readonly attested: boolean },
): Promise<void> {
  const organisations = await organisationsOf(work, actor);
  const ids = (await peopleOf(work, actor)).map(({ id }) => id);
  let last = Math.max(0, ...(await waitingOf(work, actor)).map(({ order }) => order));
  for (const row of rows) {
    if (row.person !== undefined) await changePerson(work.db, actor, row.person.id, changeOf(row));
    if (row.becomes === 'updated') continue;
    const personId = row.person?.id ?? nextParticipantId(ids);
    if (row.person === undefined) {
      ids.push(personId);
      await addPerson(work, actor, { row, personId, position: ids.length, organisations });
    }
    await enter(work, tools, actor, {
      row,
      personId,
      attested,
      waitingPosition: row.becomes === 'waitingList' ? (last += 1) : null,
    });
  }
}

async function addPerson(
  work: Work,
  actor: Actor,
  {
    row,
    personId,
    position,
    organisations,
  }: { row: PlannedRow; personId: string; position: number; organisations: readonly Organisation[] },
): Promise<void> {
  const organisation = organisations.find(({ id }) => id === row.organisationId);
  await insertPerson(work.db, {
    ...keyOf(actor),
    id: personId,
    givenName: row.givenName,
    familyName: row.familyName,
    title: row.title,
    organisationId: row.organisationId,
    unit: row.organisationId === null && row.organisationText !== '' ? row.organisationText : null,
    email: row.email,
    emailKey: row.email,
    phone: row.phone === '' ? null : row.phone,
    accountType: accountTypeOf(row.email, organisation),
    position,
  });
}

/** REG-04: a tick in the list counts from when it was made; somebody's word for another is kept as such; else there is no tick. */
async function enter(
  work: Work,
  tools: Tools,
  actor: Actor,
  entry: {
    readonly row: PlannedRow;
    readonly personId: string;
    readonly attested: boolean;
    readonly waitingPosition: number | null;
  },
): Promise<void> {
  const { row, personId, attested, waitingPosition } = entry;
  if (row.becomes === 'fault' || row.becomes === 'merged' || row.becomes === 'updated') return;
  const now = tools.clock.now();
  const at = row.registeredAt ?? now;
  await putRegistration(work.db, {
    ...keyOf(actor),
    personId,
    state: row.becomes,
    registeredAt: at,
    source: 'list',
    commitmentAt: row.hasTicked ? at : attested ? now : null,
    commitmentVersion: row.hasTicked ? commitmentVersion : attested ? attestedVersion : null,
    waitingPosition,
    warnings: keptWarnings(row),
  });
  if (row.dietary !== '') await saveDietary(work, tools, { ...keyOf(actor), personId, text: row.dietary });
}

/** The list's newer details; staff keep what the planners gave them, and a name with its accents stays. */
function changeOf({ person, givenName, familyName, title, phone }: PlannedRow): PersonChange {
  if (person === undefined) return {};
  const change = phone === '' || phone === person.phone ? {} : { phone };
  if (person.kind === 'staff') return change;
  const displayName = `${givenName} ${familyName}`;
  const isSame = isSameName(displayName, person.displayName);
  return {
    ...change,
    ...(isSame ? {} : { given_name: givenName, family_name: familyName, display_name: displayName }),
    ...(title === '' || title === person.title ? {} : { title }),
  };
}
