import { Temporal } from 'temporal-polyfill';
import { localDate } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import { inBoth, listText } from '../../domain/swedish-text.ts';
import type { Language, Words } from '../../domain/words.ts';
import type { ProjectFacts, SessionFacts } from '../../guideline/facts.ts';
import { equipmentWords, headCount, missingEquipment, wantsMicrophone } from '../../guideline/head-count.ts';
import { ownerTakingPart } from '../../guideline/premises.ts';
import type { RoomBusy } from '../../ports/rooms.ts';
import type { Venue } from '../planning/types.ts';
import type { Availability, Booking, RoomStatus, RoomWarning, SeatNeed, VenueFit, VenueOption } from './types.ts';

/** Confirmed and on-site leaders after closing, the project's maximum and leaders before. The guideline's warnings use the same figure. */
export function seatNeed(facts: ProjectFacts, session: SessionFacts): SeatNeed {
  const { total, participants, leaders, source } = headCount(facts, session);
  return total === undefined
    ? { total: 0, participants: 0, leaders, source: 'unknown' }
    : { total, participants: participants ?? 0, leaders, source };
}

/** "34 anmälda + 4 ledare = 38", so that everybody sees where the figure comes from. */
export function needText({ total, participants, leaders, source }: SeatNeed, language: Language): string {
  const texts = {
    confirmed: { sv: 'anmälda', en: 'registered' },
    maximum: { sv: 'platser', en: 'places' },
    unknown: { sv: 'anmälda', en: 'registered' },
  };
  if (source === 'unknown')
    return language === 'sv'
      ? 'Antalet är inte känt: sätt ett högsta antal deltagare.'
      : 'The number is not known: set a maximum of participants.';
  const leaderWord = language === 'sv' ? 'ledare' : leaders === 1 ? 'leader' : 'leaders';
  return `${participants} ${texts[source][language]} + ${leaders} ${leaderWord} = ${total}`;
}

export interface OptionFacts {
  readonly facts: ProjectFacts;
  readonly session: SessionFacts;
  readonly venues: readonly Venue[];
  readonly busy: readonly RoomBusy[];
  /** Start and end of the session. */
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly booking: Booking | null;
}

/** VEN-02: every venue as it stands for the session. None is hidden: what is wrong with it is said. Free and large enough ones first. */
export function venueOptions(known: OptionFacts): readonly VenueOption[] {
  const need = seatNeed(known.facts, known.session);
  return known.venues.map((venue) => optionOf(venue, need, known)).toSorted(byUse);
}

