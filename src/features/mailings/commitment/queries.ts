import { commitmentDraft } from '../letters/commitment.ts';
import { mailingName } from '../rules.ts';
import { ownLabel, ownWordsOf, participantRecipients, senderOf, waitingLeftOut, wordsFor } from '../sources/queries.ts';
import type { Composed, Sources } from '../sources/types.ts';
import type { MailingRef } from '../types.ts';

const ref: MailingRef = { template: 'commitment', subject: null };

/** REG-04: participants who came from a list or a file without the box ticked, each with a link of their own. */
export function composeCommitment(sources: Sources): Composed {
  const own = ownWordsOf(sources, ref, { slot: 'own', label: ownLabel });
  const hasTicked = new Set(sources.registrations.participants.flatMap(({ id, committed }) => (committed ? [id] : [])));
  const all = participantRecipients(sources);
  return {
    ref,
    name: mailingName(ref, ''),
    purpose: {
      sv: 'Till deltagare som kom in från en lista, så att de kryssar i rutan på sin egen sida.',
      en: 'To participants who came from a list, so that they tick the box on their own page.',
    },
    session: null,
    due: null,
    kind: 'registration.commitment',
    again: 'daily',
    candidates: all.filter(({ id }) => !hasTicked.has(id)),
    leftOut: [
      ...all
        .filter(({ id }) => hasTicked.has(id))
        .map(({ name }) => ({ name, why: { sv: 'Har kryssat i rutan.', en: 'Has ticked the box.' } })),
      ...waitingLeftOut(sources),
    ],
    requirements: [],
    ownWords: [own],
    draftFor: (recipient) =>
      commitmentDraft({
        title: sources.project.title,
        givenName: recipient.givenName ?? recipient.name,
        own: wordsFor(own, recipient.language),
        url: `${sources.publicUrl}/min/…`,
        sender: senderOf(sources).name,
        language: recipient.language,
      }),
    milestone: null,
    isOver: false,
    hasOwnLink: true,
  };
}
