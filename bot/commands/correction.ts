import { say as sayIn } from '../../src/domain/words.ts';
import { writeOwnWords } from '../../src/features/mailings/actions.ts';
import { correctable } from '../../src/features/mailings/correction/rules.ts';
import { mailingId } from '../../src/features/mailings/rules.ts';
import { longestWords, wordsRefusals, type MailingId } from '../../src/features/mailings/types.ts';
import { noticeLog } from '../../src/features/notices/queries.ts';
import type { CardAction } from '../activities.ts';
import { resultCard } from '../cards/confirm.ts';
import { write } from '../cards/parts.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { isDietaryStatement } from '../understand/dietary.ts';
import { spoken } from '../understand/tokens.ts';
import { wording } from '../wording.ts';
import { previewInChat, sendFromChat, type ChatMailing } from './mailing.ts';
import { fieldOf } from './seen.ts';

/**
 * "Förbered en rättelse": of what went out last. The lead writes what holds, reads it as it would go out, and says yes.
 * The letter is the tab's own, so a draft begun in one place is gone on with in the other.
 */
export const correctionCommand: Command = {
  id: 'correction.prepare',
  act: 'notices.send',
  where: 'planning',
  utterances: { sv: ['förbered en rättelse'], en: ['prepare a correction'] },
  ways: ['rattelse|korrigering|=correction|erratum'],
  async run(turn) {
    const { confirmations, notices } = await noticeLog(turn.tools, turn.project, turn.language);
    const latest = confirmations.find(({ id, stoppedAt }) => stoppedAt === null && correctable(notices, id).length > 0);
    return latest === undefined ? say(wording[turn.language].correction.nothing) : writing(turn, latest.id);
  },
};

const field = 'correction';

/** Whether a correction could reach anybody: something went out by mail under this yes. */
export async function canCorrect({ tools, project, language }: Turn, confirmation: string): Promise<boolean> {
  return correctable((await noticeLog(tools, project, language)).notices, confirmation).length > 0;
}

async function writing(turn: Turn, confirmation: string): Promise<Reply> {
  const { tools, project, language } = turn;
  const words = wording[language];
  const sent = correctable((await noticeLog(tools, project, language)).notices, confirmation).length;
  if (sent === 0) return say(words.correction.nothing);
  return showAll(
    resultCard(
      {
        title: words.correction.title,
        lines: [words.correction.whom(sent)],
        body: [
          write({
            id: field,
            label: words.correction.label,
            example: words.correction.example,
            longest: longestWords,
            errorMessage: words.evaluation.tooLong(longestWords),
          }),
        ],
        actions: [
          {
            title: words.correction.preview,
            verb: 'correction.prepare!preview',
            style: 'positive',
            withInputs: true,
            data: { project: project.projectId, confirmation },
          },
          { title: words.cancel, verb: 'cancel' },
        ],
      },
      language,
    ),
  );
}

async function preview(turn: Turn, pressed: CardAction): Promise<Reply> {
  const { tools, actor, language } = turn;
  const words = wording[language];
  const confirmation = fieldOf(pressed, 'confirmation');
  const written = fieldOf(pressed, field).trim();
  if (written === '') return say(words.correction.empty);
  if (written.length > longestWords) return say(words.evaluation.tooLong(longestWords));
  if (isDietaryStatement(spoken(written))) return say(words.correction.dietary);
  const kept = await writeOwnWords(tools, actor, idOf(confirmation), {
    slot: 'own',
    sv: '',
    en: '',
    [language]: written,
  });
  if (!kept.ok) return say(sayIn(wordsRefusals[kept.reason], language));
  return previewInChat(turn, mailingOf(turn, confirmation));
}

function idOf(confirmation: string): MailingId {
  return mailingId({ template: 'correction', subject: confirmation });
}

function mailingOf(turn: Turn, confirmation: string): ChatMailing {
  return {
    id: idOf(confirmation),
    what: 'correction.prepare',
    title: wording[turn.language].correction.title,
    data: { confirmation },
    url: turn.tabUrl('notices'),
    change: 'correction.prepare!write',
  };
}

/** What went out cannot be taken back; with a yes, in words too, it is put right. */
export function correctionOffer(turn: Turn, gone: string, confirmationId: string): Reply {
  const { project, language } = turn;
  const words = wording[language].correction;
  const data = { project: project.projectId, confirmation: confirmationId };
  return show(
    resultCard(
      {
        title: `${gone} ${words.offer}`,
        lines: [],
        asks: { kind: 'offer', verb: 'correction.prepare!write', data },
        actions: [
          { title: words.prepare, verb: 'correction.prepare!write', data },
          { title: words.leave, verb: 'cancel', data: { leave: true } },
        ],
      },
      language,
    ),
  );
}

export const correctionButtons: readonly Button[] = [
  {
    verb: 'correction.prepare!write',
    shows: true,
    act: 'notices.send',
    where: 'planning',
    press: (turn, pressed) => writing(turn, fieldOf(pressed, 'confirmation')),
  },
  // Keeps the draft that it shows; the same words once more change nothing.
  { verb: 'correction.prepare!preview', shows: true, act: 'notices.send', where: 'planning', press: preview },
  {
    verb: 'correction.prepare!send',
    act: 'notices.send',
    where: 'planning',
    press: (turn, pressed) => sendFromChat(turn, pressed, mailingOf(turn, fieldOf(pressed, 'confirmation'))),
  },
];
