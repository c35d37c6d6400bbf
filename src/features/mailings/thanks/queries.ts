import { localDate } from '../../../domain/local-date.ts';
import { documentationDeadline, dueBy } from '../../../guideline/due-dates.ts';
import { documentationDraft } from '../../documentation/letters/letters.ts';
import { documentationFacts, documentsOf, previewSharing } from '../../documentation/queries.ts';
import type { SessionDocument } from '../../documentation/types.ts';
import type { Preview } from '../../notices/types.ts';
import { mailingName } from '../rules.ts';
import {
  ownLabel,
  ownWordsOf,
  participantRecipients,
  sessionNamed,
  waitingLeftOut,
  wordsFor,
  type SourceReader,
} from '../sources/queries.ts';
import type { Composed, Sources } from '../sources/types.ts';
import type { MailingRef, Requirement } from '../types.ts';

/** DOC-02: thanks and where the documentation lies. The files' own rights decide what goes; the link is each person's own. */
export async function composeThanks(
  tools: SourceReader,
  sources: Sources,
  ref: MailingRef,
): Promise<Composed | undefined> {
  const session = sessionNamed(sources, ref.subject);
  if (session === undefined) return undefined;
  const { project, sessions } = sources;
  const documents = await documentsOf(tools, project, session.id);
  const goes = documents.filter(({ state }) => state === 'cleared' || state === 'sharing');
  const sharing = { project, session, sessions };
  const facts = {
    sv: await documentationFacts(tools, sharing, goes, 'sv'),
    en: await documentationFacts(tools, sharing, goes, 'en'),
  };
  const own = ownWordsOf(sources, ref, { slot: 'own', label: ownLabel });
  const day = session.date === null ? undefined : localDate(session.date);
  return {
    ref,
    name: mailingName(ref, session.number),
    purpose: {
      sv: 'Tack för träffen och en egen länk till dokumentationen, till alla anmälda.',
      en: 'Thanks, and a link of their own to the documentation, to all participants.',
    },
    session,
    due: day === undefined ? null : dueBy(documentationDeadline(day), sources.facts.region),
    kind: 'documents.shared',
    again: 'never',
    candidates: goes.length === 0 ? [] : participantRecipients(sources),
    leftOut: waitingLeftOut(sources),
    requirements: [
      filesReady(goes, session.id),
      ...documents.filter(({ state }) => state === 'held').map((one) => staysHere(one, session.id)),
    ],
    ownWords: [own],
    draftFor: (recipient) =>
      documentationDraft(
        { ...facts[recipient.language], own: wordsFor(own, recipient.language) },
        { givenName: recipient.givenName ?? recipient.name, url: '…' },
      ),
    milestone: null,
    isOver: false,
  };
}

/** What the yes to the files carries: they decide, so theirs is the preview that counts. */
export async function thanksPreview(tools: SourceReader, sources: Sources, ref: MailingRef): Promise<Preview> {
  const shown = await previewSharing(tools, { ...keyOf(sources), sessionId: ref.subject ?? '' });
  return shown.ok ? shown.value : { textVersion: '', recipientCount: 0 };
}

const keyOf = ({ project: { tenantId, projectId } }: Sources) => ({ tenantId, projectId });

function filesReady(goes: readonly SessionDocument[], sessionId: string): Requirement {
  const isMet = goes.length > 0;
  return {
    id: 'DOC-02',
    title: { sv: 'Filer att dela', en: 'Files to share' },
    words: isMet
      ? {
          sv: `Delas: ${goes.map(({ name }) => name).join(', ')}.`,
          en: `Shared: ${goes.map(({ name }) => name).join(', ')}.`,
        }
      : { sv: 'Lägg till presentationer, anteckningar eller bilder.', en: 'Add slides, notes or pictures.' },
    state: isMet ? 'met' : 'missing',
    hinders: !isMet,
    action: 'documentation.share',
    sessionId,
    canOverride: false,
  };
}

/** DOC-03: what may not be shared stays, and says why; the rest may go. */
function staysHere({ id, name, holds }: SessionDocument, sessionId: string): Requirement {
  return {
    id: `held ${id}`,
    title: { sv: `Delas inte: ${name}`, en: `Not shared: ${name}` },
    words: holds[0]?.words ?? { sv: '', en: '' },
    state: 'missing',
    hinders: false,
    action: 'documentation.share',
    sessionId,
    canOverride: false,
  };
}
