import { costsOf } from '../../src/features/costs/queries.ts';
import { costsCard } from '../cards/costs.ts';
import { say, show, type Command } from '../turn.ts';
import { wording } from '../wording.ts';

/** "Budget": how the costs stand. They are changed in the tab, where one sees all of them. */
export const costsCommand: Command = {
  id: 'costs.show',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['budget', 'vad kostar det?'], en: ['budget', 'what does it cost?'] },
  ways: [
    'budget|kostnad|kostnader|kostnadsfordelning|ekonomi|=costs',
    'vad|hur_mycket|what|how_much + kostar|=kosta|=cost|=costs',
    'hur_ligger_vi_till|how_are_we_doing + budget|ekonomi|pengar|money',
  ],
  async run({ tools, actor, tabUrl, language }) {
    const view = await costsOf(tools, actor);
    if (view === null) return say(wording[language].stale);
    return show(costsCard(view, tabUrl('planning', { below: 'kostnader' }), language));
  },
};
