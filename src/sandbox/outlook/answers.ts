import { lower } from '../directory.ts';
import type { FarSide } from '../far-side.ts';
import type { Answer, MessageKind, StoredEvent } from '../rows.ts';
import { eventIn, organiserEvent, writeEvent } from './copies.ts';
import { escaped, meetingPart } from './meeting-part.ts';
import { post } from './post-office.ts';

export type GivenAnswer = 'accept' | 'decline' | 'tentative';

const words: Readonly<Record<GivenAnswer, { response: Answer; kind: MessageKind; subject: string }>> = {
  accept: { response: 'accepted', kind: 'meetingAccepted', subject: 'Accepterat' },
  decline: { response: 'declined', kind: 'meetingDeclined', subject: 'Avböjt' },
  tentative: { response: 'tentativelyAccepted', kind: 'meetingTentativelyAccepted', subject: 'Preliminärt' },
};

/**
 * Somebody answers an invitation: a mail goes to the organiser, whose event then shows the answer, and the own calendar follows.
 * False when the invitation no longer stands.
 */
export function giveAnswer(
  far: FarSide,
  by: { readonly iCalUId: string; readonly mailbox: string },
  given: GivenAnswer,
  comment = '',
): boolean {
  const mailbox = lower(by.mailbox);
  const organiser = organiserEvent(far, by.iCalUId);
  const copy = eventIn(far, mailbox, by.iCalUId);
  if (organiser === undefined || copy === undefined || copy.isCancelled) return false;
  const { response, kind, subject } = words[given];
  const respondedAt = far.clock.nowMs();
  answerCopy(far, copy, response, respondedAt);
  mailAnswer(far, organiser, mailbox, { kind, subject, response, comment });
  // Exchange reads the answer mail and only then changes the organiser's event; who is no longer invited changes nothing.
  if (!organiser.attendees.some((attendee) => lower(attendee.address) === mailbox)) return false;
  const attendees = organiser.attendees.map((attendee) =>
    lower(attendee.address) === mailbox ? { ...attendee, response, respondedAt } : attendee,
  );
  writeEvent(far, { ...organiser, attendees }, 'updated');
  return true;
}

function answerCopy(far: FarSide, copy: StoredEvent, response: Answer, respondedAt: number): void {
  const isDeclined = response === 'declined';
  const showAs = response === 'accepted' ? 'busy' : isDeclined ? 'free' : 'tentative';
  const attendees = copy.attendees.map((attendee) =>
    lower(attendee.address) === copy.mailbox ? { ...attendee, response, respondedAt } : attendee,
  );
  const changed = { ...copy, attendees, response, respondedAt, showAs } as const;
  writeEvent(far, { ...changed, removedAt: isDeclined ? respondedAt : null }, isDeclined ? 'deleted' : 'updated');
}

function mailAnswer(
  far: FarSide,
  organiser: StoredEvent,
  mailbox: string,
  answer: { kind: MessageKind; subject: string; response: Answer; comment: string },
): void {
  const from = { address: mailbox, name: far.directory.displayName(mailbox) };
  const part = meetingPart(organiser, from, 'REPLY');
  post(
    far,
    {
      kind: answer.kind,
      from,
      to: [organiser.organizer],
      subject: `${answer.subject}: ${organiser.subject}`,
      body: answer.comment === '' ? '' : `<p>${escaped(answer.comment)}</p>`,
    },
    {
      saveToSentItems: false,
      meetingFor: () => ({
        ...part,
        response: answer.response,
        attendees: part.attendees.filter((one) => lower(one.address) === mailbox),
      }),
    },
  );
}
