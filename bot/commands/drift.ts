import { say as sayIn } from '../../src/domain/words.ts';
import { previewDrift, settleDrift } from '../../src/features/meetings/drift/actions.ts';
import { driftRefusals, type DriftRefusal, type DriftSide } from '../../src/features/meetings/drift/types.ts';
import { sessionOf } from '../../src/features/planning/queries.ts';
import { planRefusals } from '../../src/features/planning/rules.ts';
import type { Session } from '../../src/features/planning/types.ts';
import type { Refused } from '../../src/domain/outcome.ts';
import type { CardAction } from '../activities.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { text } from '../cards/parts.ts';
import { say, showAll, type Button, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { fieldOf, seenOn } from './seen.ts';

const refusals = { ...planRefusals, ...driftRefusals };

function no(turn: Turn, { reason, details }: Refused<DriftRefusal>): string {
  return sayIn(refusals[reason], turn.language, details);
}

function sideOn(pressed: CardAction): DriftSide | undefined {
  const side = fieldOf(pressed, 'side');
  return side === 'plan' || side === 'outlook' ? side : undefined;
}

async function asked(turn: Turn, pressed: CardAction): Promise<{ session: Session; side: DriftSide } | undefined> {
  const session = await sessionOf(turn.tools, turn.project, fieldOf(pressed, 'session'));
  const side = sideOn(pressed);
  return session === null || side === undefined ? undefined : { session, side };
}

/** Somebody has changed a meeting in Outlook: what the chosen side would do, and then a yes. */
async function preview(turn: Turn, pressed: CardAction, notice?: string): Promise<Reply> {
  const { language, tools, actor, project } = turn;
  const wish = await asked(turn, pressed);
  if (wish === undefined) return say(wording[language].stale);
  const { session, side } = wish;
  const shown = await previewDrift(tools, actor, { sessionId: session.id, side });
  if (!shown.ok) return say(no(turn, shown));
  const words = wording[language].drift;
  return showAll(
    previewCard(
      {
        title: words.title(session.number, side),
        ...(notice === undefined ? {} : { notice }),
        shown: shown.value,
        body: shown.value.lines.map((line) => text(line[language])),
        confirm: {
          title: words.confirm(side),
          verb: 'drift!confirm',
          data: { project: project.projectId, session: session.id, side },
        },
        url: turn.tabUrl('sessions', { sessionId: session.id }),
      },
      language,
    ),
  );
}

async function confirm(turn: Turn, pressed: CardAction): Promise<Reply> {
  const { language, tools, actor } = turn;
  const wish = await asked(turn, pressed);
  const seen = seenOn(pressed);
  if (wish === undefined || seen === undefined) return say(wording[language].stale);
  const { session, side } = wish;
  const settled = await settleDrift(tools, actor, { sessionId: session.id, side, confirm: seen });
  if (!settled.ok && settled.reason === 'previewChanged') return preview(turn, pressed, no(turn, settled));
  if (!settled.ok) return say(no(turn, settled));
  const words = wording[language].drift;
  const url = turn.tabUrl('sessions', { sessionId: session.id });
  return showAll(resultCard({ title: words.title(session.number, side), lines: [words.done(side)], url }, language));
}

export const driftButtons: readonly Button[] = [
  {
    verb: 'drift!preview',
    shows: true,
    act: 'meetings.reconcile',
    where: 'planning',
    press: (turn, pressed) => preview(turn, pressed),
  },
  { verb: 'drift!confirm', act: 'meetings.reconcile', where: 'planning', press: confirm },
];
