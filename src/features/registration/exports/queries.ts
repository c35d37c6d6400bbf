import writeExcelFile from 'write-excel-file/node';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { projectOf } from '../../planning/queries.ts';
import { participantsOf } from '../queries.ts';
import { columnsOf, csvText, rowsOf, type ListKind } from './rules.ts';

type Reader = Pick<Tools, 'db' | 'clock' | 'settings'>;

/** Null when there is no such project. */
export async function participantsCsv(tools: Reader, key: ProjectKey, kind: ListKind): Promise<string | null> {
  const list = await participantsOf(tools, key, { phone: kind === 'lead' });
  const project = await projectOf(tools, key);
  if (list === null || project === null) return null;
  return csvText(columnsOf(kind, list.sessions, project.timeZone), rowsOf(kind, list));
}

/** A workbook in which every cell is text, so that nothing can be taken for a formula. */
export async function participantsXlsx(tools: Reader, key: ProjectKey, kind: ListKind): Promise<Uint8Array | null> {
  const list = await participantsOf(tools, key, { phone: kind === 'lead' });
  const project = await projectOf(tools, key);
  if (list === null || project === null) return null;
  const columns = columnsOf(kind, list.sessions, project.timeZone);
  const header = columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const }));
  const rows = rowsOf(kind, list).map((one) => columns.map(({ value }) => ({ value: value(one), type: String })));
  return await writeExcelFile([header, ...rows], {
    columns: columns.map(({ width }) => ({ width })),
    sheet: 'Deltagare',
    stickyRowsCount: 1,
  }).toBuffer();
}
