import { greeting, heading, link, paragraph, paragraphs } from '../../notices/letters/letter.ts';
import type { Draft } from '../../notices/types.ts';
import type { InfoFacts, InfoTo } from './info.ts';

/** Three days before: where, when, and what to have with one. */
export function reminderDraft(facts: InfoFacts, to: InfoTo): Draft {
  return facts.language === 'en' ? reminderInEnglish(facts, to) : reminderInSwedish(facts, to);
}

function reminderInSwedish(facts: InfoFacts, to: InfoTo): Draft {
  const where = facts.city === null ? '' : ` i ${facts.city}`;
  return {
    subject: `Vi ses på ${facts.weekday}${where}`,
    parts: [
      greeting(to.givenName, 'sv'),
      ...paragraphs(to.own),
      paragraph(`Snart är det dags för träff ${facts.sessionNumber}: ${facts.day}, ${facts.times}.`),
      ...(facts.place === null ? [] : [paragraph(`Plats: ${facts.place}.`)]),
      paragraph(`Kaffet är klart ${facts.arrival}. Vi håller tiderna.`),
      heading('Förbered dig så här'),
      ...paragraphs(facts.preparation),
      link('Programmet, alltid det senaste', facts.programmeUrl),
      paragraph('Kan du inte komma? Tacka nej i kalendern, så minskar vi maten.'),
      paragraph(`Vi ses! ${facts.sender}`),
    ],
  };
}

function reminderInEnglish(facts: InfoFacts, to: InfoTo): Draft {
  const where = facts.city === null ? '' : ` in ${facts.city}`;
  return {
    subject: `See you on ${facts.weekday}${where}`,
    parts: [
      greeting(to.givenName, 'en'),
      ...paragraphs(to.own),
      paragraph(`Session ${facts.sessionNumber} is near: ${facts.day}, ${facts.times}.`),
      ...(facts.place === null ? [] : [paragraph(`Place: ${facts.place}.`)]),
      paragraph(`Coffee is served ${facts.arrival}. We keep to the times.`),
      heading('Prepare like this'),
      ...paragraphs(facts.preparation),
      link('The programme, always the latest', facts.programmeUrl),
      paragraph('Can you not come? Decline in the calendar, and we order less food.'),
      paragraph(`See you! ${facts.sender}`),
    ],
  };
}

/** To those whose calendar booking stands without an answer: the food is ordered by the answers. */
export function answerDraft(facts: InfoFacts, to: InfoTo): Draft {
  const { sessionNumber: number, day, times, city, sender } = facts;
  if (facts.language === 'en')
    return {
      subject: `Are you coming on ${facts.shortDay}?`,
      parts: [
        greeting(to.givenName, 'en'),
        ...paragraphs(to.own),
        paragraph(`You have not answered the calendar booking for session ${number}.`),
        paragraph(`It is held ${day}, ${times}${city === null ? '' : `, in ${city}`}.`),
        paragraph('Please answer yes or no in the booking. Then we order the right amount of food.'),
        paragraph('Can you not find the booking? Look among junk mail, or answer this mail.'),
        paragraph(`Kind regards, ${sender}`),
      ],
    };
  return {
    subject: `Kommer du den ${facts.shortDay}?`,
    parts: [
      greeting(to.givenName, 'sv'),
      ...paragraphs(to.own),
      paragraph(`Du har inte svarat på kalenderbokningen till träff ${number}.`),
      paragraph(`Den är ${day}, ${times}${city === null ? '' : `, i ${city}`}.`),
      paragraph('Svara ja eller nej i bokningen, så beställer vi lagom mycket mat.'),
      paragraph('Hittar du inte bokningen? Titta i skräpposten, eller svara på det här mejlet.'),
      paragraph(`Vänliga hälsningar, ${sender}`),
    ],
  };
}
