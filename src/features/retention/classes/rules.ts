import type { DataClass, DataClassId } from '../types.ts';

/**
 * the classes, each with what it is and what disposing of it leaves. What is proposed follows what authorities
 * commonly preserve (decision, invitation, programmes, participant list, summary) and is a proposal alone: the
 * authority's own plan decides, and until somebody has entered that decision nothing may go.
 */
export const dataClasses: readonly DataClass[] = [
  {
    id: 'dietary',
    name: { sv: 'Specialkost', en: 'Dietary needs' },
    what: {
      sv: 'Det som deltagare har skrivit om mat, och antalen till köket.',
      en: 'What participants have written about food, and the numbers for the kitchen.',
    },
    effect: {
      sv: 'Allt raderas. Det finns inget kvar.',
      en: 'All of it is erased. Nothing is left.',
    },
    proposal: { way: 'dispose', days: 14 },
    after: 'lastSession',
  },
  {
    id: 'workingPapers',
    name: { sv: 'Arbetsmaterial', en: 'Working papers' },
    what: {
      sv: 'Botens minne av samtal, utkast till brev, frågor om datum och hänvisningar till svar i brevlådan.',
      en: 'The bot’s memory of talks, drafts of letters, questions about dates and pointers to replies in the mailbox.',
    },
    effect: {
      sv: 'Allt raderas. Det som har skickats finns kvar bland utskicken.',
      en: 'All of it is erased. What has been sent remains among the messages.',
    },
    proposal: { way: 'dispose', days: 30 },
    after: 'lastSession',
  },
  {
    id: 'messages',
    name: { sv: 'Utskick och påminnelser', en: 'Messages and reminders' },
    what: {
      sv: 'Text och mottagare i mejl och inlägg som har skickats. Inbjudan ingår inte, den bevaras.',
      en: 'Text and recipient of mails and posts that have been sent. The invitation is not among them, it is preserved.',
    },
    effect: {
      sv: 'Text och mottagare raderas. Kvar är sort, dag och hur många.',
      en: 'Text and recipient are erased. Kind, day and how many are left.',
    },
    proposal: { way: 'dispose', days: 365 },
    after: 'lastSession',
  },
  {
    id: 'attendance',
    name: { sv: 'Svar och närvaro', en: 'Answers and attendance' },
    what: {
      sv: 'Vem som har tackat ja eller nej till en träff, och vem som var där.',
      en: 'Who has said yes or no to a session, and who was there.',
    },
    effect: {
      sv: 'Svar och närvaro raderas för var och en. Kvar är antalen för varje träff.',
      en: 'Each person’s answers and attendance are erased. The numbers of each session are left.',
    },
    proposal: { way: 'dispose', days: 90 },
    after: 'lastSession',
  },
  {
    id: 'evaluationAnswers',
    name: { sv: 'Utvärderingssvar', en: 'Evaluation answers' },
    what: {
      sv: 'Svaren ett och ett, med fritext, och noteringen om vem som har svarat.',
      en: 'The answers one by one, with what was written, and the mark of who has answered.',
    },
    effect: {
      sv: 'Svaren sammanställs till antal och raderas sedan, fritexten också.',
      en: 'The answers are compiled into numbers and then erased, what was written too.',
    },
    proposal: { way: 'dispose', days: 90 },
    after: 'lastEvaluation',
  },
  {
    id: 'contacts',
    name: { sv: 'Kontaktuppgifter', en: 'Contact data' },
    what: {
      sv: 'E-post, telefon och inloggning för deltagare, gäster och medverkande. De som har en roll ingår inte.',
      en: 'E-mail, telephone and sign-in of participants, guests and speakers. Those who hold a role are not among them.',
    },
    effect: {
      sv: 'Adress, telefon, inloggning och personliga länkar raderas. Kvar är namn, befattning och organisation.',
      en: 'Address, telephone, sign-in and personal links are erased. Name, title and organisation are left.',
    },
    proposal: { way: 'dispose', days: 365 },
    after: 'lastSession',
  },
  {
    id: 'participantList',
    name: { sv: 'Deltagarlistan', en: 'The participant list' },
    what: {
      sv: 'Namn, befattning och enhet för deltagare och gäster.',
      en: 'Name, title and unit of participants and guests.',
    },
    effect: {
      sv: 'Namn, befattning och enhet ersätts av ”Deltagare 1” och så vidare. Organisation och antal är kvar.',
      en: 'Name, title and unit are replaced by “Deltagare 1” and so on. Organisation and numbers are left.',
    },
    proposal: { way: 'keep' },
    after: 'lastSession',
    needs: 'contacts',
  },
  {
    id: 'decisions',
    name: { sv: 'Beslut och logg', en: 'Decisions and log' },
    what: {
      sv: 'Temaförslag, samråd, styrgruppens och planeringsgruppens beslut, och vem som har gjort vad.',
      en: 'Theme proposals, consultations, the decisions of steering and planning group, and who has done what.',
    },
    effect: null,
    proposal: { way: 'keep' },
    after: 'lastSession',
  },
  {
    id: 'plans',
    name: { sv: 'Inbjudan och program', en: 'Invitation and programmes' },
    what: {
      sv: 'Lärprojektets texter, inbjudan, träffarna och deras program.',
      en: 'The project’s texts, the invitation, the sessions and their programmes.',
    },
    effect: null,
    proposal: { way: 'keep' },
    after: 'lastSession',
  },
  {
    id: 'documentation',
    name: { sv: 'Dokumentation', en: 'Documentation' },
    what: {
      sv: 'Presentationer, anteckningar, bilder och sammanfattningen.',
      en: 'Slides, notes, photos and the summary.',
    },
    effect: null,
    proposal: { way: 'keep' },
    after: 'lastSession',
  },
];

export function dataClass(id: string): DataClass | undefined {
  return dataClasses.find((one) => one.id === id);
}

/** The class of a stored row: the database knows no other ids. */
export function knownClass(id: DataClassId): DataClass {
  const found = dataClass(id);
  if (found === undefined) throw new Error(`there is no class of data called ${id}`);
  return found;
}
