import { Temporal } from 'temporal-polyfill';
import { isoWeek, localDate, startInstant, withOffset } from '../../domain/local-date.ts';
import { capitalised, inBoth, listDate, withoutAccents } from '../../domain/swedish-text.ts';
import { languageOf, type Language, type ReasonWords } from '../../domain/words.ts';
import type { PlanRefusal, RoleHolder, Session } from './types.ts';

type Times = Pick<Session, 'start' | 'end' | 'localStart' | 'localEnd' | 'isoWeek'>;

const noTimes: Times = { start: null, end: null, localStart: null, localEnd: null, isoWeek: null };

/** A session's moments from its local day and clock times; all null while something is not set. */
export function sessionTimes(
  { date, startTime, endTime }: Pick<Session, 'date' | 'startTime' | 'endTime'>,
  zone: string,
): Times {
  if (date === null) return noTimes;
  const day = localDate(date);
  const week = isoWeek(day).week;
  if (startTime === null || endTime === null) return { ...noTimes, isoWeek: week };
  return {
    start: withOffset(startInstant(day, startTime, zone), zone),
    end: withOffset(startInstant(day, endTime, zone), zone),
    localStart: `${date}T${startTime}`,
    localEnd: `${date}T${endTime}`,
    isoWeek: week,
  };
}

/** An instant of the database as ISO text with the zone's offset. */
export function momentText(at: Date, zone: string): string {
  return withOffset(Temporal.Instant.fromEpochMilliseconds(at.getTime()), zone);
}

/** a person's own language when it is known, else the project's. */
export function languageFor(
  extra: Readonly<Record<string, unknown>> | undefined,
  project: { readonly language: string },
): Language {
  const own = extra?.['language'];
  return languageOf(typeof own === 'string' ? own : project.language);
}

/** A day of a refusal, as each language says it. */
export function dayDetails(day: string): { readonly value: string; readonly sv: string; readonly en: string } {
  const inWords = inBoth((language) => capitalised(listDate(localDate(day), language)));
  return { value: day, ...inWords };
}

