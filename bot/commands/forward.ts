import type { Act } from '../../src/domain/policy.ts';
import { wayForwardCard } from '../cards/plain.ts';
import { commandTitles, type CommandId } from '../command-ids.ts';
import { show, type Command, type TabPage, type TabPlace } from '../turn.ts';
import { wording } from '../wording.ts';
import type { Wording } from '../wording.ts';

type ForwardId = keyof Wording['forward'] & CommandId;

/** A command that is understood and answered with where it is done, or honestly that it is not done yet. */
function forward(
  command: Omit<Command, 'run' | 'where' | 'id' | 'act'> & {
    readonly id: ForwardId;
    readonly act?: Act;
    readonly page: TabPage;
    readonly place?: TabPlace;
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
          url: { title: words.inTab, href: tabUrl(command.page, command.place) },
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
    ways: [
      'flytta|andra|senarelagg|tidigarelagg|=move|change + fika|kaffe|coffee|lunch|paus|break|punkt',
      '=andra|=change|=edit + agenda|=program|programmet|programme|dagordning + =andra|=change|=edit',
    ],
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
    // Not by the beginning of a word: "planering" is one letter away.
    ways: ['bordsplacering|=placering|=placeringen|=placeringar|=placera|bordsgrupp|seating'],
  }),
  forward({
    id: 'report.draft',
    page: 'sessions',
    utterances: { sv: ['skriv ett utkast till träffrapport'], en: ['draft the meeting report'] },
    ways: ['traffrapport|rapport|=report', 'skriv|gor|draft|write|utkast + traffrapport|rapport|=report'],
  }),
  forward({
    id: 'planning.where',
    page: 'planning',
    utterances: { sv: ['planeringen'], en: ['the planning'] },
    ways: ['=planering|=planeringen|=planning'],
  }),
  forward({
    id: 'invitation.where',
    page: 'notices',
    utterances: { sv: ['skicka inbjudan'], en: ['send the invitation'] },
    ways: [
      'inbjudan|inbjudningar|=invitation|=invitations',
      'skicka|=send|visa|show + inbjudan|=invitation|=invitations',
    ],
  }),
  forward({
    id: 'roles.where',
    page: 'planning',
    place: { below: 'projektet' },
    utterances: { sv: ['vem gör vad?'], en: ['who does what?'] },
    ways: [
      'vem_gor_vad|vem_leder|who_leads|who_does_what|vem_ansvarar|vem_ar_ansvarig|who_is_responsible|=roller|=rollerna|=roles|ansvarsfordelning',
      'planeringsgrupp|planning_group|arbetsgrupp|working_group',
    ],
  }),
  forward({
    id: 'guideline.where',
    page: 'planning',
    utterances: { sv: ['vad säger riktlinjerna?'], en: ['what do the guidelines say?'] },
    ways: ['riktlinj|guideline', 'vad|what + riktlinj|guideline'],
  }),
];
