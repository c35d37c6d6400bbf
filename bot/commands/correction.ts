import { say as sayIn } from '../../src/domain/words.ts';
import { sendCorrection } from '../../src/features/notices/corrections/actions.ts';
import { canCorrect, previewCorrection } from '../../src/features/notices/corrections/queries.ts';
import { correctionRefusals, longestCorrection } from '../../src/features/notices/corrections/types.ts';
import { deliveryOf } from '../../src/features/notices/confirmations/queries.ts';
import { noticeLog } from '../../src/features/notices/queries.ts';
import type { CardAction } from '../activities.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { subtle, text, write } from '../cards/parts.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { isDietaryStatement } from '../understand/dietary.ts';
import { spoken } from '../understand/tokens.ts';
import { wording } from '../wording.ts';
import { goingOut } from './going.ts';
import { fieldOf, seenOn } from './seen.ts';

/** "Förbered en rättelse": of what went out last. The lead writes what holds, reads it as it would go out, and says yes. */
export const correctionCommand: Command = {
  id: 'correction.prepare',
  act: 'notices.send',
  where: 'planning',
  utterances: { sv: ['förbered en rättelse'], en: ['prepare a correction'] },
  ways: ['rattelse|korrigering|=correction|erratum'],
  async run(turn) {
    const { confirmations } = await noticeLog(turn.tools, turn.project, turn.language);
    for (const { id, stoppedAt } of confirmations) {
      if (stoppedAt === null && (await canCorrect(turn.tools, turn.project, id))) return writing(turn, id);
    }
    return say(wording[turn.language].correction.nothing);
  },
};

const field = 'correction';

async function writing(turn: Turn, confirmation: string, notice?: string): Promise<Reply> {
  const { tools, project, language } = turn;
  const words = wording[language];
  const { sent } = await deliveryOf(tools, project, confirmation);
  if (sent === 0) return say(words.correction.nothing);
  return showAll(
    resultCard(
      {
        title: words.correction.title,
        lines: [...(notice === undefined ? [] : [notice]), words.correction.whom(sent)],
        body: [
          write({
            id: field,
            label: words.correction.label,
            example: words.correction.example,
            longest: longestCorrection,
            errorMessage: words.evaluation.tooLong(longestCorrection),
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

async function preview(turn: Turn, pressed: CardAction, notice?: string): Promise<Reply> {
  const { tools, project, language } = turn;
  const words = wording[language];
  const confirmationId = fieldOf(pressed, 'confirmation');
  const written = fieldOf(pressed, field);
  if (isDietaryStatement(spoken(written))) return say(words.correction.dietary);
  const previewed = await previewCorrection(tools, project, { confirmationId, text: written });
  if (!previewed.ok) return say(sayIn(correctionRefusals[previewed.reason], language, previewed.details));
  const { subject, text: letter, ...shown } = previewed.value;
  return showAll(
    previewCard(
      {
        title: words.correction.title,
        ...(notice === undefined ? {} : { notice }),
        shown,
        body: [
          text(words.sessionInfo.who(shown.recipientCount)),
          subtle(words.mailSubject(subject)),
          ...letter.split(/\n{2,}/).map(text),
        ],
        confirm: {
          title: words.sessionInfo.send,
          verb: 'correction.prepare!send',
          data: { project: project.projectId, confirmation: confirmationId, [field]: written },
        },
        others: [
          {
            title: words.sessionInfo.change,
            verb: 'correction.prepare!write',
            data: { project: project.projectId, confirmation: confirmationId },
          },
        ],
      },
      language,
    ),
  );
}

async function send(turn: Turn, pressed: CardAction): Promise<Reply> {
  const { tools, actor, language } = turn;
  const words = wording[language];
  const seen = seenOn(pressed);
  if (seen === undefined) return say(words.stale);
  const correcting = { confirmationId: fieldOf(pressed, 'confirmation'), text: fieldOf(pressed, field) };
  const sent = await sendCorrection(tools, actor, correcting, seen);
  if (!sent.ok) {
    const why = sayIn(correctionRefusals[sent.reason], language, sent.details);
    return sent.reason === 'previewChanged' ? preview(turn, pressed, why) : say(why);
  }
  return goingOut(turn, pressed, {
    what: 'correction.prepare',
    title: words.correction.title,
    page: 'notices',
    ...sent.value,
  });
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
          { title: words.leave, verb: 'cancel' },
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
  { verb: 'correction.prepare!preview', shows: true, act: 'notices.send', where: 'planning', press: preview },
  { verb: 'correction.prepare!send', act: 'notices.send', where: 'planning', press: send },
];
