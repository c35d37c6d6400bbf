import { participantsOf } from '../../src/features/registration/queries.ts';
import { say, type Command } from '../turn.ts';
import { wording } from '../wording.ts';

/** "Min anmälan": one's own state, in private; the personal link comes by mail and is never written in a chat. */
export const mineCommand: Command = {
  id: 'registration.mine',
  act: 'project.view',
  where: 'anywhere',
  utterances: { sv: ['min anmälan'], en: ['my registration'] },
  ways: ['am_i + registered|signed', '=min|=mina|=my|=jag + anmal|registration|registrerad|registered|sida'],
  async run({ tools, project, place, actor, language }) {
    const words = wording[language].mine;
    if (place.kind !== 'personal') return say(words.notHere);
    const list = await participantsOf(tools, project);
    const own = list?.participants.find(({ id }) => id === actor.personId);
    const link = words.link(`${tools.settings.publicUrl}/projekt/${project.projectId}`);
    if (own?.state === 'confirmed') return say(`${words.confirmed(project.title)} ${link}`);
    if (own?.state === 'waitingList') return say(`${words.waiting(project.title, own.waitingPosition ?? 1)} ${link}`);
    return say(words.none(project.title));
  },
};
