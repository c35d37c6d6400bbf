import { countsOf } from '../../src/features/registration/queries.ts';
import { listText } from '../../src/domain/swedish-text.ts';
import { countsCard } from '../cards/plain.ts';
import { say, show, type Button, type Command, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { previewInChat, sendFromChat, type ChatMailing } from './mailing.ts';

/** "Anmälda": how many, and which municipalities are silent. Names stay in the tab. */
export const countCommand: Command = {
  id: 'registration.count',
  act: 'plan.view',
  where: 'planning',
  utterances: {
    sv: ['anmälda', 'hur många har anmält sig?'],
    en: ['registered', 'how many have signed up?'],
  },
  ways: [
    'anmalda|deltagare|participants|registered',
    'hur_manga|=antal|how_many + anmal|deltagare|signed|registered|registration|participant|kommer|coming',
  ],
  async run({ tools, project, language, tabUrl }) {
    const counts = await countsOf(tools, project);
    if (counts === null) return say(wording[language].stranger);
    return show(
      countsCard(
        {
          projectTitle: project.title,
          confirmed: counts.confirmed,
          maxTotal: counts.maxTotal,
          waiting: counts.waitingList,
          lateRequests: counts.lateRequests,
          cancelled: counts.cancelled,
          organisations: counts.perOrganisation.filter(({ confirmed }) => confirmed > 0).length,
          silent: counts.silentMunicipalities.map(({ shortName }) => shortName),
          abstaining: counts.abstaining.map(({ shortName }) => shortName),
          tabUrl: tabUrl('participants'),
        },
        language,
      ),
    );
  },
};

/** Which municipalities have registered nobody; organisations are no secret, people would be. */
export const missingCommand: Command = {
  id: 'registration.missing',
  act: 'plan.view',
  where: 'planning',
  utterances: {
    sv: ['vilka har inte svarat?', 'vilka kommuner är tysta?'],
    en: ['who has not answered?', 'which municipalities are silent?'],
  },
  ways: [
    'vilka|vilken|=vem|kommun|organisation|municipalit|which|=who|=whos + inte|=ej|havent|hasnt|not|saknas|missing + svar|anmal|answer|repl|regist|signed',
    'vilka|kommun|which|municipalit + tyst|saknas|silent|missing',
    'paminn|remind + kommun|municipalit|tyst|silent|svarat',
    '^paminn$|^paminnelse$|^remind$',
    'har|have|=has + alla|=all|everyone|everybody + svarat|anmalt|answered|replied|registered',
  ],
  async run(turn) {
    const { tools, project, language } = turn;
    const words = wording[language].missing;
    const counts = await countsOf(tools, project);
    const silent = counts?.silentMunicipalities ?? [];
    if (silent.length === 0) return say(words.none);
    const names = listText(
      silent.map(({ shortName }) => shortName),
      language,
    );
    return previewInChat(turn, { ...reminder(turn), lines: [words.list(names)] });
  },
};

function reminder(turn: Turn): ChatMailing {
  return {
    id: 'silent',
    what: 'registration.missing',
    title: wording[turn.language].missing.title,
    data: {},
    url: turn.tabUrl('notices'),
  };
}

export const missingButtons: readonly Button[] = [
  {
    verb: 'registration.missing!send',
    act: 'notices.send',
    where: 'planning',
    press: (turn, pressed) => sendFromChat(turn, pressed, reminder(turn)),
  },
];
