import { createHash } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import type { ProjectKey } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Tools } from '../../../tools.ts';
import { previewOf } from '../../notices/rules.ts';
import { organisationsOf, peopleOf, projectOf } from '../../planning/queries.ts';
import type { Organisation } from '../../planning/types.ts';
import { placesOf } from '../places/queries.ts';
import { registrationStateOf } from '../queries.ts';
import { registrationRows } from '../store.ts';
import { tableOf } from './columns/rules.ts';
import { planOf, shownRow, type PlannedRow } from './plan/rules.ts';
import { readRow } from './reading/rules.ts';
import { cellsOfText, cellText, isWorkbook, textOfBytes } from './table/rules.ts';
import { mostRows, type Becomes, type ListInput, type ListPreview, type ListRefusal, type ListTable } from './types.ts';

type Reader = Pick<Tools, 'db' | 'clock'>;
type Cells = readonly (readonly string[])[];

/** The list as text cells. A file is read by what it is, not by what it is called. */
export async function cellsOf(input: ListInput): Promise<Outcome<Cells, ListRefusal>> {
  const bytes = input.file === undefined ? undefined : Buffer.from(input.file.base64, 'base64');
  if (bytes === undefined)
    return (input.text ?? '').trim() === '' ? refused('noList') : done(cellsOfText(input.text ?? ''));
  if (!isWorkbook(bytes)) return done(cellsOfText(textOfBytes(bytes)));
  try {
    return done((await readSheet(bytes)).map((row) => row.map(cellText)));
  } catch {
    return refused('unreadableFile');
  }
}

/** What would happen to each row, against the project as it is now. Nothing is written. */
export async function listPlan(
  reader: Reader,
  key: ProjectKey,
  { cells, input }: { readonly cells: Cells; readonly input: ListInput },
): Promise<
  Outcome<
    { readonly table: ListTable; readonly planned: readonly PlannedRow[]; readonly preview: ListPreview },
    ListRefusal
  >
> {
  const project = await projectOf(reader, key);
  if (project === null) throw new Error(`there is no project ${key.projectId} to read a list for`);
  const table = tableOf(cells, input.mapping);
  if (table.rows.length === 0) return refused('noList');
  if (table.rows.length > mostRows) return refused('tooManyRows', { rows: table.rows.length, most: mostRows });
  const organisations = await organisationsOf(reader, key);
  const registrations = await registrationRows(reader.db, key);
  const places = await placesOf(reader, project);
  const { closed: isClosed } = await registrationStateOf(reader, key);
  const facts = { organisations, timeZone: project.timeZone, now: reader.clock.now() };
  const planned = planOf(
    table.rows.map((row) => readRow(table, row, input.choices[String(row.row)] ?? {}, facts)),
    {
      organisations,
      isClosed,
      people: await peopleOf(reader, key),
      states: new Map(registrations.map((row) => [row.person_id, row.state])),
      project: places.project,
      placesOf: places.of,
    },
  );
  return done({
    table,
    planned,
    preview: previewFrom(table, planned, { organisations, isClosed, attested: input.attested }),
  });
}

function previewFrom(
  table: ListTable,
  planned: readonly PlannedRow[],
  known: { readonly organisations: readonly Organisation[]; readonly isClosed: boolean; readonly attested: boolean },
): ListPreview {
  const rows = planned.map((row) => shownRow(row, table, known.organisations));
  const coming = planned.filter(({ becomes }) => becomes !== 'fault' && becomes !== 'merged');
  const count = (becomes: Becomes): number => planned.filter((row) => row.becomes === becomes).length;
  // What somebody eats is part of what was seen, as a sum that tells nothing.
  const eats = createHash('sha256')
    .update(JSON.stringify(planned.map(({ dietary }) => dietary)))
    .digest('hex');
  return {
    ...previewOf({
      texts: [JSON.stringify([rows, known.attested]), eats],
      recipients: coming.map(({ email }) => email),
    }),
    columns: table.columns.map((column, index) => ({ ...column, sample: sampleOf(table, index) })),
    rows,
    counts: {
      confirmed: count('confirmed'),
      waitingList: count('waitingList'),
      lateRequest: count('lateRequest'),
      updated: count('updated'),
      merged: count('merged'),
      fault: count('fault'),
      dietary: rows.filter(({ hasDietary, becomes }) => hasDietary && becomes !== 'fault' && becomes !== 'merged')
        .length,
      withoutTick: coming.filter(({ hasTicked, becomes }) => !hasTicked && becomes !== 'updated').length,
    },
    isClosed: known.isClosed,
  };
}

/** The first thing in a column, so that one sees what it holds; never of the dietary column. */
function sampleOf({ columns, rows }: ListTable, index: number): string {
  if (columns[index]?.field === 'dietary') return '';
  const first = rows.map(({ cells }) => cells[index]?.trim() ?? '').find((cell) => cell !== '') ?? '';
  return first.length > 40 ? `${first.slice(0, 39)}…` : first;
}

export async function listPreview(
  tools: Reader,
  key: ProjectKey,
  input: ListInput,
): Promise<Outcome<ListPreview, ListRefusal>> {
  const cells = await cellsOf(input);
  if (!cells.ok) return cells;
  const plan = await listPlan(tools, key, { cells: cells.value, input });
  return plan.ok ? done(plan.value.preview) : plan;
}
