import type { Language } from '../../src/domain/words.ts';

interface TaskTalk {
  readonly saved: string;
  readonly who: string;
  readonly by: string;
  readonly nobody: string;
  readonly noDay: string;
  /** A day with its week, when a week was said. */
  readonly inWeek: (day: string, week: number) => string;
  readonly undo: string;
  readonly list: string;
  readonly how: string;
  readonly howAdd: string;
  readonly unknown: (name: string, names: string) => string;
  readonly whoOf: (name: string) => string;
  readonly oneOwner: string;
  readonly whichDay: string;
  readonly freeDay: (day: string, why: string) => string;
  readonly take: (day: string) => string;
  readonly keep: (day: string) => string;
  readonly noSuchDay: (said: string) => string;
  readonly weekdayDiffers: (day: string) => string;
  readonly tooLong: (most: number) => string;
  readonly openTasks: (count: number) => string;
  readonly ownTasks: (count: number) => string;
  readonly none: string;
  readonly more: (count: number) => string;
  readonly line: (what: string, who: string, day: string | null) => string;
  readonly lateLine: (what: string, who: string, day: string) => string;
  readonly tick: (what: string) => string;
  readonly ticked: (what: string) => string;
  readonly tickedAlready: (what: string) => string;
  readonly whichTask: string;
  readonly noTask: (said: string) => string;
  readonly undone: (what: string) => string;
  readonly reopened: (what: string) => string;
  readonly soonTitle: string;
  readonly lateTitle: string;
  readonly newDay: string;
  readonly decided: string;
  readonly decisions: string;
  readonly noDecisions: string;
  readonly howDecide: string;
  readonly decisionUndone: string;
  readonly writtenDown: (day: string, by: string) => string;
}

const sv: TaskTalk = {
  saved: 'Uppgiften är sparad',
  who: 'Vem',
  by: 'Senast',
  nobody: 'ingen än',
  noDay: 'ingen dag satt',
  inWeek: (day, week) => `${day} (v. ${week})`,
  undo: 'Ångra',
  list: 'Alla uppgifter',
  how: 'Vad ska göras? Skriv till exempel: **uppgift till Karin: boka lunch senast fredag**.',
  howAdd:
    'Jag är inte säker på vad du vill lägga till. En uppgift skriver du så här: **uppgift till Karin: boka lunch senast fredag**. Programmet ändrar du i fliken under Träffar.',
  unknown: (name, names) =>
    `Jag hittar ingen som heter ${name} i planeringen. Där finns ${names}. Skriv uppgiften igen med ett av namnen, eller utan namn. Inget är sparat.`,
  whoOf: (name) => `Det finns flera som heter ${name}. Vem menar du?`,
  oneOwner: 'En uppgift har en ansvarig. Vem ska det vara?',
  whichDay: 'Vilken dag menar du?',
  freeDay: (day, why) => `${day} är ${why}. Vilken dag ska det vara klart?`,
  take: (day) => `Senast ${day}`,
  keep: (day) => `Ändå ${day}`,
  noSuchDay: (said) =>
    `Jag förstår inte dagen ”${said}”. Skriv till exempel ”senast fredag”, ”senast 13 jan” eller ”v. 45”. Inget är sparat.`,
  weekdayDiffers: (day) =>
    `Veckodagen och datumet stämmer inte överens: det är ${day}. Skriv uppgiften igen med rätt dag. Inget är sparat.`,
  tooLong: (most) => `Texten är för lång. Skriv högst ${most} tecken. Inget är sparat.`,
  openTasks: (count) => (count === 1 ? '1 öppen uppgift' : `${count} öppna uppgifter`),
  ownTasks: (count) =>
    count === 0
      ? 'Du har inga öppna uppgifter.'
      : `Du har ${count === 1 ? '1 öppen uppgift' : `${count} öppna uppgifter`}`,
  none: 'Inga öppna uppgifter.',
  more: (count) => `och ${count} till i fliken`,
  line: (what, who, day) => `${what} – ${who}${day === null ? '' : `, senast ${day}`}`,
  lateLine: (what, who, day) => `⚠ ${what} – ${who}, försenad sedan ${day}`,
  tick: (what) => `Klar: ${what}`,
  ticked: (what) => `Klart: ${what}.`,
  tickedAlready: (what) => `${what} var redan klar.`,
  whichTask: 'Vilken uppgift är klar?',
  noTask: (said) => `Jag hittar ingen öppen uppgift som heter ”${said}”.`,
  undone: (what) => `Borttagen: ${what}.`,
  reopened: (what) => `Öppen igen: ${what}.`,
  soonTitle: 'En uppgift ska snart vara klar',
  lateTitle: 'En uppgift är försenad',
  newDay: 'Sätt en ny dag',
  decided: 'Beslutet är nedskrivet',
  decisions: 'Beslut',
  noDecisions: 'Inga beslut är nedskrivna än.',
  howDecide: 'Vad bestämde ni? Skriv till exempel: **beslut: vi kör Borlänge**.',
  decisionUndone: 'Beslutet är borttaget.',
  writtenDown: (day, by) => `${day}, nedskrivet av ${by}`,
};

