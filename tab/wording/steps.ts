import type { Words } from '../../src/domain/words.ts';

/** How a step stands. Apart from the plan's other words, since the first page needs only these. */
export const states = {
  late: { sv: 'Sent', en: 'Late' },
  next: { sv: 'Nästa', en: 'Next' },
  upcoming: { sv: 'Kommande', en: 'To come' },
} as const satisfies Record<string, Words>;

/** The button that leads to where a rule is met. */
export const actionLabels = {
  'theme.propose': { sv: 'Skriv förslag', en: 'Write proposals' },
  'theme.consult': { sv: 'Anteckna samråd', en: 'Note a consultation' },
  'theme.decide': { sv: 'Till beslutet', en: 'To the decision' },
  'project.edit': { sv: 'Ändra texterna', en: 'Edit the texts' },
  'roles.edit': { sv: 'Ändra rollerna', en: 'Edit the roles' },
  'dates.edit': { sv: 'Sätt datum', en: 'Set dates' },
  'session.edit': { sv: 'Ändra träffen', en: 'Edit the session' },
  'costSplit.edit': { sv: 'Se kostnaderna', en: 'See the costs' },
  'rooms.book': { sv: 'Boka lokaler', en: 'Book venues' },
  'invitation.edit': { sv: 'Skriv inbjudan', en: 'Write the invitation' },
  'invitation.send': { sv: 'Se inbjudan', en: 'See the invitation' },
  'recipients.edit': { sv: 'Se mottagarna', en: 'See the recipients' },
  'publication.tick': { sv: 'Till texterna', en: 'To the texts' },
  'registration.edit': { sv: 'Ändra anmälan', en: 'Edit the registration' },
  'registration.close': { sv: 'Till stängningen', en: 'To the closing' },
  'participants.show': { sv: 'Visa deltagarna', en: 'Show the participants' },
  'participantList.share': { sv: 'Visa deltagarlistan', en: 'Show the participant list' },
  'sharedCalendar.write': { sv: 'Visa träffarna', en: 'Show the sessions' },
  'rota.edit': { sv: 'Välj bollplank', en: 'Choose the sounding board' },
  'agenda.edit': { sv: 'Skriv programmet', en: 'Write the programme' },
  'food.order': { sv: 'Beställ maten', en: 'Order the food' },
  'sessionInfo.send': { sv: 'Förbered informationen', en: 'Prepare the information' },
  'evaluation.prepare': { sv: 'Förbered utvärderingen', en: 'Prepare the evaluation' },
  'documentation.share': { sv: 'Till dokumentationen', en: 'To the documentation' },
  'summary.publish': { sv: 'Till sammanfattningen', en: 'To the summary' },
  'project.activate': { sv: 'Visa vad som skulle gå ut', en: 'Show what would go out' },
  'registration.decide': { sv: 'Ge besked', en: 'Answer them' },
  'participants.remind': { sv: 'Påminn', en: 'Remind' },
  'speakers.edit': { sv: 'Till medverkande', en: 'To the speakers' },
  'meetings.look': { sv: 'Visa i träffen', en: 'Show in the session' },
  'notices.look': { sv: 'Till utskicken', en: 'To the messages' },
  'tasks.look': { sv: 'Till uppgifterna', en: 'To the tasks' },
  'retention.look': { sv: 'Till gallringen', en: 'To the retention page' },
} as const satisfies Record<string, Words>;
