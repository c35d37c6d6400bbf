import { z } from 'zod';
import { AskedToWait } from '../../ports/far-side.ts';
import type { CalendarProbe, ProbeAnswer, ProbesPort, RoomList } from '../../ports/probes.ts';
import { askedToWait, errorCode, expectOk, type GraphAnswer } from './answers.ts';
import type { GraphCall, GraphClient } from './client.ts';
import { oneIn, userPath } from './mailbox-path.ts';
import { windowsZone } from './zones.ts';

/** No more than the other files state: a probe tries a right that the product uses. @public */
export const permissions: readonly string[] = ['Calendars.ReadWrite', 'Mail.ReadWrite', 'Mail.Send', 'Place.Read.All'];

/** Formed as Exchange's ids are, and nobody's. */
const nobodys = `AAMkAG${'A'.repeat(114)}=`;

const calendar = z.object({ allowedOnlineMeetingProviders: z.array(z.string()).nullish() });
const lists = z.object({
  value: z.array(z.object({ emailAddress: z.string().nullish(), displayName: z.string().nullish() })),
});
const subscription = z.object({ id: z.string() });

export function graphProbes(client: GraphClient): ProbesPort {
  const inMailbox = async (mailbox: string, method: GraphCall['method'], ...path: readonly string[]) =>
    client.call({
      method,
      path: userPath(mailbox, ...path),
      mailboxes: oneIn(mailbox),
      ...(method === 'POST' ? { body: {} } : {}),
    });
  return {
    calendar: async (mailbox): Promise<CalendarProbe> => {
      const answer = await inMailbox(mailbox, 'GET', 'calendar');
      const read = calendar.safeParse(answer.body);
      return { ...told(answer), meetingProviders: (read.success && read.data.allowedOnlineMeetingProviders) || [] };
    },
    changeEvent: async (mailbox) => told(await inMailbox(mailbox, 'DELETE', 'events', nobodys)),
    readMail: async (mailbox) => told(await inMailbox(mailbox, 'GET', 'messages?$top=1&$select=id')),
    changeMail: async (mailbox) => told(await inMailbox(mailbox, 'DELETE', 'messages', nobodys)),
    sendMail: async (mailbox) => told(await inMailbox(mailbox, 'POST', 'messages', nobodys, 'send')),
    zone: async (mailbox, iana) => {
      const zone = windowsZone(iana);
      return told(
        await client.call({
          method: 'POST',
          path: userPath(mailbox, 'calendar', 'getSchedule'),
          headers: { prefer: `outlook.timezone="${zone}"` },
          mailboxes: oneIn(mailbox),
          body: {
            schedules: [mailbox],
            startTime: { dateTime: '2026-01-12T09:00:00', timeZone: zone },
            endTime: { dateTime: '2026-01-12T10:00:00', timeZone: zone },
          },
        }),
      );
    },
    roomLists: async (): Promise<readonly RoomList[]> => {
      const answer = await client.call({ method: 'GET', path: '/places/microsoft.graph.roomlist?$top=100' });
      return lists
        .parse(expectOk('list room lists', answer).body)
        .value.flatMap(({ emailAddress, displayName }) =>
          emailAddress ? [{ address: emailAddress, name: displayName ?? emailAddress }] : [],
        );
    },
    handshake: async ({ mailbox, notificationUrl, expiresAt }) => {
      const answer = await client.call({
        method: 'POST',
        path: '/subscriptions',
        // Only what is deleted: the product's own subscription asks for more, so the two are not the same.
        body: {
          changeType: 'deleted',
          notificationUrl,
          resource: `users/${mailbox}/events`,
          expirationDateTime: expiresAt,
        },
      });
      const made = subscription.safeParse(answer.body);
      if (answer.status < 300 && made.success)
        await client.call({ method: 'DELETE', path: `/subscriptions/${encodeURIComponent(made.data.id)}` });
      return told(answer);
    },
  };
}

/** @throws AskedToWait when the answer says nothing about the right */
function told(answer: GraphAnswer): ProbeAnswer {
  const wait = askedToWait(answer);
  if (wait !== undefined) throw new AskedToWait('try a right', wait);
  return { status: answer.status, code: errorCode(answer.body) };
}
