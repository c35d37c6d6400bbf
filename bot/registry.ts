import type { CommandId } from './command-ids.ts';
import { agendaCommands } from './commands/agenda.ts';
import { closingButtons, closingCommand } from './commands/closing.ts';
import { correctionButtons, correctionCommand } from './commands/correction.ts';
import { costsCommand } from './commands/costs.ts';
import { countCommand, missingButtons, missingCommand } from './commands/counts.ts';
import { dietaryCommand } from './commands/dietary.ts';
import { driftButtons } from './commands/drift.ts';
import { documentationButtons, documentationCommand } from './commands/documentation.ts';
import { evaluationButtons, evaluationResults, evaluationSend } from './commands/evaluation.ts';
import { cancelSessionCommand, declineCommand } from './commands/decline.ts';
import { decisionCommand } from './commands/decisions.ts';
import { findDatesButtons, findDatesCommand } from './commands/find-dates.ts';
import { forwardCommands } from './commands/forward.ts';
import { helpCommand } from './commands/help.ts';
import { mineCommand } from './commands/mine.ts';
import { moveButtons, moveCommand } from './commands/move.ts';
import { nextCommand } from './commands/next-session.ts';
import { publicationCommand } from './commands/publications.ts';
import { pollButtons, pollCommand } from './commands/poll.ts';
import { planningMeetingsButtons, planningMeetingsCommand } from './commands/planning-meetings.ts';
import { remindCommand } from './commands/remind.ts';
import { removeCommand } from './commands/remove.ts';
import { reminderButtons, reminderCommand } from './commands/reminders.ts';
import { roomsButtons, roomsCommand } from './commands/rooms.ts';
import { infoButtons, infoCommand } from './commands/session-info.ts';
import { speakersCommand } from './commands/speakers.ts';
import { noteTakersCommand, soundingBoardCommand } from './commands/sounding-board.ts';
import { statusCommand } from './commands/status.ts';
import { taskAddButtons, taskAddCommand } from './commands/task-add.ts';
import { taskButtons, taskDoneCommand, taskListCommand } from './commands/tasks.ts';
import { askSteeringButtons, askSteeringCommand } from './commands/ask-steering.ts';
import { themeButtons, themeCommands } from './commands/themes.ts';
import { undoButtons, undoCommand } from './commands/undo.ts';
import type { Button, Command } from './turn.ts';

/** Everything the bot can be asked. Help and suggestions show them in this order. */
export const commands: readonly Command[] = [
  statusCommand,
  nextCommand,
  countCommand,
  roomsCommand,
  closingCommand,
  infoCommand,
  evaluationSend,
  documentationCommand,
  missingCommand,
  moveCommand,
  findDatesCommand,
  pollCommand,
  ...themeCommands,
  askSteeringCommand,
  publicationCommand,
  taskAddCommand,
  taskListCommand,
  taskDoneCommand,
  decisionCommand,
  planningMeetingsCommand,
  costsCommand,
  reminderCommand,
  remindCommand,
  undoCommand,
  correctionCommand,
  mineCommand,
  declineCommand,
  cancelSessionCommand,
  ...agendaCommands,
  speakersCommand,
  evaluationResults,
  removeCommand,
  soundingBoardCommand,
  noteTakersCommand,
  ...forwardCommands,
  dietaryCommand,
  helpCommand,
];

/** Everything that a button of a card can bring back, beside what `dispatch.ts` handles for all cards. */
export const buttons: readonly Button[] = [
  ...roomsButtons,
  ...closingButtons,
  ...moveButtons,
  ...findDatesButtons,
  ...pollButtons,
  ...themeButtons,
  ...askSteeringButtons,
  ...evaluationButtons,
  ...documentationButtons,
  ...infoButtons,
  ...missingButtons,
  ...correctionButtons,
  ...taskAddButtons,
  ...taskButtons,
  ...planningMeetingsButtons,
  ...reminderButtons,
  ...undoButtons,
  ...driftButtons,
];

export function commandById(id: CommandId): Command {
  const found = commands.find((command) => command.id === id);
  if (found === undefined) throw new Error(`no command is called ${id}`);
  return found;
}
