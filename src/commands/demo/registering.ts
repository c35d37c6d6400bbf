import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { FileParticipant } from '../../features/planning/file/types.ts';
import { folded, participantsNow, readAndConfirm, type Act, type Life } from './life.ts';
import type { Answer } from './web.ts';

/** What somebody writes in the public form. */
export interface Registration {
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
  readonly organisationId?: string | undefined;
  /** Chosen as "another organisation" and written by hand. */
  readonly organisationText?: string | undefined;
  readonly dietaryText?: string | undefined;
  readonly commitment?: boolean;
}

export type Receipt = 'confirmed' | 'waitingList' | 'lateRequest' | 'rejected';

const TOO_MANY = 429;
const MILLISECONDS = 1000;

/** Fills in the public form as a person would, and reads the receipt. */
export async function register(life: Life, wish: Registration): Promise<{ receipt: Receipt; page: Answer }> {
  const page = await send(life, {
    givenName: wish.givenName,
    familyName: wish.familyName,
    title: wish.title,
    organisationId: wish.organisationId ?? 'other',
    organisationText: wish.organisationText ?? '',
    email: wish.email,
    phone: wish.phone,
    dietaryText: wish.dietaryText ?? '',
    ...(wish.commitment === false ? {} : { commitment: 'on' }),
  });
  const told = /[?&]svar=([a-zA-Z]+)/.exec(page.path)?.[1];
  const receipt = receiptOf(told);
  if (receipt === 'rejected') life.ledger.refusals.push(folded(wish.email));
  return { receipt, page };
}

/** Waits as asked when the form says that too many come at once. */
async function send(life: Life, form: Readonly<Record<string, string>>): Promise<Answer> {
  for (;;) {
    const page = await life.web.submit(`/anmalan/${life.script.projectId}`, form);
    if (page.status !== TOO_MANY) return page;
    await sleep((page.retryAfterSeconds ?? 1) * MILLISECONDS);
  }
}

function receiptOf(told: string | undefined): Receipt {
  if (told === 'confirmed' || told === 'waitingList' || told === 'lateRequest') return told;
  return 'rejected';
}

/** One act a participant, at the minute they registered. */
export function registrationActs(life: Pick<Life, 'script'>): Act[] {
  return life.script.registrants.map((person) => ({
    at: Temporal.Instant.from(person.registeredAt ?? ''),
    title: 'Anmälningar',
    run: (living) => registerOne(living, person),
  }));
}

async function registerOne(life: Life, person: FileParticipant): Promise<void> {
  const receipt = (await receivedBefore(life, person)) ?? (await registerAs(life, person));
  const decision = decisionFor(person.status ?? 'confirmed', receipt);
  if (decision !== undefined) await decide(life, person.email, decision);
}

/** What became of a form that a run sent before it was killed. Somebody who has been decided about needs no decision more. */
async function receivedBefore(life: Life, { email, status }: FileParticipant): Promise<Receipt | undefined> {
  if (!life.isAgain) return undefined;
  const found = (await participantsNow(life)).find((one) => folded(one.email) === folded(email));
  if (found === undefined) return undefined;
  if (found.state === 'waitingList' || found.state === 'lateRequest') return found.state;
  return found.state === 'confirmed' || status === 'confirmed' ? 'confirmed' : undefined;
}

async function registerAs(life: Life, person: FileParticipant): Promise<Receipt> {
  const { receipt } = await register(life, {
    givenName: person.givenName,
    familyName: person.familyName,
    title: person.title ?? 'Handläggare',
    email: person.email,
    phone: person.phone ?? '070-174 06 99',
    organisationId: person.organisationId ?? undefined,
    organisationText: person.organisationId ? undefined : (person.unit ?? undefined),
    dietaryText: life.script.dietaryOf.get(person.id),
  });
  return receipt;
}

/** What the content lead did, where the file tells of another state than the form gave. */
function decisionFor(told: string, receipt: Receipt): 'approve' | 'decline' | 'cancel' | undefined {
  const waits = receipt === 'waitingList' || receipt === 'lateRequest';
  if (told === 'confirmed') return waits ? 'approve' : undefined;
  if (told === 'declined') return waits ? 'decline' : 'cancel';
  return told === 'cancelled' ? 'cancel' : undefined;
}

/** Previews the mail that a decision sends, and decides. */
export async function decide(life: Life, email: string, decision: 'approve' | 'decline' | 'cancel'): Promise<void> {
  const person = (await participantsNow(life)).find((one) => folded(one.email) === folded(email));
  if (person === undefined) return;
  const path = `/participants/${encodeURIComponent(person.id)}`;
  await readAndConfirm(life, { preview: `${path}/preview/${decision}`, confirm: `${path}/${decision}` });
}
