import { Temporal } from 'temporal-polyfill';
import { dayMonthTime } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import { languageFor } from '../../planning/rules.ts';
import type { Draft, NoticeEntry } from '../../notices/types.ts';
import { correctionDraft } from '../letters/correction.ts';
import { mailingOfAct, mailingRef } from '../rules.ts';
import { ownLabel, ownWordsOf, senderOf, wordsFor } from '../sources/queries.ts';
import type { Composed, Sources } from '../sources/types.ts';
import type { MailingRef, OwnWords, Recipient, Requirement, Template } from '../types.ts';
import { correctable } from './rules.ts';

type Compose = (sources: Sources, ref: MailingRef) => Composed | undefined;

const withOwnLinks: readonly Template[] = ['thanks', 'commitment'];

/** How many times a correction may itself be corrected before something else is needed. */
const deepest = 5;

/**
 * to those whom a letter went out to, after its grace. Written in the words of today where the letter can be
 * written again; undefined when there was no such letter, or nobody has got it.
 */
export function composeCorrection(sources: Sources, ref: MailingRef, compose: Compose): Composed | undefined {
  const yes = sources.confirmations.find(({ id }) => id === ref.subject);
  const sent = sources.notices.filter(
    ({ confirmationId, channel, state }) => confirmationId === yes?.id && channel === 'mail' && hasGone(state),
  );
  const [first] = sent;
  if (yes === undefined || first === undefined) return undefined;
  const own = ownWordsOf(sources, ref, {
    slot: 'own',
    label: { ...ownLabel, sv: 'Vad som blev fel, och vad som är rätt', en: 'What was wrong, and what is right' },
  });
  const original = originalOf(sources, yes.act, compose);
  const name = original?.name ?? { sv: first.subject, en: first.subject };
  return {
    ref,
    name: { sv: `Rättelse: ${name.sv}`, en: `Correction: ${name.en}` },
    purpose: {
      sv: 'Till samma mottagare som fick det som blev fel.',
      en: 'To the same recipients as had what was wrong.',
    },
    session: sources.sessions.find(({ id }) => id === yes.sessionId) ?? null,
    due: null,
    kind: 'correction',
    again: 'newWords',
    candidates: correctable(sources.notices, yes.id).map((entry) => recipientOf(entry, sources, original)),
    leftOut: sent
      .filter(({ state }) => state === 'bounced')
      .map((entry) => ({ name: nameOf(entry), why: { sv: 'Mejlet studsade.', en: 'The mail came back.' } })),
    requirements: [isWritten(own)],
    ownWords: [own],
    draftFor: (recipient) => {
      const entry = sent.find((one) => idOf(one) === recipient.id) ?? first;
      const at = Temporal.Instant.from(entry.sentAt ?? entry.notBefore);
      return correctionDraft({
        subject: entry.subject,
        sentOn: dayMonthTime(at, sources.project.timeZone, recipient.language),
        own: wordsFor(own, recipient.language),
        givenName: recipient.givenName,
        sender: senderOf(sources).name,
        now: againFor(original, recipient),
        language: recipient.language,
      });
    },
    milestone: null,
    isOver: false,
  };
}

const hasGone = (state: NoticeEntry['state']): boolean => state === 'sent' || state === 'bounced';

const nameOf = ({ recipientName, recipient }: NoticeEntry): string => recipientName ?? recipient ?? '';

/** A key that the earlier mail and its correction share: the person, or the address of an office. */
const idOf = ({ personId, recipient }: NoticeEntry): string => personId ?? (recipient ?? '').toLowerCase();

function recipientOf(entry: NoticeEntry, sources: Sources, original: Composed | undefined): Recipient {
  const person = sources.people.find(({ id }) => id === entry.personId);
  const before = original?.candidates.find(({ address }) => address === entry.recipient);
  return {
    id: idOf(entry),
    personId: entry.personId,
    organisationId: person?.organisationId ?? before?.organisationId ?? null,
    group: before?.group ?? 'earlier',
    name: person?.displayName ?? nameOf(entry),
    givenName: person?.givenName ?? null,
    // The address of today: it may have been corrected since.
    address: person?.email ?? entry.recipient ?? '',
    language: before?.language ?? languageFor(person?.extra, sources.project),
  };
}

/** Letters with personal links are not written again here. */
function originalOf(sources: Sources, act: string, compose: Compose, depth = 0): Composed | undefined {
  const id = mailingOfAct(act);
  const ref = id === undefined ? undefined : mailingRef(id);
  if (ref === undefined || withOwnLinks.includes(ref.template) || depth > deepest) return undefined;
  if (ref.template !== 'correction') return compose(sources, ref);
  const earlier = sources.confirmations.find((one) => one.id === ref.subject);
  return earlier === undefined ? undefined : originalOf(sources, earlier.act, compose, depth + 1);
}

function againFor(original: Composed | undefined, recipient: Recipient): Draft | null {
  if (original === undefined) return null;
  const same = original.candidates.find(
    ({ id, address }) => id === recipient.personId || address.toLowerCase() === recipient.address.toLowerCase(),
  );
  return same === undefined ? null : original.draftFor(same);
}

const written: Words = { sv: 'Du har skrivit vad som är rätt.', en: 'You have written what is right.' };

function isWritten(own: OwnWords): Requirement {
  const isMet = own.sv !== '' || own.en !== '';
  return {
    id: 'ownWords',
    title: { sv: 'Vad som är rätt', en: 'What is right' },
    words: isMet
      ? written
      : { sv: 'Skriv vad som blev fel och vad som är rätt.', en: 'Write what was wrong and what is right.' },
    state: isMet ? 'met' : 'missing',
    hinders: !isMet,
    action: null,
    sessionId: null,
    canOverride: false,
  };
}
