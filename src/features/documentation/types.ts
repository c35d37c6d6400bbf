import type { ProjectKey, SessionId } from '../../domain/ids.ts';
import type { ReasonWords, Words } from '../../domain/words.ts';
import { previewWords } from '../notices/types.ts';

export interface DocumentationKey extends ProjectKey {
  readonly sessionId: SessionId;
}

export type DocumentKind = 'slides' | 'notes' | 'photo' | 'other';

/** Why a file stays out of the sharing. */
export type HoldReason =
  'noSpeaker' | 'consentRefused' | 'consentNotAsked' | 'noPhotographer' | 'rightsUnconfirmed' | 'noAltText';

export const holdWords: ReasonWords<HoldReason> = {
  noSpeaker: {
    sv: 'Välj vems presentationen är. Utan det vet vi inte om den får delas.',
    en: 'Choose whose presentation it is. Without that we do not know whether it may be shared.',
  },
  consentRefused: {
    sv: '{speaker} har sagt nej till att dela sin presentation.',
    en: '{speaker} has said no to sharing the presentation.',
  },
  consentNotAsked: {
    sv: '{speaker} har inte svarat på om presentationen får delas. Fråga, och skriv in svaret under Planering, Texter och roller, Medverkande.',
    en: '{speaker} has not answered whether the presentation may be shared. Ask first.',
  },
  noPhotographer: { sv: 'Skriv vem som har tagit bilden.', en: 'Write who took the photo.' },
  rightsUnconfirmed: {
    sv: 'Bekräfta att bilden får delas och att de som syns på den vet om det.',
    en: 'Confirm that the photo may be shared and that those in it know.',
  },
  noAltText: {
    sv: 'Skriv en bildbeskrivning för den som inte ser bilden.',
    en: 'Write a description for those who do not see the photo.',
  },
};

/** A file as the tab shows it. Moments are ISO text, sizes bytes. */
export interface SessionDocument {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly contentType: string;
  readonly size: number;
  readonly speakerId: string | null;
  readonly photographer: string | null;
  readonly altText: string | null;
  readonly rightsConfirmed: boolean;
  readonly addedBy: string;
  readonly addedAt: string;
  /** `sharing`: somebody has said yes and the job is on its way. */
  readonly state: 'cleared' | 'held' | 'sharing' | 'shared';
  readonly holds: readonly HeldBecause[];
  readonly webUrl: string | null;
  readonly sharedAt: string | null;
}

export interface HeldBecause {
  readonly reason: HoldReason;
  readonly words: Words;
}

export interface SharingPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly goes: readonly SessionDocument[];
  readonly stays: readonly SessionDocument[];
  /** Whether the files also go to the participants' channel. */
  readonly toChannel: boolean;
  readonly subject: string;
  readonly text: string;
  /** The words of the post in the channel; null without one. */
  readonly post: string | null;
}

export type UploadRefusal =
  'sessionUnknown' | 'noFile' | 'emptyFile' | 'tooLarge' | 'typeNotAllowed' | 'unknownSpeaker';
export type ChangeRefusal = 'documentUnknown' | 'unknownSpeaker' | 'alreadyShared';
export type ShareRefusal = 'sessionUnknown' | 'dormant' | 'nothingToShare' | 'onlyHeld' | 'previewChanged';

const sessionUnknown: Words = { sv: 'Träffen finns inte.', en: 'There is no such session.' };
const unknownSpeaker: Words = {
  sv: 'Den medverkande finns inte i lärprojektet.',
  en: 'There is no such speaker in the learning project.',
};

export const uploadRefusals: ReasonWords<UploadRefusal> = {
  sessionUnknown,
  noFile: { sv: 'Välj en fil att lägga till.', en: 'Choose a file to add.' },
  emptyFile: { sv: 'Filen ”{name}” är tom.', en: 'The file “{name}” is empty.' },
  tooLarge: {
    sv: 'Filen ”{name}” är större än {limit} MB. Gör den mindre, till exempel genom att krympa bilderna i den.',
    en: 'The file “{name}” is larger than {limit} MB. Make it smaller, for example by shrinking its pictures.',
  },
  typeNotAllowed: {
    sv: 'Filer av typen ”{type}” går inte att dela. Använd till exempel PDF, PowerPoint, Word, Excel eller en bild.',
    en: 'Files of type “{type}” cannot be shared. Use for example PDF, PowerPoint, Word, Excel or a picture.',
  },
  unknownSpeaker,
};

export const changeRefusals: ReasonWords<ChangeRefusal> = {
  documentUnknown: { sv: 'Filen finns inte.', en: 'There is no such file.' },
  unknownSpeaker,
  alreadyShared: {
    sv: 'Filen är redan delad. Ta bort den i kanalens filer.',
    en: 'The file has been shared already. Remove it among the files of the channel.',
  },
};

export const shareRefusals: ReasonWords<ShareRefusal> = {
  sessionUnknown,
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det i fliken först.',
    en: 'The learning project is dormant. Wake it in the tab first.',
  },
  nothingToShare: {
    sv: 'Det finns inget nytt att dela. Lägg till filer på träffens sida i fliken.',
    en: 'There is nothing new to share. Add files on the session’s page in the tab.',
  },
  onlyHeld: {
    sv: 'Det finns inget nytt att dela. Något saknas för {files}. Rätta det på träffens sida i fliken.',
    en: 'There is nothing new to share. Something is missing for {files}. Mend it on the session’s page in the tab.',
  },
  previewChanged: previewWords.previewChanged,
};
