import { may } from '../../src/domain/policy.ts';
import { participantsOf } from '../../src/features/registration/queries.ts';
import { wayForwardCard } from '../cards/plain.ts';
import { commandTitles } from '../command-ids.ts';
import { say, show, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';

/** "Avboka mig", "jag kan inte komma på träff 1": where one does it oneself. */
export const declineCommand: Command = {
  id: 'registration.cancelMine',
  act: 'project.view',
  where: 'anywhere',
  utterances: { sv: ['avboka mig', 'jag kan inte komma på träff 1'], en: ['cancel my registration', 'I cannot come'] },
  ways: [
    'avboka|avanmal|stryk|ta_bort|=cancel|=remove + =mig|=mej|=me|=myself',
    'kan_jag_avboka|avbokar_jag|can_i_cancel|do_i_cancel',
    'avboka|avanmal|=cancel + =min|=my + anmal|bokning|plats|registration|booking',
    '=jag|=i|=im + kan_inte_komma|kan_inte_vara_med|kan_inte_delta|kommer_inte|forhinder|cant_come|cannot_come|cant_make|cannot_make|cant_attend|cannot_attend|not_coming',
  ],
  run: ownWay,
};

async function ownWay({ tools, project, actor, language }: Turn): Promise<Reply> {
  const words = wording[language].decline;
  const list = await participantsOf(tools, project);
  const isRegistered = list?.participants.some(({ id }) => id === actor.personId) ?? false;
  if (!isRegistered) return say(words.planner);
  return say(words.own(`${tools.settings.publicUrl}/projekt/${project.projectId}`));
}

/** "Ställ in träff 2": done in the tab by those who plan; a participant who writes so means their own part in it. */
export const cancelSessionCommand: Command = {
  id: 'session.cancel',
  act: 'project.view',
  where: 'anywhere',
  utterances: { sv: ['ställ in träff 2'], en: ['cancel session 2'] },
  ways: [
    'stall_in|stalla_in|stalls_in|installd|avlys|avboka|=cancel|call_off + traff|session|@session|meeting|motet|=mote',
    '=ta|=remove|=delete|radera + traff|session|meeting|@session + =bort|=remove|=delete|radera',
  ],
  run(turn) {
    const { actor, link, language, tabUrl } = turn;
    if (!may(actor.roles, 'plan.view') || link?.audience === 'participants') return ownWay(turn);
    const words = wording[language];
    const card = wayForwardCard(
      {
        title: commandTitles['session.cancel'][language],
        lines: [words.decline.session],
        url: { title: words.inTab, href: tabUrl('planning', { below: 'datum' }) },
      },
      language,
    );
    return Promise.resolve(show(card));
  },
};
