import { Temporal } from 'temporal-polyfill';
import type { FileParticipant } from '../../features/planning/file/types.ts';
import type { Act, Life } from './life.ts';
import type { Answer } from './web.ts';

/** What somebody writes in the public form. */
export interface Registration {
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
  readonly organisationId?: string;
  /** Chosen as "another organisation" and written by hand. */
  readonly organisationText?: string;
  readonly dietaryText?: string;
  readonly commitment?: boolean;
}

export type Receipt = 'confirmed' | 'waitingList' | 'lateRequest' | 'merged' | 'rejected';

/** Fills in the public form as a person would, and reads the receipt. */
export async function register(life: Life, wish: Registration): Promise<{ receipt: Receipt; page: Answer }> {
  const page = await life.web.submit(`/anmalan/${life.script.projectId}`, {
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
  return { receipt: receiptOf(told), page };
}

function receiptOf(told: string | undefined): Receipt {
  if (told === 'confirmed' || told === 'waitingList' || told === 'lateRequest' || told === 'merged') return told;
  return told === undefined ? 'rejected' : 'merged';
}

/** One act a participant, at the minute they registered. */
export function registrationActs(life: Pick<Life, 'script'>): Act[] {
  return life.script.participants.map((person) => ({
    at: Temporal.Instant.from(person.registeredAt ?? ''),
    title: 'Anmälningar',
    run: (living) => registerOne(living, person),
  }));
}

async function registerOne(life: Life, person: FileParticipant): Promise<void> {
  const dietaryText = life.script.dietaryOf.get(person.id);
  const { receipt } = await register(life, {
    givenName: person.givenName,
    familyName: person.familyName,
    title: person.title ?? 'Handläggare',
    email: person.email,
    phone: person.phone ?? '070-174 06 99',
    ...(person.organisationId ? { organisationId: person.organisationId } : {}),
    ...(dietaryText === undefined ? {} : { dietaryText }),
  });
  if (receipt === 'confirmed' || receipt === 'merged') life.ledger.registered += 1;
  else if (receipt === 'waitingList') life.ledger.waiting += 1;
  else if (receipt === 'lateRequest') life.ledger.late += 1;
  else {
    life.ledger.rejected += 1;
    life.ledger.notes.push(`anmälan ${person.id} togs inte emot`);
  }
}
