import { localDate } from '../../src/domain/local-date.ts';
import { dayMonth } from '../../src/domain/swedish-text.ts';
import type { Language } from '../../src/domain/words.ts';
import { speakersView } from '../../src/features/speakers/queries.ts';
import { statusWords, type SpeakerView } from '../../src/features/speakers/types.ts';
import { wayForwardCard } from '../cards/plain.ts';
import { say, show, type Command } from '../turn.ts';
import { speakerTalk } from '../wording/speakers.ts';
import { wording } from '../wording.ts';

/** Lines on the card; the tab has them all. */
const mostLines = 12;

/** "Medverkande": who has not said yes, with what to do and until when. */
export const speakersCommand: Command = {
  id: 'speaker.list',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['medverkande'], en: ['speakers'] },
  ways: [
    '=medverkande|=medverkandena|=talare|=talarna|=forelasare|=forelasarna|=speakers|=speaker',
    'medverkande|talare|talarna|forelasare|forelasarna|speakers + svar|sagt|answer|said|fragat|asked|klara|ready',
    // More telling than who of all has not answered.
    'medverkande|talare|talarna|forelasare|forelasarna|speakers + vilka|vilken|=vem|which|=who|=har|have + inte|=ej|havent|not + svar|sagt|answer|said',
  ],
  async run({ tools, actor, language, tabUrl }) {
    const view = await speakersView(tools, actor);
    if (view === null) return say(wording[language].stale);
    const words = speakerTalk[language];
    const waiting = view.speakers.filter(({ status, needs }) => status !== 'confirmed' && needs.length > 0);
    const ready = view.speakers.filter(({ status }) => status === 'confirmed').length;
    const more = waiting.length - mostLines;
    return show(
      wayForwardCard(
        {
          title: words.title,
          lines: [words.ready(ready, view.speakers.length), ...(waiting.length === 0 ? [] : [words.waiting])],
          list: [
            ...waiting.slice(0, mostLines).map((speaker) => lineOf(speaker, language)),
            ...(more > 0 ? [words.more(more)] : []),
          ],
          url: { title: words.inTab, href: tabUrl('planning', { below: 'projektet', part: 'medverkande' }) },
        },
        language,
      ),
    );
  },
};

function lineOf({ displayName, status, talks, needs }: SpeakerView, language: Language): string {
  const talk = talks[0];
  const where = talk === undefined ? '' : `, ${speakerTalk[language].session(talk.number, dayOf(talk.date, language))}`;
  const what = needs.map((need) => need[language]).join(' ');
  return `**${displayName}**${where}: ${statusWords[status][language]}. ${what}`;
}

function dayOf(date: string | null, language: Language): string | null {
  return date === null ? null : dayMonth(localDate(date), language);
}