function optionOf(venue: Venue, need: SeatNeed, known: OptionFacts): VenueOption {
  const availability = availabilityOf(venue, known);
  const isTooSmall = venue.capacity !== null && venue.capacity < need.total;
  const canBeAsked = venue.roomMailbox !== null || venue.bookingContact !== null;
  const warnings: RoomWarning[] = [];
  if (isTooSmall) warnings.push({ code: 'tooSmall', words: tooSmallWords(venue, need) });
  if (need.total === 0)
    warnings.push({
      code: 'unknownNeed',
      words: {
        sv: 'Antalet är inte känt. Skriv högsta antal deltagare under Planering, Texter och roller, Anmälan.',
        en: 'The number is not known. Write the most participants under Planning, Texts and roles, Registration.',
      },
    });
  if (venue.capacity === null)
    warnings.push({
      code: 'unknownCapacity',
      words: { sv: `Vi vet inte hur många ${venue.name} rymmer.`, en: `We do not know how many ${venue.name} seats.` },
    });
  const lacking = lackingWords(venue, known.session);
  if (lacking !== undefined) warnings.push({ code: 'lacksEquipment', words: lacking });
  else if (wantsMicrophone(known.facts, inVenue(venue, known.session)))
    warnings.push({
      code: 'noMicrophone',
      words: {
        sv: `Gruppen är stor, och ${venue.name} saknar mikrofon.`,
        en: `The group is large, and ${venue.name} has no microphone.`,
      },
    });
  if (ownerTakingPart(known.facts, venue.ownerOrganisationId ?? undefined) === undefined)
    warnings.push({
      code: 'notOwn',
      words: {
        sv: `${venue.name} tillhör ingen som deltar. Utgångspunkten är egna lokaler.`,
        en: `${venue.name} belongs to nobody who takes part. Own premises are the point of departure.`,
      },
    });
  if (venue.stepFree === false) warnings.push({ code: 'notStepFree', words: stepsWords(venue) });
  if (availability === 'busy') warnings.push({ code: 'busy', words: busyWords(venue, known.booking) });
  if (calendarOf(venue, known.busy)?.known === false)
    warnings.push({
      code: 'calendarUnseen',
      words: {
        sv: `Kalendern för ${venue.name} går inte att se härifrån. Om den är ledig vet vi först när lokalen svarar.`,
        en: `The calendar of ${venue.name} cannot be seen from here. Whether it is free is known only when the room answers.`,
      },
    });
  if (!canBeAsked)
    warnings.push({
      code: 'nobodyToAsk',
      words: {
        sv: `${venue.name} har varken rumskalender eller bokningskontakt.`,
        en: `${venue.name} has neither a room calendar nor a booking contact.`,
      },
    });
  const { id, name, city, capacity, equipment } = venue;
  const hasMailbox = venue.roomMailbox !== null;
  return { venueId: id, name, city, capacity, equipment, hasMailbox, canBeAsked, availability, isTooSmall, warnings };
}

function tooSmallWords({ name, capacity }: Venue, need: SeatNeed): Words {
  return inBoth((language) =>
    language === 'sv'
      ? `${name} rymmer ${capacity ?? 0}, ni är ${need.total} (${needText(need, 'sv')}).`
      : `${name} seats ${capacity ?? 0}, you are ${need.total} (${needText(need, 'en')}).`,
  );
}

/** Said and never a hindrance: only those who come know whether the steps matter. Unknown is not said of every venue. */
function stepsWords({ name }: Venue): Words {
  return {
    sv: `${name} är inte stegfri. Välj en annan lokal, eller fråga deltagarna vad de behöver.`,
    en: `${name} is not step-free. Choose another venue, or ask the participants what they need.`,
  };
}

/** Asking again a venue that has said no is allowed, with a reason: its calendar may look free all the same. */
function busyWords({ id, name }: Venue, booking: Booking | null): Words {
  return booking !== null && booking.venueId === id && isDeclined(booking.status)
    ? { sv: `${name} har sagt nej till den tiden.`, en: `${name} has said no to that time.` }
    : { sv: `${name} är upptagen den tiden.`, en: `${name} is taken at that time.` };
}

function inVenue({ id, name, equipment }: Venue, session: SessionFacts): SessionFacts {
  return { ...session, venue: { id, name, equipment } };
}

/** TEC-01: a remote speaker needs camera, microphone and loudspeaker. */
function lackingWords(venue: Venue, session: SessionFacts): Words | undefined {
  const needs = missingEquipment(inVenue(venue, session)).map((need) => equipmentWords[need]);
  if (needs.length === 0) return undefined;
  return inBoth((language) => {
    const items = listText(
      needs.map((words) => words[language]),
      language,
    );
    return language === 'sv'
      ? `Någon medverkar via länk, men ${venue.name} saknar ${items}.`
      : `Somebody takes part by link, but ${venue.name} has no ${items}.`;
  });
}

