import type { Act } from '../../src/domain/policy.ts';
import { wayForwardCard } from '../cards/plain.ts';
import { commandTitles, type CommandId } from '../command-ids.ts';
import { show, type Command, type TabPage } from '../turn.ts';
import { wording } from '../wording.ts';
import type { Wording } from '../wording.ts';

type ForwardId = keyof Wording['forward'] & CommandId;

/** A command that is understood and answered with where it is done, or honestly that it is not done yet. */
function forward(
  command: Omit<Command, 'run' | 'where' | 'id' | 'act'> & {
    readonly id: ForwardId;
    readonly act?: Act;
    readonly page: TabPage;
  },
): Command {
  return {
    act: 'plan.view',
    ...command,
    where: 'planning',
    run({ language, tabUrl }) {
      const words = wording[language];
      const card = wayForwardCard(
        {
          title: commandTitles[command.id][language],
          lines: [words.forward[command.id]],
          url: { title: words.inTab, href: tabUrl(command.page) },
        },
        language,
      );
      return Promise.resolve(show(card));
    },
  };
}

/** Understood, and answered with a way forward: nothing here stores or sends anything. */
export const forwardCommands: readonly Command[] = [
  forward({
    id: 'agenda.edit',
    page: 'sessions',
    utterances: { sv: ['flytta fikat till kvart i tre'], en: ['move coffee to quarter to three'] },
    ways: ['flytta|andra|senarelagg|tidigarelagg|=move|change + fika|kaffe|coffee|lunch|paus|break|punkt'],
  }),
  forward({
    id: 'wish.add',
    page: 'planning',
    utterances: { sv: ['önskemål: studiebesök i Mora'], en: ['wish: study visit to Mora'] },
    ways: ['^^onskemal|^^onskan|^^=wish|^^vi_onskar', 'onskemal|onskan'],
  }),
  forward({
    id: 'homework.remind',
    page: 'sessions',
    utterances: { sv: ['påminn alla som inte gjort hemläxan'], en: ['remind everyone who has not done the homework'] },
    ways: ['paminn|remind + hemlax|hemuppgift|=laxan|homework'],
  }),
  forward({
    id: 'seating.create',
    page: 'participants',
    utterances: { sv: ['gör en bordsplacering'], en: ['make a seating plan'] },
    ways: ['bordsplacering|placering|bordsgrupp|seating'],
  }),
  forward({
    id: 'report.draft',
    page: 'sessions',
    utterances: { sv: ['skriv ett utkast till träffrapport'], en: ['draft the meeting report'] },
    ways: ['traffrapport|rapport|=report', 'skriv|gor|draft|write|utkast + traffrapport|rapport|=report'],
  }),
];
