import { Temporal } from 'temporal-polyfill';
import { daysBetween, localDate, localDateOf, localTimeOf } from '../../../domain/local-date.ts';
import type { OrganisationType } from '../../../domain/organisation.ts';
import {
  capitalised,
  listText,
  numberText,
  textDate,
  timeRange,
  timeText,
  weekText,
} from '../../../domain/swedish-text.ts';
import { placeText } from '../../../domain/place-text.ts';
import type { Language, Words } from '../../../domain/words.ts';
import type { Organisation, Project, Session, Venue } from '../../planning/types.ts';

/** What is not known yet, so that the letter can be looked at before it is complete. */
export const unknown = '…';

/** INV-08, INV-09: what stands where the project has not written its own. */
export const standardTexts = {
  closingText: {
    sv: 'Meddela eventuell specialkost när du anmäler dig. Du får en bekräftelse direkt. När anmälan har stängt får du en kalenderbokning för varje träff.',
    en: 'Tell us of any dietary needs (specialkost) when you register. You get a receipt at once. When the registration has closed, you get a calendar booking for every session.',
  },
  aboutText: {
    sv: 'Dalalab är ett forum där tjänstepersoner i Dalarnas kommuner, regionen och länet lär av varandra. Vi löser utmaningar tillsammans. Dalalab drivs av Länsstyrelsen Dalarna och Region Dalarna.',
    en: 'Dalalab is a forum where officials of the municipalities, the region and the county learn from one another. Dalalab is run by Länsstyrelsen Dalarna and Region Dalarna.',
  },
} as const satisfies Record<string, Words>;

export type InvitationText = keyof typeof standardTexts;

/** A text of the project's `invitation` block; an empty one has been removed, and then a rule says so. */
export function invitationText(
  blocks: Project['blocks'],
  name: InvitationText | 'wholeProjectText' | 'municipalDirectorsAddress' | 'targetGroupAddress',
): string | undefined {
  const block = blocks['invitation'];
  const texts = typeof block === 'object' && block !== null ? (block as Readonly<Record<string, unknown>>) : {};
  const text = texts[name];
  return typeof text === 'string' ? text : undefined;
}

/** "fredagen den 28 augusti kl. 16.00". */
export function closingMoment(project: Pick<Project, 'registrationCloses' | 'timeZone'>, language: Language): string {
  if (project.registrationCloses === null) return unknown;
  const at = Temporal.Instant.from(project.registrationCloses);
  const day = textDate(localDateOf(at, project.timeZone), language);
  return `${day} ${timeText(localTimeOf(at, project.timeZone), language)}`;
}

/** "Träff 1: tisdagen den 22 september (v. 39), kl. 8.30–16.00, Siljan, Falun". */
export function sessionLine(session: Session, venues: readonly Venue[], language: Language): string {
  const venue = venues.find(({ id }) => id === session.venueId);
  const day = session.date === null ? undefined : localDate(session.date);
  const when = day === undefined ? unknown : `${textDate(day, language)} (${weekText(day, language)})`;
  const { startTime, endTime } = session;
  const times = startTime === null || endTime === null ? unknown : timeRange(startTime, endTime, language);
  const name = language === 'sv' ? `Träff ${session.number}` : `Session ${session.number}`;
  return [`${name}: ${when}`, times, ...(venue === undefined ? [] : [placeText(venue)])].join(', ');
}

const daysOfMonth = 30.4;

/** "Fyra heldagsträffar på cirka fem månader." */
export function formatLine(sessions: readonly Session[], language: Language): string {
  const count = sessions.length;
  const dates = sessions.flatMap(({ date }) => (date === null ? [] : [localDate(date)]));
  const [first, last] = [dates[0], dates.at(-1)];
  const months = first === undefined || last === undefined ? 0 : Math.round(daysBetween(first, last) / daysOfMonth);
  const isFull = sessions.every(({ fullDay }) => fullDay);
  if (language === 'en')
    return `${capitalised(numberText(count, 'en'))} ${isFull ? 'full-day ' : ''}${count === 1 ? 'session' : 'sessions'}${months < 2 ? '' : ` in about ${numberText(months, 'en')} months`}.`;
  const kind = isFull ? (count === 1 ? 'heldagsträff' : 'heldagsträffar') : count === 1 ? 'träff' : 'träffar';
  return `${capitalised(numberText(count, 'sv'))} ${kind}${months < 2 ? '' : ` på cirka ${numberText(months, 'sv')} månader`}.`;
}

const fromWhom: Readonly<Record<OrganisationType, Words>> = {
  municipality: { sv: 'per kommun', en: 'per municipality' },
  region: { sv: 'från regionen', en: 'from the region' },
  countyAdministrativeBoard: { sv: 'från Länsstyrelsen', en: 'from the county administrative board' },
  university: { sv: 'per högskola', en: 'per university' },
  nationalAgency: { sv: 'per myndighet', en: 'per agency' },
  other: { sv: 'per annan organisation', en: 'per other organisation' },
};

/** INV-04: "Högst 3 personer per kommun, 3 från Region Dalarna och 3 från Länsstyrelsen." */
export function limitsLine(
  limits: Project['maxPerOrganisation'],
  organisations: readonly Organisation[],
  language: Language,
): string {
  const named = Object.entries(fromWhom).flatMap(([type, words]) => {
    const most = limits[type];
    if (most === undefined) return [];
    const ofType = organisations.filter((one) => one.type === type);
    const only = type === 'region' && ofType.length === 1 ? ofType[0]?.name : undefined;
    const from = only === undefined ? words[language] : language === 'sv' ? `från ${only}` : `from ${only}`;
    return [{ most, from }];
  });
  if (named.length === 0) return unknown;
  const parts = named.map(({ most, from }, index) => {
    const people = language === 'sv' ? (most === 1 ? 'person' : 'personer') : most === 1 ? 'person' : 'people';
    return index === 0 ? `${most} ${people} ${from}` : `${most} ${from}`;
  });
  return language === 'sv'
    ? `Högst ${listText(parts, 'sv')}. Gärna från olika verksamheter.`
    : `At most ${listText(parts, 'en')}. Preferably from different parts of the organisation.`;
}
