import { agendaParts, agendaTitle, roomDeclinedLine } from '../../src/features/meetings/series/letters/agenda.ts';
import type { AgendaCard } from '../../src/features/meetings/series/agenda/types.ts';
import { bullets, card, open, press, subtle, text, warning } from './parts.ts';

/** The agenda before a planning meeting: what is to be talked about, and a way to write down what comes of it. */
export const agendaCard: AgendaCard = (agenda, language) => {
  const sv = language === 'sv';
  const title = agendaTitle(agenda, language);
  return card({
    language,
    title,
    body: [
      text(agenda.place),
      ...(agenda.isRoomDeclined ? [warning(roomDeclinedLine(language))] : []),
      ...agendaParts(agenda, language).flatMap((part) => [
        text(`**${part.title}**`),
        ...(part.lines.length === 0 ? [subtle(part.none)] : bullets(part.lines)),
      ]),
      subtle(
        sv
          ? 'Skriv ”beslut: …” och ”uppgift till …” här i chatten, så sparas det.'
          : 'Write “decision: …” and “task for …” here in the chat, and it is saved.',
      ),
    ],
    actions: [
      ...(agenda.joinUrl === null ? [] : [open(sv ? 'Gå med i mötet' : 'Join the meeting', agenda.joinUrl)]),
      press({
        title: sv ? 'Bocka av uppgifter' : 'Tick tasks',
        verb: 'command',
        data: { project: agenda.projectId, command: 'task.list' },
      }),
      open(sv ? 'Öppna i fliken' : 'Open in the tab', agenda.url),
    ],
  });
};
