import { say as sayIn } from '../../src/domain/words.ts';
import { askSteering, previewAsking } from '../../src/features/themes/asking/actions.ts';
import { askingRefusals, type AskingRefusal } from '../../src/features/themes/asking/types.ts';
import type { CardAction } from '../activities.ts';
import { previewCard } from '../cards/confirm.ts';
import { text, type CardPost } from '../cards/parts.ts';
import { decideThemeCard } from '../cards/themes.ts';
import { commandTitles } from '../command-ids.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { themeTalk } from '../wording/themes.ts';
import { goingOut } from './going.ts';
import { seenOn } from './seen.ts';

/** "Fråga styrgruppen": the question as it would go out and to how many; the yes sends it after the grace. */
export const askSteeringCommand: Command = {
  id: 'theme.ask',
  act: 'notices.send',
  where: 'planning',
  utterances: { sv: ['fråga styrgruppen'], en: ['ask the steering group'] },
  ways: ['=fraga|=fragar|=be|=ask|=skicka|=send + styrgrupp|steering'],
  async run(turn) {
    const face = await preview(turn);
    return typeof face === 'string' ? say(face) : show(face);
  },
};

/** The card, or why nobody can be asked. */
async function preview(turn: Turn, notice?: string): Promise<CardPost | string> {
  const { tools, actor, project, language } = turn;
  const words = themeTalk[language];
  const asking = await previewAsking(tools, actor);
  if (!asking.ok) return sayIn(askingRefusals[asking.reason], language, asking.details);
  const { subject, text: letter, ...shown } = asking.value;
  return previewCard(
    {
      title: commandTitles['theme.ask'][language],
      ...(notice === undefined ? {} : { notice }),
      shown,
      body: [text(words.askWho(shown.recipientCount)), text(words.askHow)],
      texts: [{ title: subject, text: letter }],
      confirm: { title: words.ask, verb: 'theme.ask!send', data: { project: project.projectId } },
      url: turn.tabUrl('themes'),
    },
    language,
  );
}

async function send(turn: Turn, pressed: CardAction): Promise<Reply> {
  const { tools, actor, language } = turn;
  const seen = seenOn(pressed);
  if (seen === undefined) return say(wording[language].stale);
  const asked = await askSteering(tools, actor, { seen, card: decideThemeCard });
  if (!asked.ok) return refusal(turn, asked.reason, asked.details);
  return goingOut(turn, pressed, {
    what: 'theme.ask',
    title: commandTitles['theme.ask'][language],
    recipientCount: seen.recipientCount,
    confirmationId: asked.value.confirmationId,
    page: 'themes',
  });
}

/** A changed question comes again with what changed; any other refusal is told to the one who pressed. */
async function refusal(turn: Turn, reason: AskingRefusal, details: Parameters<typeof sayIn>[2]): Promise<Reply> {
  const why = sayIn(askingRefusals[reason], turn.language, details);
  if (reason !== 'previewChanged') return say(why);
  const again = await preview(turn, why);
  return typeof again === 'string' ? say(again) : showAll(again);
}

export const askSteeringButtons: readonly Button[] = [
  { verb: 'theme.ask!send', act: 'notices.send', where: 'planning', press: send },
];