/** Our own booking makes the room look busy: that is no hindrance. */
function availabilityOf(venue: Venue, { busy, from, to, booking }: OptionFacts): Availability {
  if (booking?.venueId === venue.id && isStanding(booking.status)) return 'ours';
  if (booking?.venueId === venue.id && isDeclined(booking.status)) return 'busy';
  const calendar = calendarOf(venue, busy);
  if (calendar === undefined || !calendar.known) return 'unknown';
  const meets = calendar.busy.some(
    ({ start, end }) =>
      Temporal.Instant.compare(Temporal.Instant.from(start), to) < 0 &&
      Temporal.Instant.compare(Temporal.Instant.from(end), from) > 0,
  );
  return meets ? 'busy' : 'free';
}

/** Undefined when the venue has none, and when none could be asked about. */
function calendarOf({ roomMailbox }: Venue, busy: readonly RoomBusy[]): RoomBusy | undefined {
  return busy.find(({ mailbox }) => mailbox.toLowerCase() === roomMailbox?.toLowerCase());
}

const availabilityOrder: readonly Availability[] = ['ours', 'free', 'unknown', 'busy'];

function byUse(one: VenueOption, other: VenueOption): number {
  return (
    Number(!isFine(one)) - Number(!isFine(other)) ||
    availabilityOrder.indexOf(one.availability) - availabilityOrder.indexOf(other.availability) ||
    (one.capacity ?? Infinity) - (other.capacity ?? Infinity)
  );
}

/** Free as far as we can see, large enough, with what is needed, and somebody to ask. */
function isFine(option: VenueOption): boolean {
  return option.canBeAsked && option.availability !== 'busy' && needsNoReason(option);
}

function needsNoReason({ warnings }: VenueOption): boolean {
  return !warnings.some(({ code }) => code === 'tooSmall' || code === 'lacksEquipment' || code === 'busy');
}

function hasSteps({ warnings }: VenueOption): boolean {
  return warnings.some(({ code }) => code === 'notStepFree');
}

/** VEN-02: too small, lacking or taken can be chosen all the same, when somebody says why. */
export function needsReason(option: VenueOption): boolean {
  return !needsNoReason(option);
}

/**
 * The smallest venue that is free, seats everyone and lacks nothing, so that large rooms stay available for large groups.
 * One with steps only when there is no other.
 */
export function chooseVenue(options: readonly VenueOption[]): Outcome<VenueOption, 'nothingFits'> {
  const fine = options
    .filter((option) => isFine(option) && option.capacity !== null)
    .toSorted(
      (one, other) => Number(hasSteps(one)) - Number(hasSteps(other)) || (one.capacity ?? 0) - (other.capacity ?? 0),
    );
  const chosen = fine.find(({ availability }) => availability === 'free' || availability === 'ours') ?? fine[0];
  return chosen === undefined ? refused('nothingFits') : done(chosen);
}

/** What to suggest: the planned venue unless it is taken, since city and host were agreed; else the smallest that fits; else the plan with its warnings. */
export function proposeVenue(options: readonly VenueOption[], plannedVenueId: string | null): VenueOption | null {
  const planned = options.find(({ venueId }) => venueId === plannedVenueId);
  if (planned !== undefined && planned.availability !== 'busy' && planned.canBeAsked) return planned;
  const chosen = chooseVenue(options);
  return chosen.ok ? chosen.value : (planned ?? null);
}

/** When a room has said no: others that would do, without an order of taste. */
export function alternatives(options: readonly VenueOption[], declinedVenueId: string): readonly VenueOption[] {
  return options.filter((option) => option.venueId !== declinedVenueId && fitOf(option) === 'fits');
}

/** Those that only lack equipment: a choice for whoever can do without, when nothing else is left. */
export function nearlyAlternatives(options: readonly VenueOption[], declinedVenueId: string): readonly VenueOption[] {
  return options.filter((option) => option.venueId !== declinedVenueId && fitOf(option) === 'lacksEquipment');
}

export function fitOf(option: VenueOption): VenueFit {
  if (isFine(option)) return 'fits';
  if (!option.canBeAsked || option.availability === 'busy' || option.isTooSmall) return 'no';
  return 'lacksEquipment';
}

