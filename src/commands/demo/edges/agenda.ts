import type { Temporal } from 'temporal-polyfill';
import type { Act, Life } from '../life.ts';
import type { Script } from '../script.ts';
import type { AgendaItem, EdgeCases } from './cases.ts';
import { tell, unless } from './telling.ts';

interface ChangedAgenda {
  readonly warnings: readonly { readonly sv: string }[];
}

/** A tight agenda is tried on the first session, read, and taken back: nothing has been sent yet. */
export function agendaEdges(script: Script, edges: EdgeCases, at: Temporal.Instant): Act[] {
  const session = script.sessions[0];
  if (edges.tightAgenda.length === 0 || session === undefined) return [];
  return [
    {
      at,
      title: 'Särfall: en tät agenda prövas',
      run: async (life) => {
        const path = `${life.api}/sessions/${session.id}/agenda`;
        const { warnings } = await life.lead.put<ChangedAgenda>(path, { agenda: edges.tightAgenda });
        await life.lead.put(path, { agenda: (session.agenda ?? []) as readonly AgendaItem[] });
        judge(
          life,
          warnings.map(({ sv }) => sv),
          edges.tightAgendaExpect,
        );
      },
    },
  ];
}

/** The file's words and the product's differ; figures and the words that matter have to be there. */
function judge(life: Life, warnings: readonly string[], expected: readonly string[]): void {
  const missing = expected.filter((line) => !warnings.some((warning) => saysTheSame(warning, line)));
  tell(life, 'tightAgenda', {
    told: `${expected.length - missing.length} av ${expected.length} väntade varningar`,
    faults: missing.flatMap((line) => unless(false, `varningen saknas: ${line}`)),
  });
}

const topics = ['samtal', 'paus', 'lunch', 'utvärdering', 'inledning'];

function saysTheSame(warning: string, line: string): boolean {
  const [said, meant] = [warning.toLowerCase(), line.toLowerCase()];
  const topic = topics.find((word) => meant.includes(word));
  if (topic === undefined || !said.includes(topic)) return false;
  return (meant.match(/\d+/g) ?? []).every((figure) => new RegExp(`(^|\\D)${figure}(\\D|$)`).test(said));
}
