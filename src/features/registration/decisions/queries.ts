import type { ProjectKey } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Tools } from '../../../tools.ts';
import { previewOf } from '../../notices/rules.ts';
import type { Letter, Preview } from '../../notices/types.ts';
import { organisationsOf, personOf } from '../../planning/queries.ts';
import { tellingOf } from '../facts/queries.ts';
import { withWhatRemains } from '../facts/rules.ts';
import { cancelledLetter, declinedLetter, placeLetter } from '../letters/registered.ts';
import { registrationRow } from '../store.ts';
import type { Decision, DecisionRefusal } from '../types.ts';

export interface DecisionPreview extends Preview {
  readonly to: string;
  readonly letter: Letter;
}

/** The mail that a decision sends, with dots where the personal link will stand. */
export async function decisionPreview(
  tools: Pick<Tools, 'db' | 'settings' | 'clock'>,
  key: ProjectKey,
  { personId, decision }: { readonly personId: string; readonly decision: Decision },
): Promise<Outcome<DecisionPreview, DecisionRefusal>> {
  const [person, telling, row] = await Promise.all([
    personOf(tools, key, personId),
    tellingOf(tools, tools, key),
    registrationRow(tools.db, key, personId),
  ]);
  if (person === null || telling === null || row === undefined) return refused('notFound');
  const isWaiting = row.state === 'waitingList' || row.state === 'lateRequest';
  if (decision !== 'cancel' && !isWaiting) return refused('notWaiting');
  if (decision === 'cancel' && !isWaiting && row.state !== 'confirmed') return refused('notRegistered');
  const organisation = (await organisationsOf(tools, key)).find(({ id }) => id === person.organisationId);
  const write = { approve: placeLetter, decline: declinedLetter, cancel: cancelledLetter }[decision];
  const letter = write(withWhatRemains(telling, tools.clock.now()), {
    ...person,
    organisation: organisation?.name ?? person.unit ?? '',
    ownPageUrl: `${telling.publicUrl}/min/…`,
    language: 'sv',
  });
  return done({
    ...previewOf({ texts: [letter.subject, letter.text], recipients: [person.email] }),
    to: person.email,
    letter,
  });
}