/** Exchange's own setting; what a room is set to cannot be read. */
const usualWindowDays = 180;
const mostOfAReason = 160;

/** What may lie behind a room's no when it gives no reason: rooms are seldom open for bookings so long before. */
export function guessWhy(localStart: string | null, today: Temporal.PlainDate): 'tooEarly' | 'unsaid' {
  if (localStart === null) return 'unsaid';
  return today.until(localDate(localStart.slice(0, 10))).days > usualWindowDays ? 'tooEarly' : 'unsaid';
}

/** The first sentence of what a room writes: the rest may name whoever has it then. */
export function reasonIn(words: string): string {
  const [first = ''] = words.replace(/\s+/g, ' ').split(/(?<=[.!?]) (?=\p{Lu})/u);
  return first.slice(0, mostOfAReason).trim().replace(/\.$/, '');
}

export function isStanding(status: RoomStatus): boolean {
  return (
    status === 'asked' ||
    status === 'accepted' ||
    status === 'tentative' ||
    status === 'askedByMail' ||
    status === 'confirmedByHand'
  );
}

/** What a booking is asked for: local start and end of the session. */
export function timeText(session: { readonly localStart: string | null; readonly localEnd: string | null }): string {
  return `${session.localStart ?? ''}/${session.localEnd ?? ''}`;
}

/** The local day and times of such a text; undefined when it names none. */
export function timeOfText(
  text: string | null,
): { readonly date: string; readonly startTime: string; readonly endTime: string } | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})[^/]*\/[^T]*T(\d{2}:\d{2})/.exec(text ?? '');
  const [, date, startTime, endTime] = parts ?? [];
  return date === undefined || startTime === undefined || endTime === undefined
    ? undefined
    : { date, startTime, endTime };
}

/** The same session with nothing booked, planned in a venue. */
export function unbooked(booking: Booking, venueId: string): Booking {
  const nothing = { askedAt: null, answeredAt: null, note: null, overrideReason: null, askedFor: null } as const;
  return { ...booking, ...nothing, venueId, status: 'none' };
}

/** False when the session has moved since. */
export function isCurrent(
  booking: Pick<Booking, 'askedFor'>,
  session: { readonly localStart: string | null; readonly localEnd: string | null },
): boolean {
  return booking.askedFor === null || booking.askedFor === timeText(session);
}

/** What the host is asked to have ready: a projector always, and what a remote speaker or a large group needs. */
export function equipmentAsked(facts: ProjectFacts, session: SessionFacts): readonly Words[] {
  const { venue: _venue, ...without } = { ...session, bookedEquipment: [] };
  const needs = new Set(missingEquipment(without));
  if (wantsMicrophone(facts, without)) needs.add('microphone');
  return [{ sv: 'projektor', en: 'projector' }, ...[...needs].map((need) => equipmentWords[need])];
}

export function isDeclined(status: RoomStatus): boolean {
  return status === 'declined' || status === 'declinedByHand';
}

/** A room's answer counts when it was given after it was last asked: an older one was about another time. */
export function roomAnswer(
  booking: Pick<Booking, 'status' | 'askedAt'>,
  said: { readonly response: string; readonly respondedAt: string | null },
): RoomStatus | undefined {
  const answers: Readonly<Record<string, RoomStatus>> = {
    accepted: 'accepted',
    declined: 'declined',
    tentativelyAccepted: 'tentative',
  };
  const status = answers[said.response];
  if (status === undefined || status === booking.status) return undefined;
  if (!['asked', 'tentative', 'accepted', 'declined'].includes(booking.status)) return undefined;
  if (said.respondedAt === null || booking.askedAt === null) return status;
  const asked = Temporal.Instant.from(booking.askedAt).round({ smallestUnit: 'second', roundingMode: 'floor' });
  return Temporal.Instant.compare(Temporal.Instant.from(said.respondedAt), asked) < 0 ? undefined : status;
}
