import { say as sayIn } from '../../src/domain/words.ts';
import { localDateOf } from '../../src/domain/local-date.ts';
import { sessionOf, sessionsOf } from '../../src/features/planning/queries.ts';
import type { Session } from '../../src/features/planning/types.ts';
import { sendInfo } from '../../src/features/sessions/actions.ts';
import { previewInfo } from '../../src/features/sessions/info/queries.ts';
import { nextOf } from '../../src/features/sessions/rules.ts';
import { infoRefusals, type InfoRefusal } from '../../src/features/sessions/types.ts';
import { previewCard } from '../cards/confirm.ts';
import { subtle, text } from '../cards/parts.ts';
import { wayForwardCard } from '../cards/plain.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { goingOut } from './going.ts';
import { fieldOf, seenOn } from './seen.ts';
import { whichSession } from './which-session.ts';

/** INF-01 "Skicka infon inför träff 2": the letter, to how many, and then a yes that can be stopped. */
export const infoCommand: Command = {
  id: 'sessionInfo.preview',
  act: 'notices.send',
  where: 'planning',
  utterances: { sv: ['skicka infon inför träff 3'], en: ['send the info for session 3'] },
  ways: [
    'skicka|send|visa|show + =info|=infon|information|utskick',
    '=info|=infon|information + @session',
    'skicka|send + =info|=infon|information + @session',
  ],
  async run(turn) {
    const { tools, project } = turn;
    const sessions = await sessionsOf(tools, project);
    const live = sessions.filter(({ cancelled }) => !cancelled);
    const usual = nextOf(live, localDateOf(tools.clock.now(), project.timeZone));
    const chosen = whichSession(turn, { sessions, usual, command: 'sessionInfo.preview' });
    return 'reply' in chosen ? chosen.reply : preview(turn, chosen.session);
  },
};

/** Refusals that are mended where the session is written. */
const mendedInTab: readonly InfoRefusal[] = ['noDate', 'noAgenda', 'noPreparation', 'allTold', 'dormant'];

async function preview(turn: Turn, session: Session, notice?: string): Promise<Reply> {
  const { tools, project, language } = turn;
  const words = wording[language].sessionInfo;
  const previewed = await previewInfo(tools, project, session.id);
  const title = words.title(session.number);
  if (!previewed.ok) {
    const why = sayIn(infoRefusals[previewed.reason], language, previewed.details);
    if (!mendedInTab.includes(previewed.reason)) return say(why);
    const url = {
      title: words.fixInTab,
      href: turn.tabUrl('sessions', { sessionId: session.id, part: 'information' }),
    };
    return show(wayForwardCard({ title, lines: [why], url }, language));
  }
  const { subject, text: letter, ...shown } = previewed.value;
  return showAll(
    previewCard(
      {
        title,
        ...(notice === undefined ? {} : { notice }),
        shown,
        body: [text(words.who(shown.recipientCount)), subtle(wording[language].mailSubject(subject))],
        confirm: {
          title: words.send,
          verb: 'sessionInfo.preview!send',
          data: { project: project.projectId, session: session.id },
        },
        texts: [{ title: subject, text: letter }],
        url: turn.tabUrl('sessions', { sessionId: session.id, part: 'information' }),
        urlTitle: words.change,
      },
      language,
    ),
  );
}

export const infoButtons: readonly Button[] = [
  {
    verb: 'sessionInfo.preview!send',
    act: 'notices.send',
    where: 'planning',
    async press(turn, pressed) {
      const words = wording[turn.language];
      const seen = seenOn(pressed);
      const session = await sessionOf(turn.tools, turn.project, fieldOf(pressed, 'session'));
      if (seen === undefined || session === null) return say(words.stale);
      const sent = await sendInfo(turn.tools, turn.actor, session.id, seen);
      if (!sent.ok) {
        const why = sayIn(infoRefusals[sent.reason], turn.language, sent.details);
        return sent.reason === 'previewChanged' ? preview(turn, session, why) : say(why);
      }
      return goingOut(turn, pressed, {
        what: 'sessionInfo.preview',
        title: words.sessionInfo.title(session.number),
        page: 'notices',
        ...sent.value,
      });
    },
  },
];
