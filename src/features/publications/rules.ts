import { isAfter, readLocalDate, type LocalDate } from '../../domain/local-date.ts';
import type { OrganisationType } from '../../domain/organisation.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import { capitalised, listText, numberText } from '../../domain/swedish-text.ts';
import { isWebAddress } from '../../domain/web-address.ts';
import type { Language, Words } from '../../domain/words.ts';
import type { Channel, Publication, PublicationRefusal, Published, Tick } from './types.ts';

interface ChannelPlan {
  readonly ruleId: string;
  readonly name: Words;
  readonly how: Words;
  readonly needsUrl: boolean;
  /** What has to have happened before there is anything to tell. */
  readonly after: 'nothing' | 'start' | 'end';
}

/** COM-01…COM-04, END-02: what is published, in order of time. */
export const channelPlans: Readonly<Record<Channel, ChannelPlan>> = {
  publishedWeb: {
    ruleId: 'COM-02',
    name: { sv: 'Webbsidan före start', en: 'The web page before the start' },
    how: {
      sv: 'Be den som sköter webbsidan Dalalab – Region Dalarna att lägga ut texten, senast samma dag som inbjudan går ut.',
      en: 'Ask whoever keeps the web page Dalalab – Region Dalarna to publish it, on the day of the invitation at the latest.',
    },
    needsUrl: true,
    after: 'nothing',
  },
  publishedNewsletter: {
    ruleId: 'COM-01',
    name: { sv: 'Nyhetsbrevet före start', en: 'The newsletter before the start' },
    how: {
      sv: 'Skicka texten till redaktionen för nyhetsbrevet för Dalastrategin, till nästa nummer.',
      en: 'Send it to the editors of the newsletter of Dalastrategin, for the next issue.',
    },
    needsUrl: false,
    after: 'nothing',
  },
  publishedLinkedIn: {
    ruleId: 'COM-03',
    name: { sv: 'LinkedIn vid starten', en: 'LinkedIn at the start' },
    how: {
      sv: 'Ge texten till kommunikatören på Regionala utvecklingsförvaltningen. En bild behöver rätt att delas, informerade personer och en alt-text.',
      en: 'Give it to the communications officer of Regionala utvecklingsförvaltningen. A picture needs the right to be shared, informed people and an alt text.',
    },
    needsUrl: false,
    after: 'start',
  },
  summaryWeb: {
    ruleId: 'END-02',
    name: { sv: 'Slutsammanfattningen på webbsidan', en: 'The final summary on the web page' },
    how: {
      sv: 'Två sidor räcker. Fyll i det som står inom hakparentes, stäm av med planeringsgruppen och be om publicering.',
      en: 'Two pages are enough. Fill in what stands in brackets, agree with the planning group and have it published.',
    },
    needsUrl: true,
    after: 'end',
  },
  summaryNewsletter: {
    ruleId: 'COM-04',
    name: { sv: 'Nyhetsbrevet efter avslut', en: 'The newsletter after the end' },
    how: {
      sv: 'Skicka texten till redaktionen för nyhetsbrevet för Dalastrategin, med länken till sammanfattningen.',
      en: 'Send it to the editors of the newsletter of Dalastrategin, with the link to the summary.',
    },
    needsUrl: false,
    after: 'end',
  },
};

/** Of an organisation that takes part. */
interface TakesPart {
  readonly shortName: string;
  readonly type: OrganisationType;
}

/** More than these by name would be a list, not a sentence. */
const mostNamed = 3;

/** RG-02: "Elva kommuner deltar, tillsammans med Region Dalarna och Länsstyrelsen." Empty while nobody takes part. */
export function participatingLine(organisations: readonly TakesPart[], language: Language): string {
  const others = organisations.filter(({ type }) => type !== 'municipality').map(({ shortName }) => shortName);
  const count = organisations.length - others.length;
  const words = taking[language];
  const named =
    others.length > mostNamed ? words.others(numberText(others.length, language)) : listText(others, language);
  if (count === 0) return others.length === 0 ? '' : `${capitalised(words.take(named, others.length))}.`;
  const municipalities = capitalised(words.take(words.municipalities(numberText(count, language), count), count));
  return others.length === 0 ? `${municipalities}.` : `${municipalities}, ${words.together(named)}.`;
}

const taking = {
  sv: {
    municipalities: (number: string, count: number) => `${number} ${count === 1 ? 'kommun' : 'kommuner'}`,
    others: (number: string) => `${number} andra organisationer`,
    take: (who: string, _count: number) => `${who} deltar`,
    together: (named: string) => `tillsammans med ${named}`,
  },
  en: {
    municipalities: (number: string, count: number) => `${number} ${count === 1 ? 'municipality' : 'municipalities'}`,
    others: (number: string) => `${number} other organisations`,
    take: (who: string, count: number) => `${who} ${count === 1 ? 'takes' : 'take'} part`,
    together: (named: string) => `together with ${named}`,
  },
} as const;

interface Known {
  readonly today: LocalDate;
  readonly due: LocalDate | undefined;
  readonly begins: LocalDate | undefined;
  readonly ends: LocalDate | undefined;
}

/** A text about the start is of use on the first session's day, one about the end on the last one's. */
export function stateOf(
  channel: Channel,
  published: Published | null,
  { today, due, begins, ends }: Known,
): Publication['state'] {
  if (published !== null) return 'done';
  if (due !== undefined && isAfter(today, due)) return 'late';
  const { after } = channelPlans[channel];
  const from = after === 'start' ? begins : ends;
  return after === 'nothing' || (from !== undefined && !isAfter(from, today)) ? 'now' : 'later';
}

/** A tick is a day that has been, and the page's address where it has one. */
export function checkedTick(
  channel: Channel,
  { on, url }: Tick,
  today: LocalDate,
): Outcome<Published, PublicationRefusal> {
  const day = on === undefined ? today : readLocalDate(on);
  if (day === undefined) return refused('badDate', { value: on ?? '' });
  if (isAfter(day, today)) return refused('dateAhead');
  const address = (url ?? '').trim();
  if (address === '')
    return channelPlans[channel].needsUrl ? refused('noUrl') : done({ on: day.toString(), url: null });
  return isWebAddress(address) ? done({ on: day.toString(), url: address }) : refused('badUrl', { value: address });
}
