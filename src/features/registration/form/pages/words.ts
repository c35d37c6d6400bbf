import { numberText } from '../../../../domain/swedish-text.ts';
import type { Language } from '../../../../domain/words.ts';
import type { FormFault, FormField } from '../rules.ts';

interface FormWords {
  title(project: string): string;
  readonly pageTitle: string;
  /** How many sessions there are: nothing is said of one or none. */
  intro(sessions: number): string;
  closes(when: string): string;
  closed(when: string | null): string;
  readonly choose: string;
  readonly other: string;
  readonly notListed: string;
  readonly which: string;
  readonly noneOfThese: string;
  readonly send: string;
  readonly sendLate: string;
  readonly privacy: string;
  readonly trap: string;
  readonly commitmentMeaning: string | undefined;
  readonly fields: Readonly<Record<FormField, { readonly label: string; readonly hint?: string }>>;
  readonly missing: Readonly<Record<FormField, string>>;
}

export const formWords: Readonly<Record<Language, FormWords>> = {
  sv: {
    title: (project) => `Anmälan till ${project}`,
    pageTitle: 'Anmälan',
    intro: (sessions) =>
      `${sessions < 2 ? '' : `Anmälan gäller ${sessions === 2 ? 'båda träffarna' : `alla ${numberText(sessions, 'sv')} träffar`}. `}Det tar ungefär två minuter.`,
    closes: (when) => `Anmälan stänger ${when}.`,
    closed: (when) =>
      `Anmälan stängde${when === null ? '' : ` ${when}`}. Vill du ändå vara med? Skicka din anmälan här, så får du besked av innehållsansvarig.`,
    choose: 'Välj organisation',
    other: 'Annan organisation',
    notListed: 'Saknas din organisation i listan?',
    which: 'Vilken organisation menar du?',
    noneOfThese: 'Ingen av dem',
    send: 'Skicka anmälan',
    sendLate: 'Skicka sen anmälan',
    privacy: 'Så behandlar vi dina personuppgifter',
    trap: 'Lämna det här fältet tomt',
    commitmentMeaning: undefined,
    fields: {
      givenName: { label: 'Förnamn' },
      familyName: { label: 'Efternamn' },
      title: { label: 'Befattning', hint: 'Till exempel HR-strateg.' },
      organisationId: { label: 'Organisation', hint: 'Välj i listan. Saknas den? Välj ”Annan organisation”.' },
      organisationText: { label: 'Organisationens namn', hint: 'Om du valde ”Annan organisation” i listan.' },
      email: { label: 'E-post', hint: 'Din adress i jobbet. Hit skickar vi bekräftelse och kalenderbokningar.' },
      phone: { label: 'Telefon', hint: 'Vi ringer bara om något händer samma dag.' },
      dietaryText: {
        label: 'Eventuell specialkost (frivilligt)',
        hint: 'Skriv vad köket behöver veta. Du behöver inte skriva varför.',
      },
      commitment: { label: '' },
    },
    missing: {
      givenName: 'Skriv ditt förnamn.',
      familyName: 'Skriv ditt efternamn.',
      title: 'Skriv din befattning.',
      organisationId: 'Välj din organisation.',
      organisationText: 'Skriv namnet på din organisation.',
      email: 'Skriv din e-postadress.',
      phone: 'Skriv ett telefonnummer, till exempel 070-123 45 67.',
      dietaryText: '',
      commitment: 'Kryssa i rutan för att kunna anmäla dig.',
    },
  },
  en: {
    title: (project) => `Registration for ${project}`,
    pageTitle: 'Registration',
    intro: (sessions) =>
      `${sessions < 2 ? '' : `The registration is for ${sessions === 2 ? 'both' : `all ${numberText(sessions, 'en')}`} sessions. `}It takes about two minutes.`,
    closes: (when) => `Registration closes ${when}.`,
    closed: (when) =>
      `Registration closed${when === null ? '' : ` ${when}`}. Do you still want to take part? Send your registration here and the content lead will answer you.`,
    choose: 'Choose organisation',
    other: 'Another organisation',
    notListed: 'Is your organisation missing from the list?',
    which: 'Which organisation do you mean?',
    noneOfThese: 'None of them',
    send: 'Send registration',
    sendLate: 'Send late registration',
    privacy: 'How we handle your personal data',
    trap: 'Leave this field empty',
    commitmentMeaning:
      'In English: I am aware that the registration is for the whole learning project, and intend to take part in all sessions as far as possible.',
    fields: {
      givenName: { label: 'Given name' },
      familyName: { label: 'Family name' },
      title: { label: 'Job title', hint: 'For example HR strategist.' },
      organisationId: {
        label: 'Organisation',
        hint: 'Choose from the list. Is it missing? Choose “Another organisation”.',
      },
      organisationText: { label: 'Name of the organisation', hint: 'If you chose “Another organisation” in the list.' },
      email: { label: 'E-mail', hint: 'Your address at work. We send the confirmation and calendar bookings here.' },
      phone: { label: 'Telephone', hint: 'We only call if something happens on the day.' },
      dietaryText: {
        label: 'Dietary needs, if any (voluntary)',
        hint: 'Write what the kitchen needs to know. You need not write why.',
      },
      commitment: { label: '' },
    },
    missing: {
      givenName: 'Write your given name.',
      familyName: 'Write your family name.',
      title: 'Write your job title.',
      organisationId: 'Choose your organisation.',
      organisationText: 'Write the name of your organisation.',
      email: 'Write your e-mail address.',
      phone: 'Write a telephone number, for example 070-123 45 67.',
      dietaryText: '',
      commitment: 'Tick the box to be able to register.',
    },
  },
};

const otherFaults = {
  sv: {
    tooLong: 'Texten är för lång. Korta den.',
    addressUnreadable: 'E-postadressen ser inte rätt ut. Skriv till exempel namn@kommun.se.',
    phoneUnreadable: 'Telefonnumret ser inte rätt ut. Skriv till exempel 070-123 45 67.',
    whichOrganisation: 'Vi hittar inte organisationen. Välj ett av förslagen, eller ”Ingen av dem”.',
    accents: (suggestion: string) => `E-postadresser kan inte ha å, ä eller ö. Menar du ${suggestion}?`,
  },
  en: {
    tooLong: 'The text is too long. Shorten it.',
    addressUnreadable: 'The e-mail address does not look right. Write for example name@kommun.se.',
    phoneUnreadable: 'The telephone number does not look right. Write for example 070-123 45 67.',
    whichOrganisation: 'We cannot find the organisation. Choose one of the suggestions, or “None of them”.',
    accents: (suggestion: string) => `E-mail addresses cannot have å, ä or ö. Do you mean ${suggestion}?`,
  },
};

/** What is wrong and what to do now. */
export function faultText(fault: FormFault, language: Language): string {
  if (fault.reason === 'missing') return formWords[language].missing[fault.field];
  if (fault.reason === 'addressHasAccents') return otherFaults[language].accents(fault.suggestion);
  return otherFaults[language][fault.reason];
}
