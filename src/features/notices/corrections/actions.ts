import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import { recordAct } from '../acts/actions.ts';
import { queueMail, recordConfirmation } from '../actions.ts';
import { samePreview } from '../rules.ts';
import type { Preview } from '../types.ts';
import { correctionMailing, type Correcting } from './queries.ts';
import type { CorrectionRefusal } from './types.ts';

/** The notice's kind. */
export const correctionKind = 'correction';

/** puts right what has gone out, exactly as previewed, to those who got it. Can be stopped like everything else. */
export async function sendCorrection(
  tools: Tools,
  actor: Actor,
  correcting: Correcting,
  seen: Preview,
): Promise<Outcome<{ readonly recipientCount: number; readonly confirmationId: string }, CorrectionRefusal>> {
  const key = { tenantId: actor.tenantId, projectId: actor.projectId };
  return await tools.tx(async (work) => {
    const mailing = await correctionMailing(work, key, correcting);
    if (!mailing.ok) return mailing;
    const { letter, to, preview } = mailing.value;
    if (!samePreview(seen, preview)) return refused('previewChanged');
    const act = `correction:${correcting.confirmationId}`;
    const confirmationId = await recordConfirmation(work, tools, { ...key, act, preview, by: actor });
    for (const { personId, address, name } of to)
      await queueMail(work, tools, {
        ...key,
        kind: correctionKind,
        ...(personId === null ? {} : { personId }),
        // Of what was wrong and what is right: the same correction pressed twice is said once.
        version: `${correcting.confirmationId}:${address}:${preview.textVersion}`,
        to: { address, name },
        letter,
        grace: 'grace',
        confirmationId,
      });
    await recordAct(work, tools, key, {
      by: actor,
      act: 'correction.sent',
      details: { people: preview.recipientCount },
    });
    return done({ recipientCount: preview.recipientCount, confirmationId });
  });
}
