import { counted } from '../../../../domain/swedish-text.ts';
import type { Language } from '../../../../domain/words.ts';
import type { RegistrationState, SessionAnswer } from '../../../../domain/people.ts';

/** What was just done, as the address says after a post. */
export type SelfDone = 'uppgifter' | 'kost' | 'svar' | 'gast' | 'borttagen' | 'lamnat' | 'tillbaka' | 'medveten';

interface SelfWords {
  title(name: string): string;
  readonly pageTitle: string;
  readonly state: Readonly<Record<RegistrationState, string>>;
  position(position: number): string;
  readonly done: Readonly<Record<SelfDone, string>>;
  readonly commitment: string;
  readonly commitmentText: string;
  readonly commitmentSave: string;
  readonly sessions: string;
  session(number: string): string;
  readonly answers: Readonly<Record<SessionAnswer, string>>;
  readonly come: string;
  readonly cannot: string;
  readonly past: string;
  readonly stillIn: string;
  readonly substitute: string;
  readonly substituteHint: string;
  readonly colleague: string;
  readonly colleagueHint: string;
  readonly guestIs: Readonly<Record<'substitute' | 'colleague', string>>;
  readonly remove: string;
  readonly save: string;
  readonly given: string;
  readonly family: string;
  readonly email: string;
  readonly organisation: string;
  readonly otherOrganisation: string;
  readonly calendar: string;
  readonly calendarHint: string;
  readonly programme: string;
  documents(count: number): string;
  readonly evaluation: string;
  evaluationText(number: number): string;
  readonly answerNow: string;
  readonly answered: string;
  readonly participants: string;
  readonly participantsText: string;
  readonly participantsLink: string;
  readonly onPage: string;
  readonly sharePhone: string;
  readonly returnTitle: string;
  readonly returnText: string;
  readonly returnYes: string;
  readonly details: string;
  readonly jobTitle: string;
  readonly phone: string;
  emailFixed(lead: string): string;
  readonly dietaryTitle: string;
  readonly saveDietary: string;
  readonly dietary: string;
  readonly dietaryHint: string;
  readonly leave: string;
  readonly leaveText: string;
  readonly leaveTitle: string;
  readonly leaveSure: string;
  readonly leaveYes: string;
  readonly leaveNo: string;
}

