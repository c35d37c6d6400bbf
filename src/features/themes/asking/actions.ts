import type { PersonId } from '../../../domain/ids.ts';
import { canReach } from '../../../domain/reach.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import { openChats } from '../../conversations/actions.ts';
import { queuePost, recordConfirmation } from '../../notices/actions.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { samePreview } from '../../notices/rules.ts';
import type { Preview } from '../../notices/types.ts';
import { joinByAddress } from '../../planning/identity/actions.ts';
import { peopleOf } from '../../planning/queries.ts';
import { steeringLetter } from '../letters/steering.ts';
import { versionOfProposals } from '../rules.ts';
import { lockProject } from '../store.ts';
import { askingOf, type Asking } from './queries.ts';
import { askedOf } from './store.ts';
import type { AskingPreview, AskingRefusal, SteeringCard } from './types.ts';

/** What the steering group would be asked, and who. Changes nothing. */
export async function previewAsking(tools: Tools, actor: Actor): Promise<Outcome<AskingPreview, AskingRefusal>> {
  const asking = await askingOf(tools, actor);
  return asking.ok ? done(asking.value.preview) : asking;
}

/**
 * THM-04, X-02: asks everybody of the steering group to decide, exactly as it was seen, after a grace in which it can be
 * stopped: by a card that is answered where it stands, and by mail to those without a chat with the bot.
 */
export async function askSteering(
  tools: Tools,
  actor: Actor,
  { seen, card }: { readonly seen: Preview; readonly card: SteeringCard },
): Promise<Outcome<{ readonly confirmationId: string }, AskingRefusal>> {
  const shown = await askingOf(tools, actor);
  if (!shown.ok) return shown;
  // Nothing outside is touched for a yes to something else.
  if (!samePreview(shown.value.preview, seen)) return refused('previewChanged');
  await openChats(tools, actor, await reachable(tools, actor, shown.value));
  return await tools.tx(async (work): Promise<Outcome<{ readonly confirmationId: string }, AskingRefusal>> => {
    await lockProject(work.db, actor);
    const reader = { ...tools, db: work.db };
    const asking = await askingOf(reader, actor);
    if (!asking.ok) return asking;
    const { project, view, language, steering, lead, url, preview } = asking.value;
    if ((await askedOf(reader, actor))?.isWaiting === true) return refused('isWaiting');
    if (!samePreview(preview, seen)) return refused('previewChanged');
    const { tenantId, projectId } = actor;
    const by = { personId: actor.personId, name: actor.name };
    const confirmationId = await recordConfirmation(work, tools, {
      tenantId,
      projectId,
      act: 'theme.asked',
      preview,
      by,
    });
    const version = versionOfProposals(view.proposals);
    // They answer by their own role, whoever asked.
    const post = card({ ...view, way: 'answer' }, { projectId, projectTitle: project.title, url, version }, language);
    for (const { id, displayName, givenName, email } of steering)
      await queuePost(work, tools, {
        tenantId,
        projectId,
        kind: 'theme.asked',
        personId: id,
        version: confirmationId,
        place: 'personalChat',
        post,
        grace: 'grace',
        confirmationId,
        orMail: {
          to: { name: displayName, address: email },
          letter: steeringLetter({ view, projectTitle: project.title, lead, url, givenName }, language),
        },
      });
    await recordAct(work, tools, actor, { by, act: 'theme.asked', details: { count: steering.length } });
    return done({ confirmationId });
  });
}

/** Those of the steering group whom a chat of their own reaches, after they have been looked for in the directory. */
async function reachable(
  tools: Tools,
  actor: Actor,
  { steering }: Pick<Asking, 'steering'>,
): Promise<readonly { readonly personId: PersonId; readonly oid: string }[]> {
  const unknown = steering.filter(({ oid }) => oid === null).map(({ email }) => email);
  await joinByAddress(tools, actor.tenantId, unknown);
  const asked = new Set(steering.map(({ id }) => id));
  return (await peopleOf(tools, actor)).flatMap(({ id, oid, accountType }) =>
    asked.has(id) && oid !== null && canReach(accountType, 'personalChat') ? [{ personId: id, oid }] : [],
  );
}
