import { clockText, inBoth, listText } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import type { ProjectFacts, SessionFacts } from '../../../guideline/facts.ts';
import { equipmentWords, headCount, neededEquipment, remoteSpeakers } from '../../../guideline/head-count.ts';
import type { NeededEquipment } from '../../../guideline/head-count.ts';
import { mealsOf } from '../../kitchen/rules.ts';
import type { Meal } from '../../kitchen/types.ts';
import type { SessionNeed } from '../types.ts';

/** TEC-01, TEC-02, CAT-01: what the programme asks for beside a room, and why. Nobody sits together in a digital session. */
export function needsOf(facts: ProjectFacts, session: SessionFacts): readonly SessionNeed[] {
  if (session.format === 'remote') return [];
  const equipment = neededEquipment(facts, session).map((one) => equipmentNeed(one, facts, session));
  const meals = mealsOf(session.agenda);
  return meals.length === 0 ? equipment : [...equipment, mealNeed(meals, session)];
}

function equipmentNeed(
  { need, because, state }: NeededEquipment,
  facts: ProjectFacts,
  session: SessionFacts,
): SessionNeed {
  return {
    id: need,
    what: capitalised(equipmentWords[need]),
    why: because === 'remote' ? byLink(session) : largeGroup(facts, session),
    state: state === 'missing' ? 'missing' : 'done',
    stands: stands(state, session),
  };
}

function capitalised(words: Words): Words {
  return inBoth((language) => words[language].charAt(0).toUpperCase() + words[language].slice(1));
}

function stands(state: NeededEquipment['state'], { venue }: SessionFacts): Words {
  if (state === 'booked') return { sv: 'Bokad', en: 'Booked' };
  if (state === 'inRoom')
    return { sv: `Finns i ${venue?.name ?? 'lokalen'}`, en: `There is one in ${venue?.name ?? 'the room'}` };
  if (venue === undefined) return { sv: 'Lokalen är inte vald än', en: 'The room is not chosen yet' };
  return { sv: `Saknas i ${venue.name}. Boka eller ta med`, en: `Missing in ${venue.name}. Book it or bring it` };
}

function byLink(session: SessionFacts): Words {
  const names = remoteSpeakers(session).map(({ name }) => name);
  return inBoth((language) =>
    language === 'sv'
      ? `${listText(names, 'sv')} är med via länk.`
      : `${listText(names, 'en')} ${names.length === 1 ? 'takes' : 'take'} part by link.`,
  );
}

function largeGroup(facts: ProjectFacts, session: SessionFacts): Words {
  const { total = 0, source } = headCount(facts, session);
  return source === 'confirmed'
    ? { sv: `Ni är ${total}, fler än 25.`, en: `You are ${total}, more than 25.` }
    : { sv: `Ni kan bli ${total}, fler än 25.`, en: `You may be ${total}, more than 25.` };
}

const mealWords: Readonly<Record<Meal['kind'], Words>> = {
  arrival: { sv: 'kaffe', en: 'coffee' },
  lunch: { sv: 'lunch', en: 'lunch' },
  fika: { sv: 'fika', en: 'coffee break' },
};

function mealNeed(meals: readonly Meal[], { foodOrderedOn }: SessionFacts): SessionNeed {
  const what = inBoth((language) =>
    listText(
      meals.map(({ kind, at }) =>
        language === 'sv'
          ? `${mealWords[kind].sv} kl. ${clockText(at, 'sv')}`
          : `${mealWords[kind].en} at ${clockText(at, 'en')}`,
      ),
      language,
    ),
  );
  return {
    id: 'meals',
    what: capitalised(what),
    why: {
      sv: 'Programmet har ankomst, paus eller lunch då. Köksbladet har samma tider.',
      en: 'The programme has arrival, break or lunch then. The kitchen’s sheet has the same times.',
    },
    state: foodOrderedOn === undefined ? 'open' : 'done',
    stands:
      foodOrderedOn === undefined
        ? { sv: 'Inte beställt än', en: 'Not ordered yet' }
        : { sv: 'Beställt', en: 'Ordered' },
  };
}
