import type { ProjectKey } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Words } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { previewOf } from '../../notices/rules.ts';
import type { Letter, Preview } from '../../notices/types.ts';
import { organisationsOf, personOf, projectOf } from '../../planning/queries.ts';
import { tellingOf } from '../facts/queries.ts';
import { placesOf } from '../places/queries.ts';
import { withWhatRemains } from '../facts/rules.ts';
import { cancelledLetter, declinedLetter, placeLetter } from '../letters/registered.ts';
import { registrationRow } from '../store.ts';
import type { Decision, DecisionRefusal } from '../types.ts';

export interface DecisionPreview extends Preview {
  readonly to: string;
  readonly letter: Letter;
  /** What a place would go past: the limit of the organisation or of the whole project (INV-04). */
  readonly remark: Words | null;
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
  const remark = decision === 'approve' ? await overLimit(tools, key, person.organisationId) : null;
  return done({
    remark,
    ...previewOf({ texts: [letter.subject, letter.text], recipients: [person.email] }),
    to: person.email,
    letter,
  });
}

async function overLimit(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  organisationId: string | null,
): Promise<Words | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const places = await placesOf(tools, project);
  const full = [places.of(organisationId), places.project].find(({ max, taken }) => max !== null && taken >= max);
  if (full === undefined) return null;
  const { max, taken } = full;
  return {
    sv: `${taken} av ${max} platser är tagna. Med den här personen blir det ${taken + 1}.`,
    en: `${taken} of ${max} places are taken. This person makes it ${taken + 1}.`,
  };
}
