import type { Words } from '../../../domain/words.ts';

/** What the kitchen's page says. Short: it is read standing, or printed and hung up. */
export const words = {
  title: { sv: 'Köksblad {day}', en: 'Kitchen sheet {day}' },
  session: { sv: 'Träff {number}: {title}', en: 'Session {number}: {title}' },
  people: { sv: '{n} personer', en: '{n} people' },
  onePerson: { sv: '1 person', en: '1 person' },
  preliminary: {
    sv: 'Preliminärt. Slutligt antal kommer {day} kl. 12.00 på den här sidan.',
    en: 'Preliminary. The final number comes on {day} at 12:00 on this page.',
  },
  preliminaryOnly: { sv: 'Preliminärt.', en: 'Preliminary.' },
  final: { sv: 'Slutligt antal, lämnat {day}.', en: 'Final number, given on {day}.' },
  changes: { sv: 'Ändrat sedan {day}', en: 'Changed since {day}' },
  noChanges: { sv: 'Inget har ändrats sedan dess.', en: 'Nothing has changed since then.' },
  heads: { sv: 'Antal', en: 'Number' },
  diet: { sv: 'Specialkost', en: 'Dietary needs' },
  dietNone: { sv: 'Ingen specialkost är anmäld.', en: 'No dietary needs are registered.' },
  kind: { sv: 'Kost', en: 'Kind' },
  count: { sv: 'Antal', en: 'Number' },
  severeColumn: { sv: 'Varav allvarlig allergi', en: 'Of which severe allergy' },
  severe: {
    sv: 'Allvarlig allergi: {n}. Märk maten och ha innehållsförteckning framme.',
    en: 'Severe allergy: {n}. Label the food and keep the list of ingredients at hand.',
  },
  other: { sv: 'övrigt: {wording}', en: 'other: {wording}' },
  combined: { sv: 'Samma portion', en: 'One and the same portion' },
  unread: {
    sv: '{n} till har skrivit något som vi går igenom. Det kommer på den här sidan.',
    en: '{n} more have written something that we are going through. It will come on this page.',
  },
  noNames: {
    sv: 'Antal utan namn, så att ingen pekas ut. Fråga kontaktpersonen om något är oklart.',
    en: 'Numbers without names, so that nobody is pointed out. Ask the contact person if anything is unclear.',
  },
  times: { sv: 'Tider', en: 'Times' },
  place: { sv: 'Rummet', en: 'The room' },
  venue: { sv: 'Lokal', en: 'Venue' },
  when: { sv: 'När', en: 'When' },
  opens: { sv: 'Rummet öppnas', en: 'The room opens' },
  layout: { sv: 'Möblering', en: 'Layout' },
  equipment: { sv: 'Teknik', en: 'Equipment' },
  invoice: { sv: 'Fakturan märks', en: 'The invoice is marked' },
  contact: { sv: 'Kontakt på dagen', en: 'Contact of the day' },
  latest: {
    sv: 'Den här sidan visar alltid det senaste. Läst {moment}.',
    en: 'This page always shows the latest. Read {moment}.',
  },
  none: {
    sv: 'Träffen är inställd eller hålls digitalt. Det behövs ingen mat.',
    en: 'The session is called off or held online. No food is needed.',
  },
  goneTitle: { sv: 'Länken gäller inte längre', en: 'The link is no longer valid' },
  gone: {
    sv: 'Den är för gammal eller ersatt av en ny. Använd länken i det senaste mejlet från oss, eller svara på det så skickar vi en ny.',
    en: 'It is too old or replaced by a new one. Use the link in the latest mail from us, or reply to it and we will send a new one.',
  },
} as const satisfies Record<string, Words>;
