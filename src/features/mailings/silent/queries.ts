import { Temporal } from 'temporal-polyfill';
import { isBefore, localDate, localDateOf } from '../../../domain/local-date.ts';
import { textDate } from '../../../domain/swedish-text.ts';
import { dueBy } from '../../../guideline/due-dates.ts';
import { closingMoment } from '../invitation/rules.ts';
import { silentDraft } from '../letters/silent.ts';
import { mailingName } from '../rules.ts';
import { officesOf, ownLabel, ownWordsOf, senderOf, wordsFor } from '../sources/queries.ts';
import type { Composed, Sources } from '../sources/types.ts';
import type { LeftOut, MailingRef, Requirement } from '../types.ts';

const ref: MailingRef = { template: 'silent', subject: null };

/** Weeks before the last day when municipalities without a registration are reminded. */
const weeksBefore = 3;

/** INV-11: the municipalities that nobody has registered from, each by its own name and number of places. */
export function composeSilent(sources: Sources): Composed {
  const { project, organisations, registrations } = sources;
  const own = ownWordsOf(sources, ref, { slot: 'own', label: ownLabel });
  const silent = registrations.counts.silentMunicipalities.flatMap(({ organisationId }) => {
    const found = organisations.find(({ id }) => id === organisationId);
    return found === undefined ? [] : [found];
  });
  const { candidates, leftOut } = officesOf(silent);
  return {
    ref,
    name: mailingName(ref, ''),
    purpose: {
      sv: 'Ett mejl till varje kommun som ingen har anmält sig från.',
      en: 'One mail to each municipality that nobody has registered from.',
    },
    session: null,
    due: dueOf(sources),
    kind: 'invitation.silent',
    again: 'daily',
    candidates,
    leftOut: [...leftOut, ...abstaining(sources), ...registered(sources)],
    requirements: [isOpen(sources)],
    ownWords: [own],
    draftFor: (recipient) =>
      silentDraft({
        title: project.title,
        municipality: recipient.name,
        places: project.maxPerOrganisation['municipality'] ?? null,
        closes: closingMoment(project, recipient.language),
        registrationUrl: sources.facts.project.registrationUrl ?? '…',
        own: wordsFor(own, recipient.language),
        sender: senderOf(sources),
        language: recipient.language,
      }),
    milestone: null,
    isOver: registrations.phase === 'closed',
  };
}

/** INV-11: whoever has said no is left in peace. */
function abstaining({ registrations }: Sources): readonly LeftOut[] {
  return registrations.counts.abstaining.map(({ name, on }) => {
    const day = localDate(on);
    return {
      name,
      why: { sv: `Har tackat nej ${textDate(day, 'sv')}.`, en: `Said no on ${textDate(day, 'en')}.` },
    };
  });
}

function registered({ registrations, organisations }: Sources): readonly LeftOut[] {
  const { perOrganisation, silentMunicipalities, abstaining: saidNo } = registrations.counts;
  const isSilent = (id: string): boolean =>
    [...silentMunicipalities, ...saidNo].some(({ organisationId }) => organisationId === id);
  return perOrganisation
    .filter(({ type, organisationId }) => type === 'municipality' && !isSilent(organisationId))
    .filter(({ organisationId }) => organisations.some(({ id }) => id === organisationId))
    .map(({ name }) => ({ name, why: { sv: 'Har anmält någon.', en: 'Has registered somebody.' } }));
}

function dueOf({ project, facts }: Sources): Composed['due'] {
  if (project.registrationCloses === null) return null;
  const closes = localDateOf(Temporal.Instant.from(project.registrationCloses), project.timeZone);
  return dueBy(closes.subtract({ weeks: weeksBefore }), facts.region);
}

/** A reminder is of use while one can still register. */
function isOpen({ registrations, project, today }: Sources): Requirement {
  const isMet = registrations.phase === 'open';
  const closes =
    project.registrationCloses === null
      ? undefined
      : localDateOf(Temporal.Instant.from(project.registrationCloses), project.timeZone);
  const hasClosed = closes !== undefined && isBefore(closes, today);
  return {
    id: 'registrationOpen',
    title: { sv: 'Anmälan är öppen', en: 'Registration is open' },
    words: isMet
      ? { sv: 'Det går att anmäla sig.', en: 'One can register.' }
      : registrations.phase === 'closed' || hasClosed
        ? { sv: 'Anmälan har stängt.', en: 'The registration has closed.' }
        : { sv: 'Anmälan har inte öppnat än.', en: 'The registration has not opened yet.' },
    state: isMet ? 'met' : 'missing',
    hinders: !isMet,
    action: 'registration.edit',
    sessionId: null,
    canOverride: false,
  };
}