const en: TaskTalk = {
  saved: 'The task is saved',
  who: 'Who',
  by: 'By',
  nobody: 'nobody yet',
  noDay: 'no day set',
  inWeek: (day, week) => `${day} (week ${week})`,
  undo: 'Undo',
  list: 'All tasks',
  how: 'What is to be done? Write for example: **task for Karin: book lunch by Friday**.',
  howAdd:
    'I am not sure what you want to add. A task is written like this: **task for Karin: book lunch by Friday**. You change the agenda in the tab under Sessions.',
  unknown: (name, names) =>
    `I find nobody called ${name} among those who plan. There are ${names}. Write the task again with one of the names, or without a name. Nothing was saved.`,
  whoOf: (name) => `There are several called ${name}. Whom do you mean?`,
  oneOwner: 'A task has one owner. Who is it to be?',
  whichDay: 'Which day do you mean?',
  freeDay: (day, why) => `${day} is ${why}. By which day is it to be done?`,
  take: (day) => `By ${day}`,
  keep: (day) => `${day} anyway`,
  noSuchDay: (said) =>
    `I do not understand the day “${said}”. Write for example “by Friday”, “by 13 Jan” or “week 45”. Nothing was saved.`,
  weekdayDiffers: (day) =>
    `The weekday and the date do not agree: it is ${day}. Write the task again with the right day. Nothing was saved.`,
  tooLong: (most) => `The text is too long. Write ${most} characters at most. Nothing was saved.`,
  openTasks: (count) => (count === 1 ? '1 open task' : `${count} open tasks`),
  ownTasks: (count) =>
    count === 0 ? 'You have no open tasks.' : `You have ${count === 1 ? '1 open task' : `${count} open tasks`}`,
  none: 'No open tasks.',
  more: (count) => `and ${count} more in the tab`,
  line: (what, who, day) => `${what} – ${who}${day === null ? '' : `, by ${day}`}`,
  lateLine: (what, who, day) => `⚠ ${what} – ${who}, late since ${day}`,
  tick: (what) => `Done: ${what}`,
  ticked: (what) => `Done: ${what}.`,
  tickedAlready: (what) => `${what} was done already.`,
  whichTask: 'Which task is done?',
  noTask: (said) => `I find no open task called “${said}”.`,
  undone: (what) => `Removed: ${what}.`,
  reopened: (what) => `Open again: ${what}.`,
  soonTitle: 'A task is due soon',
  lateTitle: 'A task is late',
  newDay: 'Set a new day',
  decided: 'The decision is written down',
  decisions: 'Decisions',
  noDecisions: 'No decisions are written down yet.',
  howDecide: 'What did you decide? Write for example: **decision: we go for Borlänge**.',
  decisionUndone: 'The decision is removed.',
  writtenDown: (day, by) => `${day}, written down by ${by}`,
};

export const taskTalk: Readonly<Record<Language, TaskTalk>> = { sv, en };
