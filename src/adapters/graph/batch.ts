import { z } from 'zod';
import { askedToWait, expectOk, type GraphAnswer } from './answers.ts';
import type { GraphCall, GraphClient } from './client.ts';

export interface BatchItem {
  readonly mailbox: string;
  readonly method: GraphCall['method'];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Graph takes 20 in a batch and forwards 4 of them to one mailbox at a time; a fifth would be refused. */
const itemsPerBatch = 20;
const itemsPerMailbox = 4;

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

/** Answers in the order of the items. A throttled mailbox is left alone: its later items get the same answer, unsent. */
export async function sendBatch(client: GraphClient, items: readonly BatchItem[]): Promise<readonly GraphAnswer[]> {
  const answers = new Map<BatchItem, GraphAnswer>();
  let left = items;
  while (left.length > 0) {
    const round = nextRound(left);
    const answered = await sendRound(client, round);
    round.forEach((item, index) => {
      const answer = answered[index];
      if (answer !== undefined) answers.set(item, answer);
    });
    left = left.filter((item) => !answers.has(item));
    for (const item of left) {
      const busy = round.find((sent) => sent.mailbox === item.mailbox && isThrottled(answers.get(sent)));
      const answer = busy && answers.get(busy);
      if (answer) answers.set(item, answer);
    }
    left = left.filter((item) => !answers.has(item));
  }
  return items.flatMap((item) => answers.get(item) ?? []);
}

function isThrottled(answer: GraphAnswer | undefined): boolean {
  return answer !== undefined && askedToWait(answer) !== undefined;
}

function nextRound(items: readonly BatchItem[]): readonly BatchItem[] {
  const round: BatchItem[] = [];
  for (const item of items) {
    const beside = round.filter((other) => other.mailbox === item.mailbox).length;
    if (round.length < itemsPerBatch && beside < itemsPerMailbox) round.push(item);
  }
  return round;
}

async function sendRound(client: GraphClient, round: readonly BatchItem[]): Promise<readonly GraphAnswer[]> {
  const mailboxes = new Map<string, number>();
  for (const { mailbox } of round) {
    const key = mailbox.toLowerCase();
    mailboxes.set(key, (mailboxes.get(key) ?? 0) + 1);
  }
  const outer = await client.call({
    method: 'POST',
    path: '/$batch',
    mailboxes,
    body: { requests: round.map(request) },
  });
  if (isThrottled(outer)) return round.map(() => outer);
  const { responses } = batchAnswer.parse(expectOk('batch', outer).body);
  return round.map((_item, index) => {
    const found = responses.find((response) => response.id === String(index + 1));
    if (found === undefined) throw new Error(`Graph left out request ${index + 1} of a batch`);
    return client.heed({ status: found.status, headers: new Headers(found.headers ?? {}), body: found.body });
  });
}

function request(item: BatchItem, index: number): object {
  const hasBody = item.body !== undefined;
  return {
    id: String(index + 1),
    method: item.method,
    url: item.path,
    headers: hasBody ? { 'Content-Type': 'application/json', ...item.headers } : item.headers,
    ...(hasBody ? { body: item.body } : {}),
  };
}
