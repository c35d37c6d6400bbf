import type { Words } from '../../src/domain/words.ts';

/** Those who take part in the programmes, from idea to yes. */
export const speakers = {
  title: { sv: 'Medverkande', en: 'Speakers' },
  intro: {
    sv: 'Från idé till ja. Fråga senast sex veckor före och ha ett ja tre veckor före.',
    en: 'From idea to yes. Ask six weeks before at the latest, and have a yes three weeks before.',
  },
  none: {
    sv: 'Inga medverkande än. Skriv in dem ni tänker på, även som idé.',
    en: 'No speakers yet. Write those you think of, also as ideas.',
  },
  ready: { sv: '{yes} av {all} har sagt ja.', en: '{yes} of {all} have said yes.' },
  add: { sv: 'Lägg till medverkande', en: 'Add a speaker' },
  edit: { sv: 'Ändra', en: 'Edit' },
  editOf: { sv: 'Ändra {name}', en: 'Edit {name}' },
  statusOf: { sv: 'Hur långt det har kommit med {name}', en: 'How far it has come with {name}' },
  statusSaved: { sv: '{name}: {status}.', en: '{name}: {status}.' },
  ask: { sv: 'Fråga', en: 'Ask' },
  askOf: { sv: 'Fråga {name}', en: 'Ask {name}' },
  remind: { sv: 'Påminn', en: 'Remind' },
  remindOf: { sv: 'Påminn {name}', en: 'Remind {name}' },
  send: { sv: 'Skicka frågan', en: 'Send the question' },
  sent: { sv: 'Frågan till {name} går om en stund.', en: 'The question to {name} goes in a moment.' },
  to: { sv: 'Till {name}, {address}', en: 'To {name}, {address}' },
  session: { sv: 'Träff {number}', en: 'Session {number}' },
  noTalk: { sv: 'Står inte i något program än.', en: 'Is not on any agenda yet.' },
  owner: { sv: 'Håller kontakten', en: 'Keeps in touch' },
  ownerIs: { sv: '{name} håller kontakten', en: '{name} keeps in touch' },
  nobody: { sv: 'Ingen än', en: 'Nobody yet' },
  askedOn: { sv: 'tillfrågad {day}', en: 'asked {day}' },
  answeredOn: { sv: 'svarade {day}', en: 'answered {day}' },
  testOn: { sv: 'teknik provas {day}', en: 'technique tried {day}' },
  kind: { sv: 'Slag', en: 'Kind' },
  kindUnknown: { sv: 'Inte valt', en: 'Not chosen' },
  techTest: { sv: 'Dag då tekniken provas', en: 'Day when the technique is tried' },
  techTestHelp: { sv: 'En till tre dagar före är vårt råd.', en: 'One to three days before is our advice.' },
  links: { sv: 'Länkar att läsa vidare på', en: 'Links to read on' },
  linksHelp: {
    sv: 'En per rad: rubrik och adress. De står i det öppna programmet.',
    en: 'One a line: a title and the address. They stand in the public programme.',
  },
  isParticipant: { sv: 'Också deltagare', en: 'Also a participant' },
  organisation: { sv: 'Organisation', en: 'Organisation' },
  jobTitle: { sv: 'Titel', en: 'Title' },
} as const satisfies Record<string, Words>;

export const speakerStates = {
  idea: { sv: 'Idé', en: 'Idea' },
  asked: { sv: 'Tillfrågad', en: 'Asked' },
  tentative: { sv: 'Preliminär', en: 'Tentative' },
  confirmed: { sv: 'Ja', en: 'Yes' },
  declined: { sv: 'Nej', en: 'No' },
} as const satisfies Record<string, Words>;

export const speakerKinds = {
  research: { sv: 'Forskning', en: 'Research' },
  agencyInformation: { sv: 'Myndighet', en: 'Agency' },
  localExample: { sv: 'Lokalt exempel', en: 'Local example' },
  externalExample: { sv: 'Exempel från andra län', en: 'Example from other counties' },
  other: { sv: 'Annat', en: 'Other' },
} as const satisfies Record<string, Words>;

/** How it goes with the question. What has been sent needs no words of its own. */
export const questionStates: Readonly<Record<string, Words>> = {
  waiting: { sv: 'Frågan går om en stund', en: 'The question goes in a moment' },
  byHand: { sv: 'Frågan ska skickas för hand', en: 'The question is to be sent by hand' },
  stopped: { sv: 'Frågan stoppades och gick inte ut', en: 'The question was stopped and did not go out' },
  failed: { sv: 'Frågan kunde inte skickas', en: 'The question could not be sent' },
  bounced: { sv: 'Frågan kom tillbaka. Kontrollera adressen', en: 'The question came back. Check the address' },
};
