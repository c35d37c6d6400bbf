import { capitalised } from '../../src/domain/swedish-text.ts';
import { say as sayIn } from '../../src/domain/words.ts';
import { addDecision } from '../../src/features/tasks/actions.ts';
import { boardOf } from '../../src/features/tasks/queries.ts';
import { longestDecision, taskWords } from '../../src/features/tasks/types.ts';
import { decisionsCard, savedDecisionCard } from '../cards/tasks.ts';
import { say, show, type Command } from '../turn.ts';
import { taskTalk } from '../wording/tasks.ts';

const decided =
  /^(?:nytt )?(?:beslut(?:et)?|decision|decided|(?:vi|we) (?:har |have )?(?:beslutade|beslutat|bestämde|bestamde|bestämt|bestamt|decided))\b(?:\s+(?:att|that))?[\s:,–-]*/i;
const asks = /^(?:visa|vilka|show|which|våra|our|alla|all|vad|what)\b|^(?:besluten|decisions)\b|\?$/i;

/** "Beslut: vi kör Borlänge" is written down with the day and who wrote it; "beslut" alone shows the latest. */
export const decisionCommand: Command = {
  id: 'decision.add',
  act: 'tasks.edit',
  where: 'planning',
  utterances: { sv: ['beslut: vi kör Borlänge'], en: ['decision: we go for Borlänge'] },
  ways: [
    '^^beslut|^^nytt_beslut|^^=decision|^^=decisions|^^=decided|^^vi_beslutade|^^vi_bestamde|^^vi_har_bestamt|^^vi_har_beslutat|^^we_decided|^^we_have_decided',
    'vad_har_vi_bestamt|vad_har_vi_beslutat|vad_bestamde_vi|vad_beslutade_vi|what_have_we_decided|what_did_we_decide',
    'visa|vilka|=vara|=show|which|=our + =beslut|=besluten|=decisions',
  ],
  async run(turn) {
    const { tools, actor, project, language } = turn;
    const said = turn.text.trim();
    const place = { projectId: project.projectId, url: turn.tabUrl('planning', { below: 'uppgifter' }) };
    const text = asks.test(said) ? '' : said.replace(decided, '').trim();
    if (text === '') {
      const board = await boardOf(tools, actor);
      return show(decisionsCard(board?.decisions ?? [], place, language));
    }
    if (text.length > longestDecision) return say(taskTalk[language].tooLong(longestDecision));
    const added = await addDecision(tools, actor, { text: capitalised(text) });
    if (!added.ok) return say(sayIn(taskWords[added.reason], language, added.details));
    return show(savedDecisionCard(added.value, place, language));
  },
};
