import type { Language } from '../../src/domain/words.ts';
import type { Switch } from '../../src/features/reminders/types.ts';

/** What a switch stands at, and what that means. */
interface SwitchTalk {
  readonly off: string;
  readonly on: string;
  readonly offAlready: string;
  readonly onAlready: string;
  readonly whenOff: string;
  readonly whenOn: string;
}

interface ReminderTalk {
  readonly toDo: string;
  readonly week: (week: number, project: string) => string;
  readonly done: string;
  readonly coming: string;
  readonly awaited: string;
  readonly more: (count: number) => string;
  readonly howOff: string;
  readonly undo: string;
  readonly switches: Readonly<Record<Switch, SwitchTalk>>;
}

const sv: ReminderTalk = {
  toDo: 'Att göra nu',
  week: (week, project) => `Läget vecka ${week}: ${project}`,
  done: 'Klart sedan sist',
  coming: 'Kommer inom tre veckor',
  awaited: 'Vi väntar på svar',
  more: (count) => `och ${count} till i fliken`,
  howOff: 'Vill ni slippa veckans läge? Skriv **läget av**.',
  undo: 'Ångra',
  switches: {
    weekly: {
      off: 'Veckans läge är avstängt',
      on: 'Veckans läge är på',
      offAlready: 'Veckans läge är redan avstängt',
      onAlready: 'Veckans läge är redan på',
      whenOff: 'Ni kan alltid fråga mig: **läget**. Skriv **läget på** när ni vill ha det igen.',
      whenOn: 'Det kommer i planeringsgruppens chatt på måndagar kl. 8.',
    },
    reminders: {
      off: 'Påminnelserna är avstängda',
      on: 'Påminnelserna är på',
      offAlready: 'Påminnelserna är redan avstängda',
      onAlready: 'Påminnelserna är redan på',
      whenOff: 'Sista dagarna står kvar i fliken. Skriv **påminnelser på** när ni vill ha dem igen.',
      whenOn: 'De kommer i planeringsgruppens chatt och i mejl kl. 8 på arbetsdagar.',
    },
  },
};

const en: ReminderTalk = {
  toDo: 'To do now',
  week: (week, project) => `Status of week ${week}: ${project}`,
  done: 'Done since last time',
  coming: 'Comes within three weeks',
  awaited: 'We await answers',
  more: (count) => `and ${count} more in the tab`,
  howOff: 'Would you rather be without the weekly status? Write **status off**.',
  undo: 'Undo',
  switches: {
    weekly: {
      off: 'The weekly status is off',
      on: 'The weekly status is on',
      offAlready: 'The weekly status is off already',
      onAlready: 'The weekly status is on already',
      whenOff: 'You can always ask me: **status**. Write **status on** when you want it again.',
      whenOn: 'It comes in the planning group’s chat on Mondays at 8.',
    },
    reminders: {
      off: 'The reminders are off',
      on: 'The reminders are on',
      offAlready: 'The reminders are off already',
      onAlready: 'The reminders are on already',
      whenOff: 'The last days still stand in the tab. Write **reminders on** when you want them again.',
      whenOn: 'They come in the planning group’s chat and by mail at 8 on working days.',
    },
  },
};

export const reminderTalk: Readonly<Record<Language, ReminderTalk>> = { sv, en };
