/** Everything that one can ask the bot for, by the names that cards and tests use. */
export const commandIds = [
  'help',
  'status.show',
  'session.next',
  'registration.count',
  'registration.missing',
  'registration.close',
  'registration.mine',
  'rooms.book',
  'session.proposeDate',
  'evaluation.send',
  'evaluation.results',
  'documentation.share',
  'sessionInfo.preview',
  'agenda.show',
  'agenda.check',
  'agenda.edit',
  'dietary.openInTab',
  'task.add',
  'wish.add',
  'soundingBoard.show',
  'homework.remind',
  'seating.create',
  'report.draft',
  'participant.remove',
  'undo',
] as const;

export type CommandId = (typeof commandIds)[number];

export function isCommandId(text: unknown): text is CommandId {
  return commandIds.some((id) => id === text);
}
