import { isoWeek, localDate } from '../../src/domain/local-date.ts';
import { dayMonth, weekdayName } from '../../src/domain/swedish-text.ts';
import type { Language } from '../../src/domain/words.ts';
import { reminderText, reminderTitle } from '../../src/features/reminders/letters/morning.ts';
import type { Morning, MorningCard, Reminder, Switched, Week } from '../../src/features/reminders/types.ts';
import type { CommandId } from '../command-ids.ts';
import { reminderTalk } from '../wording/reminders.ts';
import { wording } from '../wording.ts';
import { bullets, calledTo, card, open, press, subtle, text, type CardPost } from './parts.ts';

/** Lines of each list; the tab has them all. */
const mostLines = 6;
/** One of Teams's six buttons leads to the tab. */
const mostWays = 4;

/** Where a reminder can be answered in the chat itself. */
const ways: Readonly<Record<string, CommandId>> = {
  'dates.edit': 'dates.find',
  'documentation.share': 'documentation.share',
  'evaluation.prepare': 'evaluation.send',
  'registration.close': 'registration.close',
  'rooms.book': 'rooms.book',
  'sessionInfo.send': 'sessionInfo.preview',
  'theme.consult': 'theme.show',
  'theme.decide': 'theme.decide',
  'theme.propose': 'theme.show',
};

/** What is due this morning, by name, and on Mondays the week: one post, with a button where the chat can do it. */
export const morningCard: MorningCard = (morning, language) => {
  const { week, people, url } = morning;
  const words = reminderTalk[language];
  const title = week === null ? words.toDo : words.week(isoWeek(localDate(week.monday)).week, morning.projectTitle);
  const first = people[0]?.reminders[0];
  return card({
    language,
    title,
    summary: first === undefined ? title : `${words.toDo}: ${reminderTitle(first, language)}`,
    body: [
      ...people.flatMap(({ name, oid, reminders }) => [
        text(`${week === null ? '' : `**${words.toDo}:** `}${oid === null ? `**${name}**` : calledTo(name)}`),
        ...bullets(
          shortened(
            reminders.map((one) => lineOf(one, language)),
            language,
          ),
        ),
      ]),
      ...(week === null ? [] : [...weekBody(week, language), subtle(words.howOff)]),
    ],
    actions: [...waysOf(morning, language), open(wording[language].inTab, url)],
    calls: people.flatMap(({ name, oid }) => (oid === null ? [] : [{ name, oid }])),
  });
};

function lineOf(reminder: Reminder, language: Language): string {
  return `**${reminderTitle(reminder, language)}**: ${reminderText(reminder, language)}`;
}

function weekBody({ done, coming, awaited }: Week, language: Language) {
  const words = reminderTalk[language];
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [text(`**${title}**`), ...bullets(shortened(lines, language))];
  return [
    ...part(
      words.done,
      done.map((one) => one[language]),
    ),
    ...part(
      words.coming,
      coming.map(({ on, words: about }) => `${dayText(on, language)}: ${about[language]}`),
    ),
    ...part(
      words.awaited,
      awaited.map((one) => one[language]),
    ),
  ];
}

function dayText(on: string, language: Language): string {
  const day = localDate(on);
  return `${weekdayName(day, language)} ${dayMonth(day, language)}`;
}

function shortened(lines: readonly string[], language: Language): readonly string[] {
  const more = lines.length - mostLines;
  return more <= 0 ? lines : [...lines.slice(0, mostLines), reminderTalk[language].more(more)];
}

function waysOf({ projectId, people }: Morning, language: Language) {
  const due = people.flatMap(({ reminders }) => reminders);
  return due
    .flatMap((reminder) => {
      const command = ways[reminder.action ?? ''];
      if (command === undefined) return [];
      const { sessionNumber } = reminder;
      const named = sessionNumber === null ? {} : { text: wording[language].sessionName(sessionNumber) };
      return [{ title: reminderTitle(reminder, language), command, named }];
    })
    .slice(0, mostWays)
    .map(({ title, command, named }) =>
      press({ title, verb: 'command', data: { project: projectId, command, ...named } }),
    );
}

/** What a switch stands at now, and the button that turns it back. */
export function switchedCard(
  { name, isOn, isChanged, projectId }: Switched & { readonly isChanged: boolean; readonly projectId: string },
  language: Language,
): CardPost {
  const words = reminderTalk[language].switches[name];
  const title = isChanged ? (isOn ? words.on : words.off) : isOn ? words.onAlready : words.offAlready;
  return card({
    language,
    title,
    body: [text(isOn ? words.whenOn : words.whenOff)],
    actions: isChanged ? [switchButton(projectId, { name, isOn: !isOn }, reminderTalk[language].undo)] : [],
  });
}

function switchButton(projectId: string, { name, isOn }: Switched, title: string) {
  return press({ title, verb: 'reminders.switch', data: { project: projectId, name, turn: isOn ? 'on' : 'off' } });
}
