import { may } from '../../src/domain/policy.ts';
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
  run({ actor, language, tabUrl }) {
    const words = wording[language];
    if (!may(actor.roles, 'kitchen.view')) return Promise.resolve(say(words.dietaryRefused));
    const card = wayForwardCard(
      { title: words.dietaryRefused, lines: [], url: { title: words.openKitchen, href: tabUrl('sessions') } },
      language,
    );
    return Promise.resolve(show(card));
  },
};
