import { Temporal } from 'temporal-polyfill';
import type { ProjectFile } from '../features/planning/file/types.ts';
import { openEvidence } from './demo/evidence.ts';
import { bookRooms, confirmClosing, hostsAnswer, wake } from './demo/planning-days.ts';
import { openLife } from './demo/run.ts';
import { readScript } from './demo/script.ts';
import { openWeb } from './demo/web.ts';
import { oidOf } from './sandbox-world.ts';

/** A first start finds the sample project under way: imported, awake, rooms booked, closing confirmed. A later start changes nothing. */
export async function seedSample(running: { readonly url: string }, file: ProjectFile): Promise<void> {
  const script = readScript(file);
  const evidence = openEvidence();
  const web = openWeb(running.url, evidence);
  const lead = web.as(oidOf(script.leadMail));
  const projects = await lead.get<readonly unknown[]>('/api/projects');
  if (projects.length > 0) return;
  await lead.post('/api/projects/import', file);
  const life = await openLife({ seed: 1, print: () => undefined }, script, { web, evidence });
  await wake(life);
  await bookRooms(life);
  await web.sandbox('clock', { to: afterGrace(life.state.now) });
  await hostsAnswer(life);
  await confirmClosing(life);
  await web.sandbox('clock', { to: 'settle' });
}

/** A few minutes on: the mails to the hosts have left their grace period, and the rooms have answered. */
function afterGrace(now: string): string {
  return Temporal.Instant.from(now).add({ minutes: 5 }).toString();
}
