import type { Actor } from '../../../domain/people.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import { languageOf } from '../../../domain/words.ts';
import type { Tools, Work } from '../../../tools.ts';
import { queuePost } from '../../notices/actions.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { projectOf } from '../../planning/queries.ts';
import { declinedAllText } from '../letters/declined.ts';
import { keyOf } from '../rules.ts';
import { changeRegistration, registrationRow } from '../store.ts';
import type { DecisionRefusal } from '../types.ts';
import { whoDeclinedAll } from './queries.ts';

/**
 * somebody who has said no to every session that is left is still registered. The planning chat is asked about it once
 * per person, with a count; the names are in the tab.
 */
export async function askAboutDeclined(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock' | 'settings'>,
  key: ProjectKey,
): Promise<void> {
  const fresh = (await whoDeclinedAll({ db: work.db, clock: tools.clock }, key)).filter(({ state }) => state === null);
  if (fresh.length === 0) return;
  for (const { personId } of fresh)
    await changeRegistration(work.db, { ...keyOf(key), personId }, { declined_all: 'asked' });
  const language = languageOf((await projectOf(work, key))?.language);
  await queuePost(work, tools, {
    ...keyOf(key),
    kind: 'registration.declinedAll',
    version: fresh.map(({ personId }) => personId).join(' '),
    place: 'planningChat',
    post: { text: declinedAllText(fresh.length, language) },
    orMail: 'toLead',
    grace: 'none',
    confirmationId: null,
  });
}

/** They keep their place; nobody asks again. */
export async function keepDeclined(
  tools: Tools,
  actor: Actor,
  personId: string,
): Promise<Outcome<null, Extract<DecisionRefusal, 'notRegistered'>>> {
  return await tools.tx(async (work) => {
    const row = await registrationRow(work.db, actor, personId);
    if (row?.state !== 'confirmed') return refused('notRegistered');
    await changeRegistration(work.db, { ...keyOf(actor), personId }, { declined_all: 'stays' });
    await recordAct(work, tools, actor, { by: actor, act: 'registration.stays', subject: personId });
    return done(null);
  });
}
