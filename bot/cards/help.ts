import type { Language } from '../../src/domain/words.ts';
import { wording } from '../wording.ts';
import { bullets, card, press, subtle, text, type CardPost } from './parts.ts';

/** One thing that one can ask, as help shows it, and the command that a button runs. */
export interface HelpLine {
  readonly command: string;
  readonly utterance: string;
  readonly title: string;
  readonly about: string;
}

/** What the bot can do for the one who asks; the first lines also as buttons. */
export function helpCard(lines: readonly HelpLine[], isPlanner: boolean, language: Language): CardPost {
  const words = wording[language].help;
  return card({
    language,
    title: words.title,
    body: [
      text(isPlanner ? words.intro : words.participantIntro),
      ...bullets(lines.map((line) => `**${line.utterance}** – ${line.about}`)),
      ...(isPlanner ? [subtle(words.promise)] : []),
      subtle(words.shared),
    ],
    actions: lines
      .slice(0, 4)
      .map((line) => press({ title: line.title, verb: 'command', data: { command: line.command } })),
  });
}
