import writeExcelFile from 'write-excel-file/node';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import { localDateOf } from '../../../domain/local-date.ts';
import type { Tools } from '../../../tools.ts';
import { documentsOf } from '../../documentation/queries.ts';
import { evaluationsOf } from '../../evaluations/queries.ts';
import { auditedBy, writeAudit } from '../../planning/audit/actions.ts';
import { projectOf, sessionsOf } from '../../planning/queries.ts';
import type { Project } from '../../planning/types.ts';
import { columnsOf, rowsOf } from '../../registration/exports/rules.ts';
import { participantsOf } from '../../registration/queries.ts';
import type { ParticipantList } from '../../registration/types.ts';
import { decisionsOf } from '../../tasks/queries.ts';
import { disposalsOf } from '../protocols/queries.ts';
import * as rules from './rules.ts';
import { disclosed, saidRows, withheldCount } from './store.ts';
import type { Sheet } from './types.ts';

/**
 * everything that the project holds, in a workbook, for whoever has to test a request for public records. What
 * people eat is withheld and counted. That it was fetched is in the log before it leaves.
 */
export async function disclose(
  tools: Tools,
  actor: Actor,
): Promise<Outcome<{ readonly bytes: Uint8Array; readonly name: string }, 'noProject'>> {
  const project = await projectOf(tools, actor);
  if (project === null) return refused('noProject');
  const sheets = await sheetsOf(tools, actor, project);
  const withheld = await withheldCount(tools.db, actor);
  const cover = rules.coverSheet({ project, by: actor.name, now: tools.clock.now(), withheld, sheets });
  const bytes = await workbook([cover, ...sheets]);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  await tools.tx((work) =>
    writeAudit(work, tools, {
      ...auditedBy(actor),
      act: disclosed,
      details: { sheets: sheets.length, rows, withheld },
    }),
  );
  const day = localDateOf(tools.clock.now(), project.timeZone).toString();
  return done({ bytes, name: `utlamnande-${project.projectId}-${day}.xlsx` });
}

async function sheetsOf(tools: Tools, actor: Actor, project: Project): Promise<readonly Sheet[]> {
  const sessions = await sessionsOf(tools, actor);
  const list = await participantsOf(tools, actor, { phone: true });
  const said = (await saidRows(tools.db, actor)).map((row) => ({
    ...row,
    address: row.recipient_address,
    name: row.recipient_name,
    at: row.sent_at ?? row.created_at,
  }));
  return [
    rules.projectSheet(project),
    rules.sessionsSheet(sessions),
    ...(list === null ? [] : [participantsSheet(list, project.timeZone)]),
    rules.messagesSheet(said, project.timeZone),
    rules.documentsSheet(await documentsOf(tools, actor), sessions),
    rules.evaluationsSheet(await evaluationsOf(tools, actor)),
    rules.decisionsSheet(await decisionsOf(tools, actor)),
    rules.disposalsSheet(await disposalsOf(tools, actor)),
  ];
}

function participantsSheet(list: ParticipantList, zone: string): Sheet {
  const columns = columnsOf('lead', list.sessions, zone);
  const rows = rowsOf('lead', list).map((one) => columns.map(({ value }) => value(one)));
  return { name: 'Deltagare', columns, rows };
}

/** Every cell is text, so that nothing can be taken for a formula. */
async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pages = sheets.map(({ name, columns, rows }) => ({
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const })),
      ...rows.map((cells) => cells.map((value) => ({ value, type: String, wrap: true }))),
    ],
  }));
  return await writeExcelFile(pages).toBuffer();
}
