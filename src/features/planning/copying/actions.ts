import type { Actor } from '../../../domain/people.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Tools } from '../../../tools.ts';
import { importProject, readProjectFile } from '../file/actions.ts';
import { exportProject } from '../file/exporting/queries.ts';
import { slugOf } from '../rules.ts';
import type { PlanRefusal } from '../types.ts';
import { templateOf } from './rules.ts';

/** Makes a dormant project of another one's texts. Nothing is sent, and the other stays as it is. */
export async function copyProject(
  tools: Tools,
  actor: Actor,
  { title }: { readonly title: string },
): Promise<Outcome<{ readonly projectId: string }, PlanRefusal>> {
  const file = await exportProject(tools, actor);
  if (file === null) return refused('noProject');
  const read = readProjectFile(file);
  // Our own export, which a test imports again: what it says is right.
  if (!read.ok) throw new Error(`the export of ${actor.projectId} cannot be read: ${JSON.stringify(read.problems)}`);
  const id = slugOf(title, tools.clock.now().toZonedDateTimeISO('Europe/Stockholm').year);
  const copied = await importProject(tools, actor.tenantId, templateOf(read.file, { id, title }), {
    actorName: actor.name,
  });
  if (copied.ok) return done({ projectId: copied.value.projectId });
  if (copied.reason !== 'invalidFile') return refused('idTaken', { projectId: id });
  throw new Error(`the copy of ${actor.projectId} cannot be read: ${JSON.stringify(copied.problems)}`);
}
