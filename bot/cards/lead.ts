import type { Language } from '../../src/domain/words.ts';
import { commandTitles, type CommandId } from '../command-ids.ts';
import { wording } from '../wording.ts';
import { card, open, press, text, type CardPost } from './parts.ts';

/** What somebody asks of the content lead. The first button runs it as the lead: preview first, as always. */
export function leadAskedCard(
  data: {
    readonly projectId: string;
    readonly command: CommandId;
    readonly text: string;
    readonly line: string;
    readonly url: string;
  },
  language: Language,
): CardPost {
  const words = wording[language];
  return card({
    language,
    title: words.leadAsked,
    summary: data.line,
    body: [text(data.line)],
    actions: [
      press({
        title: commandTitles[data.command][language],
        verb: 'command',
        data: { project: data.projectId, command: data.command, text: data.text },
      }),
      open(words.inTab, data.url),
    ],
  });
}
