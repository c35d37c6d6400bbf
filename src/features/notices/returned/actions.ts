import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { issueLink } from '../../links/actions.ts';
import type { LinkPurpose } from '../../links/types.ts';
import { queueMail } from '../actions.ts';
import { recordAct } from '../acts/actions.ts';
import { keyText, resentMark } from '../rules.ts';
import type { Letter, NoticeKind } from '../types.ts';
import { nextLook } from './rules.ts';
import { countOfKey, lastSentRows, markResent, markReturned, putReadAt, returnedRow, type SentFrom } from './store.ts';

/** Days in which a mail may come back. */
const daysBack = 3;
/** A report may have been on its way while the last look was taken. */
const overlapMinutes = 10;

type Look = SentFrom & { readonly at: Temporal.Instant; readonly since: Temporal.Instant };

/** The same all day, so that the clock's question stays the same. */
function oldestMail(now: Temporal.Instant): Temporal.Instant {
  const back = now.subtract({ hours: daysBack * 24 });
  return back.round({ smallestUnit: 'hour', roundingIncrement: 24, roundingMode: 'floor' });
}

/** When each mailbox is to be looked into for mails that came back. */
export async function looks(tools: Pick<Tools, 'db' | 'clock' | 'settings'>): Promise<readonly Look[]> {
  const found: Look[] = [];
  const oldest = oldestMail(tools.clock.now());
  const usualMailbox = tools.settings.organiserMailbox;
  for (const row of await lastSentRows(tools.db, { since: oldest, usualMailbox })) {
    const readAt = row.readAt === null ? undefined : Temporal.Instant.fromEpochMilliseconds(row.readAt.getTime());
    const at = nextLook(Temporal.Instant.fromEpochMilliseconds(row.lastSent.getTime()), readAt);
    if (at !== undefined) found.push({ ...row, at, since: (readAt ?? oldest).subtract({ minutes: overlapMinutes }) });
  }
  return found;
}

/**
 * REG-05: reads the reports of mails that could not be delivered and marks whose they were. Nothing of a report is
 * kept but its status code.
 */
export async function readReturned(tools: Tools, key: ProjectKey): Promise<void> {
  const now = tools.clock.now();
  const look = (await looks(tools)).find(
    ({ tenantId, projectId, at }) =>
      tenantId === key.tenantId && projectId === key.projectId && Temporal.Instant.compare(at, now) <= 0,
  );
  if (look === undefined) return;
  const since = look.since.toString({ smallestUnit: 'second' });
  const reports = await tools.mailbox.returned(look.from, since);
  await tools.tx(async (work) => {
    await putReadAt(work.db, { tenantId: key.tenantId, mailbox: look.from, at: now });
    for (const report of reports) {
      const project = await markReturned(work.db, key.tenantId, { ...report, at: now });
      if (project === undefined) continue;
      const by = { personId: null, name: 'Lärprojekt' };
      await recordAct(work, tools, project, { by, act: 'mail.returned', details: { code: report.code } });
    }
  });
}

/** Personal links in a letter, by the first part of their path, and what each is for. */
const linkPurposes: Readonly<Record<string, (sessionId: string | null) => LinkPurpose>> = {
  min: () => 'self',
  dokument: (sessionId) => `documents:${sessionId ?? ''}`,
};

/** Days that a new personal link holds. */
const linkDays = 365;

/**
 * Says a mail that came back once more, to an address that is right, under the same yes and with a grace of its own.
 * The personal link of the first was forgotten when it went out, so the second brings a new one.
 */
export async function sendAgain(
  work: Work,
  tools: Tools,
  key: ProjectKey & { readonly id: string },
  address: string,
): Promise<'queued' | 'notFound' | 'personalLink' | 'dormant'> {
  const row = await returnedRow(work.db, key, key.id);
  if (row === undefined) return 'notFound';
  const letter = await withNewLinks(work, tools, row);
  if (letter === undefined) return 'personalLink';
  const [base = ''] = row.key.split(resentMark);
  const again = (await countOfKey(work.db, key, `${base}${resentMark}`)) + firstAgain;
  const ownPart = keyText({ ...keyParts(row), version: '' });
  const queued = await queueMail(work, tools, {
    ...keyParts(row),
    version: `${base.slice(ownPart.length)}${resentMark}${again}`,
    to: { address, name: row.recipient_name ?? address },
    letter,
    grace: 'grace',
    confirmationId: row.confirmation_id,
  });
  if (queued === 'dormant') return 'dormant';
  await markResent(work.db, key, key.id, tools.clock.now());
  return 'queued';
}

/** The second time that something is said. */
const firstAgain = 2;

type Returned = NonNullable<Awaited<ReturnType<typeof returnedRow>>>;

function keyParts(row: Returned) {
  return {
    tenantId: row.tenant_id,
    projectId: row.project_id,
    kind: row.kind as NoticeKind, // written by queueMail only
    ...(row.session_id === null ? {} : { sessionId: row.session_id }),
    ...(row.person_id === null ? {} : { personId: row.person_id }),
  };
}

/** Undefined when the letter had a link that only its own feature can make anew. */
async function withNewLinks(work: Work, tools: Tools, row: Returned): Promise<Letter | undefined> {
  const letter = row.content as unknown as Letter; // written by queueMail only
  const paths = new Set([...letter.text.matchAll(/\/([a-z]+)\/…/g)].map((found) => found[1] ?? ''));
  let { text, html } = letter;
  for (const path of paths) {
    const purpose = linkPurposes[path];
    if (purpose === undefined || row.person_id === null) return undefined;
    const secret = await issueLink(work, tools, {
      tenantId: row.tenant_id,
      projectId: row.project_id,
      purpose: purpose(row.session_id),
      personId: row.person_id,
      subjectId: null,
      expiresAt: tools.clock.now().add({ hours: 24 * linkDays }),
    });
    text = text.replaceAll(`/${path}/…`, `/${path}/${secret}`);
    html = html.replaceAll(`/${path}/…`, `/${path}/${secret}`);
  }
  return { subject: letter.subject, text, html };
}
