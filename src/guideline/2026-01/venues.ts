import { listText } from '../../domain/swedish-text.ts';
import type { Words } from '../../domain/words.ts';
import { invitationDue } from '../due-dates.ts';
import { filled } from '../facts.ts';
import type { ProjectFacts, SessionFacts } from '../facts.ts';
import { broken, met, missing, notApplicable } from '../findings.ts';
import { equipmentWords, headCount, isTooSmall, missingEquipment } from '../head-count.ts';
import { ownerTakingPart } from '../premises.ts';
import type { Finding, SessionRule } from '../rule.ts';

const room = {
  basis: 'guideline',
  scope: 'session',
  owner: 'contentLead',
  action: 'rooms.book',
  due: invitationDue,
} as const;

const ownPremises: SessionRule = {
  ...room,
  id: 'VEN-01',
  quote:
    'Utgångspunkten är att träffarna sker i egna lokaler (Region Dalarna eller Länsstyrelsen alternativt hos någon av de deltagande kommunerna).',
  level: 'should',
  actors: ['contentLead'],
  title: { sv: 'Egna lokaler', en: 'Own premises' },
  explanation: {
    sv: 'Innan anmälan har stängt räknas alla inbjudna kommuner som deltagande.',
    en: 'Until registration has closed, every invited municipality counts as participating.',
  },
  check: checkOwnPremises,
};

function checkOwnPremises(facts: ProjectFacts, session: SessionFacts): Finding {
  if (session.format === 'remote')
    return notApplicable({ sv: 'Träffen är digital.', en: 'The session is held online.' });
  if (session.venue === undefined) return missing({ sv: 'Lokal är inte vald.', en: 'No venue is chosen.' });
  const owner = ownerTakingPart(facts, session.venue.ownerOrganisationId);
  if (owner !== undefined)
    return met({
      sv: `${session.venue.name} tillhör ${owner.name}.`,
      en: `${session.venue.name} belongs to ${owner.name}.`,
    });
  return broken('warning', {
    sv: `${session.venue.name} tillhör ingen som deltar. Välj en egen lokal eller ange skälet.`,
    en: `${session.venue.name} belongs to nobody who takes part. Choose one of your own or give the reason.`,
  });
}

const roomWithDate: SessionRule = {
  ...room,
  id: 'VEN-02',
  quote: 'Boka lokaler redan i samband med att datum för alla träffar sätts.',
  level: 'must',
  actors: ['contentLead'],
  blocks: ['sendInvitation'],
  title: { sv: 'Datum och lokal samtidigt', en: 'Date and room together' },
  explanation: {
    sv: 'En träff utan bokad lokal kan inte stå i inbjudan. Rummet ska rymma deltagare och ledare.',
    en: 'A session without a booked room cannot stand in the invitation. The room is to seat participants and leaders.',
  },
  check: checkRoom,
};

function checkRoom(facts: ProjectFacts, session: SessionFacts): Finding {
  if (session.format === 'remote')
    return notApplicable({ sv: 'Träffen är digital.', en: 'The session is held online.' });
  if (session.date === undefined)
    return missing({ sv: 'Sätt datum och boka lokal på samma gång.', en: 'Set the date and book the room together.' });
  switch (session.roomStatus) {
    case 'accepted':
    case 'confirmedByHand':
      return met(
        {
          sv: `Lokalen är bokad: ${session.venue?.name ?? ''}.`,
          en: `The room is booked: ${session.venue?.name ?? ''}.`,
        },
        roomRemarks(facts, session),
      );
    case 'asked':
    case 'askedByMail':
      return missing({
        sv: 'Lokalen har inte svarat än. Vänta eller påminn.',
        en: 'The room has not answered yet. Wait or remind.',
      });
    case 'declined':
      return broken('red', {
        sv: 'Lokalen har tackat nej. Välj en annan.',
        en: 'The room has declined. Choose another.',
      });
    case 'none':
      return broken('red', {
        sv: 'Datum är satt men lokal är inte bokad. Boka nu.',
        en: 'The date is set but no room is booked. Book now.',
      });
  }
}

/** Too few seats and missing equipment: warnings on a booked room, never hidden and never in the way. */
export function roomRemarks(facts: ProjectFacts, session: SessionFacts): readonly Words[] {
  const { total, participants, leaders, source } = headCount(facts, session);
  const remarks: Words[] = [];
  if (isTooSmall(facts, session)) {
    const capacity = session.venue?.capacity ?? 0;
    const from = { confirmed: { sv: 'anmälda', en: 'registered' }, maximum: { sv: 'platser', en: 'places' } }[source];
    remarks.push({
      sv: `Lokalen rymmer ${capacity} men ${participants ?? 0} ${from.sv} + ${leaders} ledare = ${total ?? 0}.`,
      en: `The room seats ${capacity} but ${participants ?? 0} ${from.en} + ${leaders} leaders = ${total ?? 0}.`,
    });
  }
  const lacking = missingEquipment(session).map((need) => equipmentWords[need]);
  if (lacking.length > 0)
    remarks.push({
      sv: `Digital medverkande men lokalen saknar ${listText(
        lacking.map(({ sv }) => sv),
        'sv',
      )}.`,
      en: `A remote speaker, but the room has no ${listText(
        lacking.map(({ en }) => en),
        'en',
      )}.`,
    });
  return remarks;
}

const inPerson: SessionRule = {
  ...room,
  id: 'VEN-03',
  quote: 'Då ett av syftena är att mötas och stärka nätverk, sker träffarna i första hand fysiskt.',
  level: 'should',
  actors: ['planningGroup'],
  title: { sv: 'På plats i första hand', en: 'In person first' },
  explanation: { sv: 'En digital träff behöver ett skäl.', en: 'An online session needs a reason.' },
  action: 'dates.edit',
  check: (_facts, session) => {
    if (session.format !== 'remote') return met({ sv: 'Träffen är på plats.', en: 'The session is in person.' });
    if (filled(session.formatReason))
      return met({ sv: `Digital träff: ${session.formatReason}`, en: `Online session: ${session.formatReason}` });
    return broken('warning', {
      sv: 'Träffen är digital utan skäl. Skriv varför.',
      en: 'The session is online without a reason. Write why.',
    });
  },
};

export const venueRules: readonly SessionRule[] = [ownPremises, roomWithDate, inPerson];
