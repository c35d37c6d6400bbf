import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { auditOf } from '../../planning/queries.ts';
import { bookingsOf } from '../../rooms/queries.ts';
import type { RoomStatus } from '../../rooms/types.ts';
import type { Mirror, Operation } from '../types.ts';
import { calendarAct, causeOf, roomAnswered } from './rules.ts';
import { addHistory } from './store.ts';

/** Acts that are looked through for a cause: those of a busy day. */
const actsLookedAt = 60;

/** Writes down what a step did in Outlook and why it was needed, in the transaction that notes the step. */
export async function noteHistory(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock'>,
  key: ProjectKey,
  { operation, why = null }: { readonly operation: Operation; readonly why?: string | null },
): Promise<void> {
  const { sessionId } = operation.kind === 'cancel' ? operation.mirror : operation.meeting;
  const what = calendarAct(operation, why);
  const [log, bookings] = await Promise.all([auditOf(work, key, actsLookedAt), bookingsOf(work, key)]);
  const booking = bookings.find((one) => one.sessionId === sessionId);
  const roomSaidYesAt = booking?.status === 'accepted' ? booking.answeredAt : null;
  const cause = causeOf(what, { sessionId, log, roomSaidYesAt });
  await addHistory(work, key, { id: tools.ids.next(), sessionId, at: tools.clock.now(), what, cause });
}

/** What a room said, so that the log reads from the change of the plan to the answer. */
export async function noteRoomAnswer(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock'>,
  { tenantId, projectId, ...mirror }: Mirror & ProjectKey,
  answer: RoomStatus,
): Promise<void> {
  const what = roomAnswered(mirror, answer);
  const { sessionId } = mirror;
  await addHistory(
    work,
    { tenantId, projectId },
    { id: tools.ids.next(), sessionId, at: tools.clock.now(), what, cause: null },
  );
}
