import { counted } from '../../domain/swedish-text.ts';
import type { SessionFacts, SpeakerFacts } from '../facts.ts';
import { advised, met } from '../findings.ts';
import type { SessionRule } from '../rule.ts';
import { elsewhere, sessionHint } from './hints.ts';

const noSpeakers = elsewhere({ sv: 'Ingen medverkar utifrån.', en: 'Nobody comes to speak.' });

/** Each once, without those who have said no. */
function speakersOf({ agenda }: SessionFacts): readonly SpeakerFacts[] {
  const all = agenda.flatMap(({ speakers }) => speakers).filter(({ status }) => status !== 'declined');
  return [...new Map(all.map((speaker) => [speaker.id, speaker])).values()];
}

const readOn = sessionHint(
  {
    id: 'RG-04',
    quote: 'Hela arbetet går att följa på www',
    owner: 'planningGroup',
    title: { sv: 'Länkar till de medverkandes arbete', en: 'Links to the work of the speakers' },
    explanation: {
      sv: 'Den som blir nyfiken kan läsa vidare. Länken står i det öppna programmet.',
      en: 'Whoever becomes curious can read on. The link stands in the public programme.',
    },
    todo: { sv: 'Be dem som medverkar om en länk.', en: 'Ask the speakers for a link.' },
  },
  (_facts, session) => {
    const speakers = speakersOf(session);
    if (speakers.length === 0) return noSpeakers;
    const dead = speakers.reduce((sum, { deadLinks }) => sum + deadLinks, 0);
    if (dead > 0)
      return advised({
        sv: `${counted(dead, 'länk leder', 'länkar leder')} ingenstans. Byt eller ta bort.`,
        en: `${counted(dead, 'link leads', 'links lead')} nowhere. Change or remove.`,
      });
    const linked = speakers.filter(({ links }) => links > 0).length;
    if (linked === 0) return undefined;
    return met({
      sv: `${linked} av ${speakers.length} medverkande har en länk i programmet.`,
      en: `${linked} of ${speakers.length} speakers have a link in the programme.`,
    });
  },
);

const introduced = sessionHint(
  {
    id: 'RG-05',
    quote: 'Åsa Zetterberg, SKL:s Center …, berättade om',
    owner: 'planningGroup',
    title: { sv: 'Vem, varifrån och om vad', en: 'Who, from where and about what' },
    explanation: {
      sv: 'Varje medverkande har organisation och ämne. Den som också är deltagare är en person, med en lunch.',
      en: 'Every speaker has an organisation and a topic. A speaker who also takes part is one person, with one lunch.',
    },
    todo: { sv: 'Fyll i organisation och ämne.', en: 'Fill in organisation and topic.' },
  },
  (_facts, session) => {
    const speakers = speakersOf(session);
    if (speakers.length === 0) return noSpeakers;
    const unknown = speakers.filter(({ isIntroduced }) => !isIntroduced).length;
    if (unknown === 0)
      return met({
        sv: 'Alla medverkande har organisation och ämne.',
        en: 'Every speaker has organisation and topic.',
      });
    return advised({
      sv: `${unknown} medverkande saknar organisation eller ämne.`,
      en: `${counted(unknown, 'speaker lacks', 'speakers lack')} organisation or topic.`,
    });
  },
);

/** What another network tells of those who come to speak. */
export const reglabSpeakerRules: readonly SessionRule[] = [readOn, introduced];
