import type { Words } from '../domain/words.ts';
import type { EquipmentName, ProjectFacts, SessionFacts, SpeakerFacts } from './facts.ts';

export type HeadCount = {
  /** Participants and on-site leaders together; undefined when neither registrations nor a maximum are known. */
  readonly total: number | undefined;
  readonly participants: number | undefined;
  readonly leaders: number;
  /** confirmed: counted after closing · maximum: the project's own limit, while people can still register. */
  readonly source: 'confirmed' | 'maximum';
};

/** How many the room must seat. The same figure is used by the room choice, the warnings and the texts. */
export function headCount(facts: ProjectFacts, session: SessionFacts): HeadCount {
  const closed = facts.registration.closedAt !== undefined;
  const participants = closed ? facts.registration.confirmed : facts.project.maxTotal;
  const leaders = session.onSiteLeaders;
  return {
    participants,
    leaders,
    total: participants === undefined ? undefined : participants + leaders,
    source: closed ? 'confirmed' : 'maximum',
  };
}

export function isTooSmall(facts: ProjectFacts, session: SessionFacts): boolean {
  const { total } = headCount(facts, session);
  const capacity = session.venue?.capacity;
  return total !== undefined && capacity !== undefined && capacity < total;
}

export type EquipmentNeed = 'camera' | 'microphone' | 'loudspeaker';

export const equipmentWords: Readonly<Record<EquipmentNeed, Words>> = {
  camera: { sv: 'hybridkamera', en: 'hybrid camera' },
  microphone: { sv: 'mikrofon', en: 'microphone' },
  loudspeaker: { sv: 'högtalare', en: 'loudspeaker' },
};

// A hybrid camera has loudspeakers of its own.
const serves: Readonly<Record<EquipmentNeed, RegExp>> = {
  camera: /kamera|camera/i,
  microphone: /mikrofon|\bmick?\b|hybrid|microphone/i,
  loudspeaker: /högtalare|hybrid|ljudanläggning|loudspeaker/i,
};

const needsOfRemoteSpeaker: readonly EquipmentNeed[] = ['camera', 'microphone', 'loudspeaker'];

/** Each of them once. Whoever has said no needs nothing. */
export function remoteSpeakers({ agenda }: Pick<SessionFacts, 'agenda'>): readonly SpeakerFacts[] {
  const all = agenda.flatMap(({ speakers }) => speakers);
  const remote = all.filter(({ mode, status }) => mode === 'remote' && status !== 'declined');
  return [...new Map(remote.map((speaker) => [speaker.id, speaker])).values()];
}

export function hasRemoteSpeaker(session: SessionFacts): boolean {
  return remoteSpeakers(session).length > 0;
}

/** TEC-01: what a remote speaker needs and neither the venue has nor anybody has booked. */
export function missingEquipment(session: SessionFacts): readonly EquipmentNeed[] {
  return hasRemoteSpeaker(session) ? lacking(needsOfRemoteSpeaker, session) : [];
}

/** TEC-02: a group of more than 25 (our measure of "stor") is glad of a microphone. */
export function isLargeGroup(facts: ProjectFacts, session: SessionFacts): boolean {
  return (headCount(facts, session).total ?? 0) > 25;
}

export function wantsMicrophone(facts: ProjectFacts, session: SessionFacts): boolean {
  return isLargeGroup(facts, session) && lacking(['microphone'], session).length > 0;
}

export interface NeededEquipment {
  readonly need: EquipmentNeed;
  /** For whom: those who speak by link, or a large group. */
  readonly because: 'remote' | 'large';
  /** inRoom: the venue has it · booked: somebody has seen to it. */
  readonly state: 'inRoom' | 'booked' | 'missing';
}

/** TEC-01, TEC-02: what the programme and the group need, and where each stands. */
export function neededEquipment(facts: ProjectFacts, session: SessionFacts): readonly NeededEquipment[] {
  const remote = hasRemoteSpeaker(session) ? needsOfRemoteSpeaker : [];
  const large: readonly EquipmentNeed[] =
    isLargeGroup(facts, session) && !remote.includes('microphone') ? ['microphone'] : [];
  const named = (need: EquipmentNeed, because: 'remote' | 'large'): NeededEquipment => {
    const has = (names: readonly EquipmentName[]): boolean => names.some((name) => serves[need].test(name));
    const isInRoom = has(session.venue?.equipment ?? []);
    return { need, because, state: isInRoom ? 'inRoom' : has(session.bookedEquipment) ? 'booked' : 'missing' };
  };
  return [...remote.map((need) => named(need, 'remote')), ...large.map((need) => named(need, 'large'))];
}

function lacking(needs: readonly EquipmentNeed[], session: SessionFacts): readonly EquipmentNeed[] {
  const present: readonly EquipmentName[] = [...(session.venue?.equipment ?? []), ...session.bookedEquipment];
  return needs.filter((need) => !present.some((name) => serves[need].test(name)));
}
