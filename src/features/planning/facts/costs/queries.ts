import type { ProjectKey } from '../../../../domain/ids.ts';
import type { CostFacts, SessionFacts } from '../../../../guideline/facts.ts';
import type { Tools } from '../../../../tools.ts';
import { readCosts } from '../../../costs/block/rules.ts';
import { lineFacts } from '../../../costs/rules.ts';
import { eatersFrom } from '../../../registration/eating/rules.ts';
import type { Project, Speaker } from '../../types.ts';
import { declinedFacts, extraHeadFacts, guestFacts } from '../store.ts';

interface Known {
  readonly project: Project;
  readonly speakers: readonly Speaker[];
  readonly sessions: readonly SessionFacts[];
  /** Ids of people whose registration is confirmed. */
  readonly confirmed: ReadonlySet<string>;
  /** Nobody can register any more. */
  readonly isClosed: boolean;
}

/** The budget as the rules see it (CST-01, CST-03). Who eats is counted only where a price asks for it. */
export async function costFacts(tools: Pick<Tools, 'db'>, known: Known): Promise<CostFacts | undefined> {
  const lines = lineFacts(readCosts(known.project.blocks));
  const speakerFees = known.speakers.reduce((sum, { costSek }) => sum + (costSek ?? 0) * 100, 0);
  if (lines.length === 0 && speakerFees === 0) return undefined;
  const isPriced = lines.some(({ perPortion }) => perPortion !== undefined);
  return { lines, speakerFees, portions: isPriced ? await portions(tools, known) : {} };
}

/**
 * Who eats at each session that is held in a room, as the kitchen counts them. While people can still register it is the
 * most that may come.
 */
async function portions(
  tools: Pick<Tools, 'db'>,
  { project, sessions, confirmed, isClosed }: Known,
): Promise<CostFacts['portions']> {
  const key: ProjectKey = project;
  const extra = new Map((await extraHeadFacts(tools, key)).map((row) => [row.session_id, row.extra_heads]));
  const [declined, guests] = [await declinedFacts(tools, key), await guestFacts(tools, key)];
  const eating = (id: string): number =>
    eatersFrom({
      confirmed,
      declined: new Set(declined.filter((row) => row.session_id === id).map((row) => row.person_id)),
      guests: guests
        .filter((row) => row.session_id === id)
        .map(({ host_person_id: hostId, kind }) => ({ hostId, kind })),
    }).portions;
  const most = isClosed ? null : project.maxTotal;
  return Object.fromEntries(
    sessions
      .filter(({ cancelled, format }) => !cancelled && format !== 'remote')
      .map(({ id, onSiteLeaders }) => [id, (most ?? eating(id)) + onSiteLeaders + (extra.get(id) ?? 0)]),
  );
}
