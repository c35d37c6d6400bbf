import type { Words } from '../src/domain/words.ts';

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
  'dates.find',
  'theme.show',
  'theme.decide',
  'evaluation.send',
  'evaluation.results',
  'documentation.share',
  'sessionInfo.preview',
  'agenda.show',
  'agenda.check',
  'agenda.edit',
  'dietary.openInTab',
  'task.add',
  'task.list',
  'task.done',
  'decision.add',
  'wish.add',
  'soundingBoard.show',
  'homework.remind',
  'seating.create',
  'report.draft',
  'participant.remove',
  'correction.prepare',
  'undo',
] as const;

export type CommandId = (typeof commandIds)[number];

export function isCommandId(text: unknown): text is CommandId {
  return commandIds.some((id) => id === text);
}

/** What each is called on buttons, in help and when somebody may not. */
export const commandTitles: Readonly<Record<CommandId, Words>> = {
  help: { sv: 'Hjälp', en: 'Help' },
  'status.show': { sv: 'Läget', en: 'Status' },
  'session.next': { sv: 'Nästa träff', en: 'Next session' },
  'registration.count': { sv: 'Anmälda', en: 'Registered' },
  'registration.missing': { sv: 'Vilka har inte svarat', en: 'Who has not answered' },
  'registration.close': { sv: 'Stäng anmälan', en: 'Close registration' },
  'registration.mine': { sv: 'Min anmälan', en: 'My registration' },
  'rooms.book': { sv: 'Boka lokaler', en: 'Book venues' },
  'dates.find': { sv: 'Hitta datum', en: 'Find dates' },
  'theme.show': { sv: 'Temaförslag', en: 'Theme proposals' },
  'theme.decide': { sv: 'Besluta tema', en: 'Decide the theme' },
  'session.proposeDate': { sv: 'Flytta träff', en: 'Move a session' },
  'evaluation.send': { sv: 'Skicka utvärdering', en: 'Send the evaluation' },
  'evaluation.results': { sv: 'Utvärderingens svar', en: 'Evaluation results' },
  'documentation.share': { sv: 'Dela dokumentation', en: 'Share documentation' },
  'sessionInfo.preview': { sv: 'Information inför träffen', en: 'Information before the session' },
  'agenda.show': { sv: 'Programmet', en: 'The agenda' },
  'agenda.check': { sv: 'Är programmet luftigt?', en: 'Is the agenda airy?' },
  'agenda.edit': { sv: 'Ändra programmet', en: 'Change the agenda' },
  'dietary.openInTab': { sv: 'Specialkost', en: 'Dietary needs' },
  'task.add': { sv: 'Lägg till en uppgift', en: 'Add a task' },
  'task.list': { sv: 'Uppgifter', en: 'Tasks' },
  'task.done': { sv: 'Bocka av en uppgift', en: 'Tick a task' },
  'decision.add': { sv: 'Skriv ner ett beslut', en: 'Write down a decision' },
  'wish.add': { sv: 'Spara ett önskemål', en: 'Save a wish' },
  'soundingBoard.show': { sv: 'Bollplank', en: 'Sounding board' },
  'homework.remind': { sv: 'Påminn om hemuppgiften', en: 'Remind about the homework' },
  'seating.create': { sv: 'Bordsplacering', en: 'Seating plan' },
  'report.draft': { sv: 'Träffrapport', en: 'Meeting report' },
  'participant.remove': { sv: 'Avboka en deltagare', en: 'Cancel a participant' },
  'correction.prepare': { sv: 'Rättelse', en: 'Correction' },
  undo: { sv: 'Ångra eller stoppa', en: 'Undo or stop' },
};
