import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { noticeLog } from '../../notices/queries.ts';
import type { NoticeEntry } from '../../notices/types.ts';
import { sessionsOf } from '../../planning/queries.ts';
import { mailingName, mailingOfAct, mailingRef } from '../rules.ts';
import { sendingOf } from '../sendings/queries.ts';
import type { Outbound, OutboundEntry } from '../types.ts';

/** everything that has a yes and can still be stopped, the nearest first. */
export async function outboundOf(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  key: ProjectKey,
  language: Language,
): Promise<Outbound> {
  const log = await noticeLog(tools, key, language);
  const sessions = await sessionsOf(tools, key);
  const waiting = log.notices.filter(({ state }) => state === 'waiting');
  const named = log.confirmations.filter(
    ({ id, dueAt, act, executedAt, stoppedAt }) =>
      dueAt === null &&
      (waiting.some(({ confirmationId }) => confirmationId === id) ||
        (act.startsWith('documents:') && executedAt === null && stoppedAt === null)),
  );
  const entries = named.map((yes): OutboundEntry => {
    const sending = sendingOf(yes, log.notices, tools.settings.graceSeconds);
    const mailing = mailingOfAct(yes.act) ?? null;
    const ref = mailing === null ? undefined : mailingRef(mailing);
    const first = waiting.find(({ confirmationId }) => confirmationId === yes.id);
    const number = sessions.find(({ id }) => id === yes.sessionId)?.number ?? '';
    return {
      id: yes.id,
      stopPath: `/confirmations/${encodeURIComponent(yes.id)}/stop`,
      mailing,
      name: ref === undefined ? sameWords(first?.subject ?? yes.act) : mailingName(ref, number),
      recipientCount: sending.recipientCount,
      goesAt: sending.goesAt,
      by: yes.confirmedBy,
    };
  });
  const alone = waiting.filter(({ confirmationId }) => confirmationId === null).map(aloneOf);
  const now = tools.clock.now();
  return {
    now: now.toString(),
    entries: [...entries, ...alone.filter(({ goesAt }) => isAhead(goesAt, now))].toSorted((one, other) =>
      one.goesAt < other.goesAt ? -1 : 1,
    ),
  };
}

const sameWords = (text: string) => ({ sv: text, en: text });

const isAhead = (at: string, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(at), now) > 0;

/** Answers to a person's own act are sent at once and are no longer there when one looks. */
function aloneOf({ id, subject, notBefore }: NoticeEntry): OutboundEntry {
  const stopPath = `/notices/${encodeURIComponent(id)}/stop`;
  return { id, stopPath, mailing: null, name: sameWords(subject), recipientCount: 1, goesAt: notBefore, by: null };
}
