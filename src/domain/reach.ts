import type { AccountType } from './people.ts';
import type { Words } from './words.ts';

/** The ways to a person that Microsoft 365 and the web offer. */
export type Way =
  | 'groupChat'
  | 'personalChat'
  | 'tab'
  | 'channelFolder'
  | 'outlookInvitation'
  | 'outlookCard'
  | 'mail'
  | 'personalLink';

/** Whether a way is open to somebody with that kind of account, or what it hangs on. */
export type Access = 'yes' | 'calendarFile' | 'bothTenants' | 'outsideChannels' | 'registeredCard' | 'no';

/**
 * the one table of what works for whom. Apps for people of other tenants work in group chats alone, and only when
 * both tenants allow it; everybody has the invitation and the web. Everything that chooses a way to a person reads this.
 */
export const access: Readonly<Record<Way, Readonly<Record<AccountType, Access>>>> = {
  groupChat: { member: 'yes', guest: 'yes', external: 'bothTenants', mailOnly: 'no' },
  personalChat: { member: 'yes', guest: 'yes', external: 'no', mailOnly: 'no' },
  tab: { member: 'yes', guest: 'yes', external: 'outsideChannels', mailOnly: 'no' },
  channelFolder: { member: 'yes', guest: 'yes', external: 'no', mailOnly: 'no' },
  outlookInvitation: { member: 'yes', guest: 'yes', external: 'yes', mailOnly: 'calendarFile' },
  outlookCard: { member: 'registeredCard', guest: 'no', external: 'no', mailOnly: 'no' },
  mail: { member: 'yes', guest: 'yes', external: 'yes', mailOnly: 'yes' },
  personalLink: { member: 'yes', guest: 'yes', external: 'yes', mailOnly: 'yes' },
};

/** True when the way needs nothing that somebody else would have to allow first: what we may build on. */
export function canReach(type: AccountType, way: Way): boolean {
  const found = access[way][type];
  return found === 'yes' || found === 'calendarFile';
}

/** Somebody for whom nothing inside Teams can be counted on. */
export function isOutside(type: AccountType): boolean {
  return !canReach(type, 'groupChat') && !canReach(type, 'tab');
}

/** What the product brings to a participant. */
export type Purpose = 'invitation' | 'evaluation' | 'documents' | 'reminders';

/** One line of *Så når vi hen*. */
export interface ReachLine {
  readonly purpose: Purpose;
  readonly how: Words;
  /** What does not work for this person, and why; null when nothing is missing. */
  readonly not: Words | null;
}

const whyNot: Readonly<Record<Exclude<Access, 'yes' | 'calendarFile'>, Words>> = {
  bothTenants: {
    sv: 'bara om båda organisationerna tillåter appen',
    en: 'only if both organisations allow the app',
  },
  outsideChannels: {
    sv: 'appar från en annan organisation når inte kanaler och möten',
    en: 'apps of another organisation do not reach channels and meetings',
  },
  registeredCard: {
    sv: 'kort i mejl kräver en särskild registrering',
    en: 'cards in mail need a registration of their own',
  },
  no: { sv: 'personen har inget konto hos er', en: 'the person has no account with you' },
};

/** First the way that is tried, then the one that always works; and the comfortable one that is missing. */
const ways: Readonly<Record<Purpose, readonly { readonly way: Way; readonly words: Words; readonly name: Words }[]>> = {
  invitation: [
    {
      way: 'outlookInvitation',
      words: {
        sv: 'Kalenderbokning för varje träff, med svar i kalendern.',
        en: 'A calendar booking for each session, answered in the calendar.',
      },
      name: { sv: 'Kalenderbokning', en: 'Calendar booking' },
    },
  ],
  evaluation: [
    {
      way: 'personalChat',
      words: {
        sv: 'Kort i Teams. Går det inte kommer ett mejl med personlig länk.',
        en: 'A card in Teams. If that does not work, a mail with a personal link.',
      },
      name: { sv: 'Kort i Teams', en: 'A card in Teams' },
    },
    {
      way: 'mail',
      words: {
        sv: 'Mejl med personlig länk, och kod i salen.',
        en: 'A mail with a personal link, and a code in the room.',
      },
      name: { sv: 'Mejl', en: 'Mail' },
    },
  ],
  documents: [
    {
      way: 'channelFolder',
      words: {
        sv: 'Kanalens filer i Teams, och den personliga sidan.',
        en: 'The channel’s files in Teams, and the personal page.',
      },
      name: { sv: 'Kanalens filer', en: 'The channel’s files' },
    },
    {
      way: 'personalLink',
      words: { sv: 'Den personliga sidan, med länk i mejl.', en: 'The personal page, by a link in a mail.' },
      name: { sv: 'Personlig sida', en: 'Personal page' },
    },
  ],
  reminders: [
    {
      way: 'mail',
      words: { sv: 'Mejl, och ändringar i kalenderbokningen.', en: 'Mail, and changes of the calendar booking.' },
      name: { sv: 'Mejl', en: 'Mail' },
    },
  ],
};

const byFile: Words = {
  sv: 'Kalenderbokning i mejlet för varje träff. Svar i den egna kalendern eller på den personliga sidan.',
  en: 'A calendar booking in the mail for each session. Answered in one’s own calendar or on the personal page.',
};

/** How each thing reaches somebody with that kind of account, in words. */
export function reachOf(type: AccountType): readonly ReachLine[] {
  return (Object.keys(ways) as Purpose[]).map((purpose) => {
    const missing = ways[purpose].find(({ way }) => !canReach(type, way));
    const open = ways[purpose].find(({ way }) => canReach(type, way));
    if (open === undefined) throw new Error(`nobody of type ${type} could be reached with ${purpose}`);
    const how = access[open.way][type] === 'calendarFile' ? byFile : open.words;
    return { purpose, how, not: missing === undefined ? null : missingWords(missing, access[missing.way][type]) };
  });
}

function missingWords({ name }: { readonly name: Words }, found: Access): Words | null {
  if (found === 'yes' || found === 'calendarFile') return null;
  const why = whyNot[found];
  return { sv: `${name.sv} går inte: ${why.sv}.`, en: `${name.en} does not work: ${why.en}.` };
}
