import { say as sayIn } from '../../src/domain/words.ts';
import type { FollowUpWhat } from '../../src/features/conversations/types.ts';
import { sendMailing } from '../../src/features/mailings/actions.ts';
import { letterInCommon, previewMailing } from '../../src/features/mailings/queries.ts';
import { mailingRefusals, type MailingId, type MailingRefusal } from '../../src/features/mailings/types.ts';
import type { CardAction } from '../activities.ts';
import { previewCard } from '../cards/confirm.ts';
import { subtle, text } from '../cards/parts.ts';
import { wayForwardCard } from '../cards/plain.ts';
import { say, show, showAll, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { goingOut } from './going.ts';
import { seenOn } from './seen.ts';

/** A letter that a command sends. */
export interface ChatMailing {
  readonly id: MailingId;
  readonly what: Extract<FollowUpWhat, 'sessionInfo.preview' | 'registration.missing' | 'correction.prepare'>;
  readonly title: string;
  /** What the button carries back beside the project and what was seen. */
  readonly data: Readonly<Record<string, string>>;
  /** Where what is missing is mended. */
  readonly url: string;
  /** The button of the chat that writes it anew, where it is not written in the tab. */
  readonly change?: string;
  /** Said above the letter. */
  readonly lines?: readonly string[];
}

/** Refusals that are mended in the tab. */
const mendedInTab: readonly MailingRefusal[] = ['incomplete', 'allTold', 'dormant', 'nobody'];

/** the letter as its first recipient reads it, to how many it goes, and the button that sends just that. */
export async function previewInChat(turn: Turn, mailing: ChatMailing, notice?: string): Promise<Reply> {
  const { tools, project, language } = turn;
  const words = wording[language].sessionInfo;
  const { title, lines = [] } = mailing;
  const previewed = await previewMailing(tools, project, mailing.id, { language });
  if (!previewed.ok) {
    const why = sayIn(mailingRefusals[previewed.reason], language, previewed.details);
    if (!mendedInTab.includes(previewed.reason)) return say([...lines, why].join(' '));
    const url = { title: words.fixInTab, href: mailing.url };
    return show(wayForwardCard({ title, lines: [...lines, why], url }, language));
  }
  const { textVersion, recipientCount, selected } = previewed.value;
  const data = { ...mailing.data, project: project.projectId };
  const letter = await letterInCommon(tools, project, mailing.id, selected[0] ?? '');
  if (!letter.ok) return say(sayIn(mailingRefusals[letter.reason], language, letter.details));
  const { subject, text: body } = letter.value;
  return showAll(
    previewCard(
      {
        title,
        ...(notice === undefined ? {} : { notice }),
        shown: { textVersion, recipientCount },
        body: [
          ...lines.map((line) => text(line)),
          text(words.who(recipientCount)),
          subtle(wording[language].mailSubject(subject)),
        ],
        confirm: {
          title: words.send,
          verb: `${mailing.what}!send`,
          data,
        },
        texts: [{ title: subject, text: body }],
        ...(mailing.change === undefined
          ? { url: mailing.url, urlTitle: words.change }
          : { url: mailing.url, others: [{ title: words.change, verb: mailing.change, data }] }),
      },
      language,
    ),
  );
}

/** Sends what was seen, after the time in which it can be stopped. Anything that has changed since comes as a new preview. */
export async function sendFromChat(turn: Turn, pressed: CardAction, mailing: ChatMailing): Promise<Reply> {
  const seen = seenOn(pressed);
  if (seen === undefined) return say(wording[turn.language].stale);
  const sent = await sendMailing(turn.tools, turn.actor, mailing.id, seen);
  if (!sent.ok) {
    const why = sayIn(mailingRefusals[sent.reason], turn.language, sent.details);
    return sent.reason === 'previewChanged' ? previewInChat(turn, mailing, why) : say(why);
  }
  const { recipientCount, confirmationId } = sent.value;
  return goingOut(turn, pressed, {
    ...{ what: mailing.what, title: mailing.title, page: 'notices' },
    ...{ recipientCount, confirmationId },
  });
}
