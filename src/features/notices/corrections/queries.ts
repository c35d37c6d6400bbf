import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import { dayMonthTime } from '../../../domain/swedish-text.ts';
import { languageOf } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { personOf, projectOf } from '../../planning/queries.ts';
import { noticesUnder, type NoticeUnder } from '../confirmations/store.ts';
import { correctionLetter } from '../letters/correction.ts';
import { previewOf } from '../rules.ts';
import type { Letter } from '../types.ts';
import { longestCorrection, type CorrectionPreview, type CorrectionRefusal } from './types.ts';

export interface Correcting {
  /** The yes that what was wrong went out under. */
  readonly confirmationId: string;
  /** What holds instead. */
  readonly text: string;
}

export interface CorrectionMailing {
  readonly letter: Letter;
  readonly to: readonly { readonly personId: string | null; readonly address: string; readonly name: string }[];
  readonly preview: CorrectionPreview;
}

/** The correction as it would go out, to those who got the mail that was wrong and to nobody else. */
export async function correctionMailing(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  { confirmationId, text }: Correcting,
): Promise<Outcome<CorrectionMailing, CorrectionRefusal>> {
  const project = await projectOf(tools, key);
  if (project === null || project.state === 'dormant') return refused('dormant');
  const sent = (await noticesUnder(tools.db, key, confirmationId)).filter(hasReachedSomebody);
  const [first] = sent;
  if (first === undefined) return refused('nothingSent');
  const written = text.trim();
  if (written === '') return refused('noText');
  if (written.length > longestCorrection) return refused('tooLong');
  const language = languageOf(project.language);
  const contact = project.contactPersonId === null ? null : await personOf(tools, key, project.contactPersonId);
  const at = Temporal.Instant.fromEpochMilliseconds((first.sent_at ?? new Date(0)).getTime());
  const letter = correctionLetter(
    {
      subject: typeof first.content['subject'] === 'string' ? first.content['subject'] : project.title,
      sentAt: dayMonthTime(at, project.timeZone, language),
      text: written,
      sender: contact?.displayName ?? 'Dalalab',
    },
    language,
  );
  const to = new Map(
    sent.map(({ person_id, recipient_address, recipient_name }) => [
      recipient_address ?? '',
      { personId: person_id, address: recipient_address ?? '', name: recipient_name ?? '' },
    ]),
  );
  const preview = previewOf({ texts: [letter.subject, letter.text], recipients: [...to.keys()] });
  return done({
    letter,
    to: [...to.values()],
    preview: { ...preview, subject: letter.subject, text: letter.text },
  });
}

function hasReachedSomebody({ state, channel, recipient_address: address }: NoticeUnder): boolean {
  return state === 'sent' && channel === 'mail' && address !== null;
}

/** Whether a correction could reach anybody: something went out by mail under this yes. */
export async function canCorrect(tools: Pick<Tools, 'db'>, key: ProjectKey, confirmationId: string): Promise<boolean> {
  return (await noticesUnder(tools.db, key, confirmationId)).some(hasReachedSomebody);
}

/** To read before the yes. */
export async function previewCorrection(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  correcting: Correcting,
): Promise<Outcome<CorrectionPreview, CorrectionRefusal>> {
  const mailing = await correctionMailing(tools, key, correcting);
  return mailing.ok ? done(mailing.value.preview) : mailing;
}