export const selfPageWords: Readonly<Record<Language, SelfWords>> = {
  sv: {
    title: (name) => `Hej ${name}!`,
    pageTitle: 'Din sida',
    state: {
      confirmed: 'Du är anmäld till alla träffar.',
      waitingList: 'Du står på väntelistan. Blir det en plats får du den direkt, med ett mejl.',
      lateRequest: 'Din anmälan kom efter att anmälan stängt. Innehållsansvarig avgör, och du får besked med e-post.',
      cancelled: 'Du har lämnat lärprojektet. Vill du vara med igen? Anmäl dig på nytt eller hör av dig.',
      declined: 'Det fanns ingen plats till dig den här gången.',
    },
    position: (position) => `Du är på plats ${position} i din organisation.`,
    done: {
      uppgifter: 'Dina uppgifter är sparade.',
      kost: 'Uppgiften om specialkost är sparad.',
      svar: 'Ditt svar är sparat.',
      gast: 'Sparat. Vi har mejlat den du angav.',
      borttagen: 'Borttaget. Meddela gärna personen själv.',
      lamnat: 'Du har lämnat lärprojektet. Du får ett mejl som bekräftar det.',
      tillbaka: 'Du är med igen. Du får ett mejl som bekräftar det.',
      medveten: 'Tack! Det är sparat.',
    },
    commitment: 'En sak att bekräfta',
    commitmentSave: 'Bekräfta',
    commitmentText: 'Din anmälan kom in på ett annat sätt än genom formuläret. Läs, kryssa och bekräfta.',
    sessions: 'Mina träffar',
    session: (number) => `Träff ${number}`,
    answers: {
      none: 'Du har inte svarat.',
      accepted: 'Du kommer.',
      declined: 'Du kan inte komma.',
      tentativelyAccepted: 'Du kommer kanske.',
    },
    come: 'Jag kommer',
    cannot: 'Jag kan inte',
    past: 'Träffen har varit.',
    stillIn: 'Kan du inte en gång är du ändå kvar i lärprojektet.',
    substitute: 'Skicka en ersättare',
    substituteHint: 'Ersättaren tar din plats den här gången. Vi mejlar tid och plats.',
    colleague: 'Ta med en kollega',
    colleagueHint: 'I mån av plats. Vi mejlar tid och plats.',
    guestIs: { substitute: 'Ersättare', colleague: 'Kollega' },
    remove: 'Ta bort',
    save: 'Spara uppgifterna',
    given: 'Förnamn',
    family: 'Efternamn',
    email: 'E-post',
    organisation: 'Organisation',
    otherOrganisation: 'Annan organisation',
    calendar: 'Ladda ner alla träffar till din kalender',
    calendarHint: 'En fil för andra kalendrar än Outlook. I Outlook kommer bokningarna av sig själva.',
    programme: 'Program och praktiskt',
    documents: (count) => `Dokumentation (${counted(count, 'fil', 'filer')})`,
    evaluation: 'Utvärdering',
    evaluationText: (number) =>
      `Utvärderingen av träff ${number} är öppen. Fem frågor, under två minuter. Svaren sparas utan ditt namn.`,
    answerNow: 'Svara på utvärderingen',
    answered: 'Du har svarat på utvärderingen. Tack!',
    participants: 'Deltagare',
    participantsText: 'Här ser du vilka som är med och hur du når dem.',
    participantsLink: 'Visa deltagarlistan',
    onPage: 'På sidan',
    sharePhone: 'Visa mitt telefonnummer för de andra deltagarna',
    returnTitle: 'Ångra',
    returnText:
      'Blev det fel? Du kan ångra i ett dygn, om platsen är kvar. Specialkost och ersättare fyller du i igen.',
    returnYes: 'Ångra, jag vill vara med',
    details: 'Mina uppgifter',
    jobTitle: 'Befattning',
    phone: 'Telefon',
    emailFixed: (lead) => `Vill du byta e-postadress? Mejla ${lead}.`,
    dietaryTitle: 'Specialkost',
    saveDietary: 'Spara specialkost',
    dietary: 'Eventuell specialkost (frivilligt)',
    dietaryHint:
      'Skriv vad köket behöver veta. Töm rutan om du vill ta bort uppgiften. Den syns bara här, och köket får antal utan namn.',
    leave: 'Lämna lärprojektet',
    leaveText: 'Då avbokas alla träffar, och din plats går till nästa på väntelistan.',
    leaveTitle: 'Vill du lämna lärprojektet?',
    leaveSure:
      'Alla dina träffar avbokas och din plats kan gå till någon annan. Gäller det bara en träff? Svara ”Jag kan inte” i stället.',
    leaveYes: 'Ja, lämna lärprojektet',
    leaveNo: 'Nej, gå tillbaka',
  },
  en: {
    title: (name) => `Hello ${name}`,
    pageTitle: 'Your page',
    state: {
      confirmed: 'You are registered for all sessions.',
      waitingList: 'You are on the waiting list. If a place becomes free you get it at once, with a mail.',
      lateRequest: 'Your registration came after closing. The content lead decides, and you will be told by mail.',
      cancelled: 'You have left the learning project. Do you want to come back? Register again or contact us.',
      declined: 'There was no place for you this time.',
    },
    position: (position) => `You are number ${position} in your organisation.`,
    done: {
      uppgifter: 'Your details are saved.',
      kost: 'Your dietary needs are saved.',
      svar: 'Your answer is saved.',
      gast: 'Saved. We have mailed the person you named.',
      borttagen: 'Removed. Please tell the person yourself.',
      lamnat: 'You have left the learning project. A mail confirms it.',
      tillbaka: 'You are in again. A mail confirms it.',
      medveten: 'Thank you. It is saved.',
    },
    commitment: 'One thing to confirm',
    commitmentSave: 'Confirm',
    commitmentText: 'Your registration did not come through the form. Read, tick and confirm.',
    sessions: 'My sessions',
    session: (number) => `Session ${number}`,
    answers: {
      none: 'You have not answered.',
      accepted: 'You are coming.',
      declined: 'You cannot come.',
      tentativelyAccepted: 'You may come.',
    },
    come: 'I am coming',
    cannot: 'I cannot come',
    past: 'The session has been.',
    stillIn: 'If you cannot come once, you are still part of the learning project.',
    substitute: 'Send a substitute',
    substituteHint: 'The substitute takes your place this time. We mail time and place.',
    colleague: 'Bring a colleague',
    colleagueHint: 'If there is room. We mail time and place.',
    guestIs: { substitute: 'Substitute', colleague: 'Colleague' },
    remove: 'Remove',
    save: 'Save the details',
    given: 'Given name',
    family: 'Family name',
    email: 'E-mail',
    organisation: 'Organisation',
    otherOrganisation: 'Another organisation',
    calendar: 'Download all sessions to your calendar',
    calendarHint: 'A file for calendars other than Outlook. In Outlook the bookings come by themselves.',
    programme: 'Programme and practical information',
    documents: (count) => `Documentation (${counted(count, 'file', 'files')})`,
    evaluation: 'Evaluation',
    evaluationText: (number) =>
      `The evaluation of session ${number} is open. Five questions, under two minutes. Answers are stored without your name.`,
    answerNow: 'Answer the evaluation',
    answered: 'You have answered the evaluation. Thank you!',
    participants: 'Participants',
    participantsText: 'Here you see who takes part and how to reach them.',
    participantsLink: 'Show the participant list',
    onPage: 'On this page',
    sharePhone: 'Show my telephone number to the other participants',
    returnTitle: 'Undo',
    returnText:
      'Was it a mistake? You can undo it for a day, if the place is still there. Dietary needs and substitutes are told anew.',
    returnYes: 'Undo, I want to take part',
    details: 'My details',
    jobTitle: 'Job title',
    phone: 'Telephone',
    emailFixed: (lead) => `Do you want to change your e-mail address? Write to ${lead}.`,
    dietaryTitle: 'Dietary needs',
    saveDietary: 'Save dietary needs',
    dietary: 'Dietary needs, if any (voluntary)',
    dietaryHint:
      'Write what the kitchen needs to know. Empty the box to remove it. It is only shown here, and the kitchen gets numbers without names.',
    leave: 'Leave the learning project',
    leaveText: 'All sessions are cancelled for you, and your place goes to the next on the waiting list.',
    leaveTitle: 'Do you want to leave the learning project?',
    leaveSure:
      'All your sessions are cancelled and your place may go to somebody else. Is it only one session? Answer “I cannot come” instead.',
    leaveYes: 'Yes, leave the learning project',
    leaveNo: 'No, go back',
  },
};