export const planRefusals: ReasonWords<PlanRefusal> = {
  dietaryUndecided: {
    sv: 'Anmälan kan inte öppna än, för den frågar om specialkost. Fyll i rättslig grund, gallring och beslut under Specialkost i Texter och roller.',
    en: 'Registration cannot open yet, because it asks about dietary needs. Fill in legal basis, retention and decision under Dietary needs in Texts and roles.',
  },
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  noSession: { sv: 'Träffen finns inte.', en: 'There is no such session.' },
  noPerson: {
    sv: 'Personen {personId} finns inte i lärprojektet.',
    en: 'The person {personId} is not in the project.',
  },
  noOrganisation: {
    sv: 'Organisationen {organisationId} finns inte i lärprojektet.',
    en: 'The organisation {organisationId} is not in the project.',
  },
  noContentLead: {
    sv: 'Lärprojektet behöver en innehållsansvarig. Välj en person.',
    en: 'The project needs a content lead. Choose a person.',
  },
  noAddress: {
    sv: 'Katalogen har ingen e-postadress för dig. Be IT lägga till den, eller läs in en projektfil.',
    en: 'The directory has no e-mail address for you. Ask IT to add it, or import a project file.',
  },
  addressTaken: {
    sv: 'Adressen {email} finns redan i lärprojektet.',
    en: 'The address {email} is in the project already.',
  },
  addressHasAccents: {
    sv: 'E-postadresser kan inte ha å, ä eller ö. Menar du {suggestion}?',
    en: 'E-mail addresses cannot have å, ä or ö. Do you mean {suggestion}?',
  },
  ownAddress: {
    sv: 'Din egen adress kommer från katalogen. Be ersättaren ändra den här när den är ändrad där.',
    en: 'Your own address comes from the directory. Ask the deputy to change it here once it is changed there.',
  },
  leadIsDeputy: {
    sv: 'Innehållsansvarig och ersättare ska vara två personer. Välj en annan ersättare, eller ingen.',
    en: 'The content lead and the deputy are to be two people. Choose another deputy, or nobody.',
  },
  personHasRole: {
    sv: '{name} har en roll. Ta bort rollen under Ändra roller först.',
    en: '{name} has a role. Take it away under Edit roles first.',
  },
  personIsRegistered: {
    sv: '{name} har anmält sig och går därför inte att ta bort här.',
    en: '{name} has registered and can therefore not be removed here.',
  },
  personHasTask: {
    sv: '{name} står på en uppgift. Ge den till någon annan först.',
    en: '{name} stands on a task. Give it to somebody else first.',
  },
  personIsNamed: {
    sv: '{name} är kontaktperson, medverkar eller står i en träffs program eller datumfråga, och går därför inte att ta bort.',
    en: '{name} is a contact, a speaker, or stands in a session’s programme or a question about dates, and can therefore not be removed.',
  },
  idTaken: {
    sv: 'Namnet {projectId} är upptaget. Välj ett annat.',
    en: 'The name {projectId} is taken. Choose another.',
  },
  badDate: {
    sv: '"{value}" är inget datum. Skriv år-månad-dag, till exempel 2026-09-22.',
    en: '"{value}" is not a date. Write year-month-day, for example 2026-09-22.',
  },
  dayAhead: {
    sv: '{sv} har inte varit än. Skriv den dag då det hände.',
    en: '{en} has not come yet. Write the day when it happened.',
  },
  badTime: {
    sv: '"{value}" är inget klockslag. Skriv timme:minut, till exempel 09:00.',
    en: '"{value}" is not a time. Write hour:minute, for example 09:00.',
  },
  noDateYet: {
    sv: 'Träffen har inget datum än. Sätt första dagens datum först.',
    en: 'The session has no date yet. Set the date of its first day first.',
  },
  dayTaken: {
    sv: 'Träffen har redan den dagen. Välj en annan.',
    en: 'The session has that day already. Choose another.',
  },
  setupAfterStart: {
    sv: 'Möbleringen börjar före träffen. Skriv en tid före träffens start.',
    en: 'Furnishing begins before the session. Write a time before it starts.',
  },
  endsBeforeStart: {
    sv: 'Träffen slutar innan den börjar. Rätta klockslagen.',
    en: 'The session ends before it starts. Correct the times.',
  },
  inThePast: { sv: '{sv} har varit. Välj en dag framåt.', en: '{en} has passed. Choose a day ahead.' },
  alreadyHeld: { sv: 'Träffen har redan varit.', en: 'The session has been held already.' },
  cancelled: { sv: 'Träffen är inställd.', en: 'The session is cancelled.' },
  closesBeforeOpening: {
    sv: 'Anmälan stänger innan den öppnar. Rätta ett av datumen.',
    en: 'Registration closes before it opens. Correct one of the dates.',
  },
  registrationClosed: {
    sv: 'Anmälan har stängt. Då går tiden inte att ändra.',
    en: 'Registration has closed. The time cannot be changed any more.',
  },
  noRule: {
    sv: 'Regeln {ruleId} finns inte i projektets riktlinjer.',
    en: 'The guideline of the project has no rule {ruleId}.',
  },
  neverOverridden: {
    sv: 'Regel {ruleId} går inte att gå förbi, vilket skälet än är. Gör det som regeln säger.',
    en: 'Rule {ruleId} cannot be passed by, whatever the reason. Do what the rule says.',
  },
  noReason: {
    sv: 'Skriv varför, med minst fem tecken. Skälet visas för alla som planerar.',
    en: 'Write why, in at least five characters. Everybody who plans can see the reason.',
  },
  notByHand: {
    sv: '"{name}" bockas inte av för hand.',
    en: '"{name}" is not ticked off by hand.',
  },
  blocked: {
    sv: 'Riktlinjerna stoppar det här: {rules}. Åtgärda, eller gå vidare med ett skäl på regeln.',
    en: 'The guideline stops this: {rules}. Put it right, or give a reason on the rule and go on.',
  },
  notDormant: { sv: 'Lärprojektet är redan igång.', en: 'The project is running already.' },
  nothingToUndo: { sv: 'Det finns ingen flytt att ångra.', en: 'There is no move to undo.' },
  goneOut: {
    sv: 'Flytten har redan gått ut. Flytta tillbaka träffen i stället, så får alla besked.',
    en: 'The move has gone out. Move the session back instead, and everybody is told.',
  },
  previewChanged: {
    sv: 'Något har ändrats sedan förhandsvisningen. Inget är gjort. Titta igen och bekräfta.',
    en: 'Something has changed since the preview. Nothing was done. Look again and confirm.',
  },
};

/** `lp-2026-kompetens-i-hela-dalarna`: small letters, digits and hyphens, at most 63. */
export function slugOf(title: string, year: number): string {
  const words = withoutAccents(title.toLowerCase())
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `lp-${year}-${words}`.slice(0, 63).replace(/-+$/, '');
}

/** Those who have every session in their calendar, whether they take part or not. */
export const invitedRoles: readonly RoleHolder['role'][] = [
  'contentLead',
  'deputy',
  'processFacilitator',
  'planningGroup',
];
