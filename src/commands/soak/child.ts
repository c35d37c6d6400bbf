// Lives the small project in a folder, or goes on with it, and dies at an exchange when it is told to. What it came to is
// left beside it. Run by `killing.ts`, and by nobody else.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProgress } from '../demo/progress.ts';
import { runDemo } from '../demo/run.ts';
import type { LifeWish, Outcome } from './killing.ts';
import { smallProject } from './project.ts';

const { folder, seed, faults, diesAt } = JSON.parse(process.argv[2] ?? '{}') as LifeWish; // given by the parent
const name = JSON.stringify([smallProject.project.id, seed, faults]);
let exchanges = 0;
const { endState, differences, report } = await runDemo({
  file: smallProject,
  out: null,
  seed,
  edges: false,
  ...(faults > 0 ? { faults } : {}),
  print: (line) => console.log(line),
  data: { folder, name, book: openProgress(folder, name) },
  wire: async (request, next) => {
    exchanges += 1;
    const isLast = exchanges === diesAt?.exchange;
    if (isLast && !diesAt.afterWork) process.kill(process.pid, 'SIGKILL');
    try {
      return await next(request);
    } finally {
      // Also when the connection broke just then.
      if (isLast) process.kill(process.pid, 'SIGKILL');
    }
  },
});
const outcome: Outcome = { endState, differences, injected: report.injected ?? {} };
writeFileSync(join(folder, 'outcome.json'), JSON.stringify(outcome));
