import type { Words } from '../../src/domain/words.ts';

/** Uppgifter och beslut. */
export const tasks = {
  title: { sv: 'Att göra', en: 'To do' },
  intro: {
    sv: 'Det som planeringsgruppen ska göra. Skriv här eller i planeringschatten: ”uppgift till Karin: boka lunch senast fredag”.',
    en: 'What the planning group has to do. Write here or in the planning chat: “task for Karin: book lunch by Friday”.',
  },
  none: {
    sv: 'Inga öppna uppgifter. Lägg till den första när något behöver göras.',
    en: 'No open tasks. Add the first one when something needs doing.',
  },
  noneShort: { sv: 'Inga öppna uppgifter.', en: 'No open tasks.' },
  add: { sv: 'Lägg till uppgift', en: 'Add a task' },
  addSave: { sv: 'Lägg till', en: 'Add' },
  added: { sv: 'Uppgiften är tillagd.', en: 'The task is added.' },
  change: { sv: 'Ändra uppgiften', en: 'Change the task' },
  changeOf: { sv: 'Ändra: {what}', en: 'Change: {what}' },
  changeSave: { sv: 'Spara', en: 'Save' },
  changed: { sv: 'Uppgiften är ändrad.', en: 'The task is changed.' },
  removeOf: { sv: 'Ta bort: {what}', en: 'Remove: {what}' },
  removed: { sv: 'Borttaget: {what}', en: 'Removed: {what}' },
  ticked: { sv: 'Klart: {what}', en: 'Done: {what}' },
  reopened: { sv: 'Öppen igen: {what}', en: 'Open again: {what}' },
  reopen: { sv: 'Öppna igen', en: 'Open again' },
  reopenOf: { sv: 'Öppna igen: {what}', en: 'Open again: {what}' },
  restored: { sv: 'Som det var.', en: 'As it was.' },

  what: { sv: 'Vad ska göras?', en: 'What is to be done?' },
  owner: { sv: 'Vem gör det?', en: 'Who does it?' },
  nobody: { sv: 'Ingen än', en: 'Nobody yet' },
  due: { sv: 'Senast', en: 'By' },
  dueHelp: {
    sv: 'Den som har uppgiften blir påmind i planeringschatten arbetsdagen före, och en gång till om dagen passerar. Den som inte är med i Teams får ett mejl.',
    en: 'Whoever has the task is reminded in the planning chat on the working day before, and once more if the day passes. Those who are not in Teams get a mail.',
  },
  keepDay: { sv: 'Behåll dagen ändå', en: 'Keep the day anyway' },

  byDay: { sv: 'senast {day}', en: 'by {day}' },
  late: { sv: 'Försenad, skulle ha varit klar {day}', en: 'Late, was due {day}' },
  today: { sv: 'senast i dag', en: 'by today' },
  ofRule: { sv: 'från regel {rule}', en: 'from rule {rule}' },
  ofChat: { sv: 'från chatten', en: 'from the chat' },
  doneTitle: { sv: 'Klara ({n})', en: 'Done ({n})' },
  doneBy: { sv: '{by}, {day}', en: '{by}, {day}' },

  decisions: { sv: 'Beslut', en: 'Decisions' },
  decisionsIntro: {
    sv: 'Det som planeringsgruppen har bestämt. I chatten: ”beslut: vi kör Borlänge”.',
    en: 'What the planning group has decided. In the chat: “decision: we go for Borlänge”.',
  },
  decisionsNone: { sv: 'Inga beslut är nedskrivna än.', en: 'No decisions are written down yet.' },
  addDecision: { sv: 'Skriv ner beslut', en: 'Write down a decision' },
  decision: { sv: 'Vad bestämde ni?', en: 'What did you decide?' },
  decidedOn: { sv: 'Dag', en: 'Day' },
  decisionSave: { sv: 'Skriv ner', en: 'Write it down' },
  decisionAdded: { sv: 'Beslutet är nedskrivet.', en: 'The decision is written down.' },
  writtenBy: { sv: '{day}, nedskrivet av {by}', en: '{day}, written down by {by}' },

  allOne: { sv: 'Alla uppgifter (1 öppen)', en: 'All tasks (1 open)' },
  all: { sv: 'Alla uppgifter ({n} öppna)', en: 'All tasks ({n} open)' },
} satisfies Readonly<Record<string, Words>>;
