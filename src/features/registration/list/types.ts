import type { RegistrationState } from '../../../domain/people.ts';
import type { ReasonWords, Words } from '../../../domain/words.ts';
import type { Preview } from '../../notices/types.ts';
import type { RegistrationWarning } from '../types.ts';

/** What a column of a participant list can hold. */
export const listFields = [
  'givenName',
  'familyName',
  'fullName',
  'email',
  'organisation',
  'title',
  'phone',
  'dietary',
  'registeredAt',
  'commitment',
] as const;
export type ListField = (typeof listFields)[number];

/** Pasted text, or a file as base64; what the columns hold when somebody has corrected it; and choices by row number. */
export interface ListInput {
  readonly text?: string | undefined;
  readonly file?: { readonly name: string; readonly base64: string } | undefined;
  readonly mapping?: readonly (ListField | 'none')[] | undefined;
  readonly choices: Readonly<Record<string, RowChoice>>;
  /** The content lead vouches that those without a tick of their own know that it is for the whole project. */
  readonly attested: boolean;
}

export interface RowChoice {
  /** Null: none of those suggested. */
  readonly organisationId?: string | null | undefined;
  readonly email?: string | undefined;
}

export interface ListColumn {
  readonly heading: string;
  readonly field: ListField | null;
}

/** Text cells, row by row; `firstRow` is the number that the first of them has in the sheet. */
export interface ListTable {
  readonly columns: readonly ListColumn[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export type ListFault = 'missingName' | 'missingEmail' | 'addressUnreadable' | 'tooLong';

export const listFaultWords: ReasonWords<ListFault> = {
  missingName: {
    sv: 'Namnet saknas. Skriv för- och efternamn i listan och läs in den igen.',
    en: 'The name is missing. Write given and family name in the list and read it in again.',
  },
  missingEmail: {
    sv: 'E-postadressen saknas. Utan den kan personen inte få något. Fyll i den här eller i listan.',
    en: 'The e-mail address is missing. Without it the person can get nothing. Fill it in here or in the list.',
  },
  addressUnreadable: {
    sv: 'Det är ingen e-postadress. Rätta den här, till exempel namn@kommun.se.',
    en: 'It is no e-mail address. Correct it here, for example name@kommun.se.',
  },
  tooLong: {
    sv: 'Texten är längre än vad fältet rymmer. Korta den i listan.',
    en: 'The text is longer than the field can hold. Shorten it in the list.',
  },
};

export type ListWarning =
  | 'accentsTaken'
  | 'whichOrganisation'
  | 'organisationByAddress'
  | 'sameAddress'
  | 'otherOrganisationInList'
  | 'waits'
  | 'waitsProject'
  | 'wasGone'
  | 'ownDietaryStands'
  | 'zeroAdded'
  | 'timeUnreadable'
  | 'nameSplit'
  | RegistrationWarning;

export const listWarningWords: ReasonWords<Exclude<ListWarning, RegistrationWarning>> = {
  accentsTaken: {
    sv: 'Adressen hade å, ä eller ö. Vi läser den som {email}. Rätta om det är fel.',
    en: 'The address had å, ä or ö. We read it as {email}. Correct it if that is wrong.',
  },
  whichOrganisation: {
    sv: '”{text}” finns inte i listan över organisationer. Välj vilken det är. Annars står namnet som enhet.',
    en: '“{text}” is not among the organisations. Choose which it is. Otherwise the name is kept as the unit.',
  },
  organisationByAddress: {
    sv: 'Organisationen togs från e-postadressen: {organisation}.',
    en: 'The organisation was taken from the address: {organisation}.',
  },
  sameAddress: {
    sv: 'Samma adress som rad {row}. De blir en anmälan med de senaste uppgifterna.',
    en: 'The same address as row {row}. They become one registration with the latest details.',
  },
  otherOrganisationInList: {
    sv: 'Raden har en annan organisation än rad {row}. Den tidigare gäller.',
    en: 'The row has another organisation than row {row}. The earlier one stands.',
  },
  waits: {
    sv: '{organisation} har redan {max} platser tagna. Personen hamnar på väntelistan.',
    en: '{organisation} has taken its {max} places. The person is put on the waiting list.',
  },
  waitsProject: {
    sv: 'Lärprojektet är fullt. Personen hamnar på väntelistan.',
    en: 'The learning project is full. The person is put on the waiting list.',
  },
  wasGone: {
    sv: 'Personen har varit anmäld och lämnat. Hen blir anmäld igen.',
    en: 'The person was registered and has left. They are registered again.',
  },
  ownDietaryStands: {
    sv: 'Personen är redan anmäld. Specialkost ändrar hen själv på sin sida, så listans uppgift tas inte med.',
    en: 'The person is registered already. They change dietary needs on their own page, so the list’s are left out.',
  },
  zeroAdded: {
    sv: 'Excel hade tagit bort telefonnumrets första nolla. Den är tillbaka.',
    en: 'Excel had taken the first zero of the telephone number away. It is back.',
  },
  timeUnreadable: {
    sv: 'Tiden för anmälan går inte att läsa. Radens plats i listan gäller.',
    en: 'The time of the registration cannot be read. The place in the list counts.',
  },
  nameSplit: {
    sv: 'Namnet delades till {given} · {family}. Rätta efteråt om det blev fel.',
    en: 'The name was divided into {given} · {family}. Correct it afterwards if that is wrong.',
  },
};

/** What becomes of a row when the list is taken in. */
export type Becomes =
  Extract<RegistrationState, 'confirmed' | 'waitingList' | 'lateRequest'> | 'updated' | 'merged' | 'fault';

export interface RowFault {
  /** As the list calls it. */
  readonly column: string;
  readonly value: string | null;
  readonly words: Words;
}

/** One row as the preview shows it. Nothing dietary, only whether there is something for the vault. */
export interface ListRow {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly organisationId: string | null;
  readonly organisation: string;
  readonly becomes: Becomes;
  readonly hasDietary: boolean;
  readonly isCommitted: boolean;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly Words[];
  /** What the organisation may be, when the list's own name fits none for certain. */
  readonly suggestions: readonly { readonly id: string; readonly name: string }[];
}

export interface ListPreview extends Preview {
  readonly columns: readonly (ListColumn & { readonly sample: string })[];
  readonly rows: readonly ListRow[];
  readonly counts: Readonly<Record<Becomes, number>> & { readonly dietary: number; readonly withoutTick: number };
  /** The bookings have gone out, so who comes now waits for the content lead's word. */
  readonly isClosed: boolean;
}

export interface TakenIn {
  readonly added: number;
  readonly waiting: number;
  readonly updated: number;
}

export type ListRefusal = 'noList' | 'unreadableFile' | 'tooManyRows' | 'nothingToTakeIn' | 'previewChanged';

export const mostRows = 1000;

export const listWords: ReasonWords<ListRefusal> = {
  noList: {
    sv: 'Klistra in raderna från Excel eller välj en fil. Inget är inläst.',
    en: 'Paste the rows from Excel or choose a file. Nothing has been read.',
  },
  unreadableFile: {
    sv: 'Filen går inte att läsa. Spara den som .xlsx eller .csv, eller markera raderna i Excel och klistra in dem.',
    en: 'The file cannot be read. Save it as .xlsx or .csv, or select the rows in Excel and paste them.',
  },
  tooManyRows: {
    sv: 'Listan har {rows} rader. Verktyget tar högst {most} åt gången. Dela listan.',
    en: 'The list has {rows} rows. The tool takes {most} at a time. Divide the list.',
  },
  nothingToTakeIn: {
    sv: 'Ingen rad går att läsa in. Rätta felen som visas och försök igen.',
    en: 'No row can be taken in. Correct the faults shown and try again.',
  },
  previewChanged: {
    sv: 'Något har ändrats sedan du såg listan. Inget är inläst. Titta igen och bekräfta.',
    en: 'Something has changed since you saw the list. Nothing was taken in. Look again and confirm.',
  },
};
