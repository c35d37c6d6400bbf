import { may } from '../../src/domain/policy.ts';
import { nextSession } from '../../src/features/sessions/queries.ts';
import { wayForwardCard } from '../cards/plain.ts';
import { say, show, type Command } from '../turn.ts';
import { wording } from '../wording.ts';

/** Dietary needs are never shown in a chat; the one who may see the kitchen's numbers is shown the way. */
export const dietaryCommand: Command = {
  id: 'dietary.openInTab',
  act: 'project.view',
  where: 'anywhere',
  utterances: {
    sv: ['specialkosten till lunchen', 'vem är allergisk mot nötter?'],
    en: ['dietary needs for the lunch', 'who is allergic to nuts?'],
  },
  ways: [
    '^specialkost|specialkost|matallergi|=kost|kosten|dietary|=diet|koksblad|kitchen',
    'allergi|allergisk|allergic|allergies|intolerant|vegan|vegetari|gluten|laktos',
  ],
  async run({ tools, project, actor, language, entities, tabUrl }) {
    const words = wording[language];
    if (!may(actor.roles, 'kitchen.view')) return say(words.dietaryRefused);
    const sessionId = entities.sessionIds[0] ?? (await nextSession(tools, project))?.id;
    const href = tabUrl('sessions', sessionId === undefined ? {} : { sessionId, part: 'mat' });
    return show(
      wayForwardCard({ title: words.dietaryRefused, lines: [], url: { title: words.openKitchen, href } }, language),
    );
  },
};
