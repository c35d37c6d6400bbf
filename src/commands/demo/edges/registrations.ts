import { Temporal } from 'temporal-polyfill';
import { folded, participantsNow, type Act, type ApiParticipant, type Life } from '../life.ts';
import { decide, register, type Receipt } from '../registering.ts';
import type { Answer } from '../web.ts';
import { textsInZip } from '../zip.ts';
import type { ExtraRegistration } from './cases.ts';
import { tell, unless } from './telling.ts';

/** Each extra registration at its minute, through the public form. */
export function registrationEdges(registrations: readonly ExtraRegistration[]): Act[] {
  return registrations.map((extra) => ({
    at: Temporal.Instant.from(extra.at),
    title: `Särfall: anmälan ${extra.case}`,
    run: (life) => live(life, extra),
  }));
}

interface Seen {
  readonly life: Life;
  readonly extra: ExtraRegistration;
  readonly receipt: Receipt;
  readonly page: Answer;
  /** How many people the list had before and has now. */
  readonly before: number;
  readonly after: number;
  /** As the content lead sees them; undefined when they are not in the list. */
  readonly person: ApiParticipant | undefined;
}

async function live(life: Life, extra: ExtraRegistration): Promise<void> {
  const before = (await participantsNow(life)).length;
  const { receipt, page } = await register(life, {
    givenName: extra.given,
    familyName: extra.family,
    title: 'Handläggare',
    email: extra.email,
    phone: '070-174 06 98',
    organisationId: extra.organisationId,
    organisationText: extra.organisationText,
    commitment: extra.commitmentAccepted,
  });
  const people = await participantsNow(life);
  const person = people.find(({ email }) => folded(email) === folded(extra.email));
  const seen: Seen = { life, extra, receipt, page, before, after: people.length, person };
  const { told, faults } = await check(seen);
  if (people.length > before) await noteExtra(life, extra);
  tell(life, `extraRegistrations.${extra.case}`, { told, faults });
}

interface Checked {
  readonly told: string;
  readonly faults: readonly string[];
}

function check(seen: Seen): Checked | Promise<Checked> {
  const { expect } = seen.extra;
  if (expect === 'waitingList') return waits(seen);
  if (expect === 'mergedWithExisting') return merges(seen);
  if (expect === 'rejectedWithMessage' || expect === 'rejectedOrNormalisedWithMessage') return refuses(seen);
  if (expect === 'lateNeedsApproval') return approveLate(seen);
  if (expect.startsWith('matchedTo:')) return matches(seen, expect.slice('matchedTo:'.length));
  if (expect === 'acceptedWithWarning') return warns(seen);
  if (expect === 'storedAsText') return staysText(seen);
  return { told: '', faults: [`”${expect}” är inget som går att pröva`] };
}

function waits({ receipt, person }: Seen): Checked {
  return {
    told: 'står på väntelistan',
    faults: unless(receipt === 'waitingList' && person?.state === 'waitingList', `svaret blev ${receipt}`),
  };
}

function merges({ receipt, before, after }: Seen): Checked {
  return {
    told: 'samma person, inget dubbelt, och sidan röjer inte att adressen finns',
    faults: [
      ...unless(receipt !== 'rejected', `svaret blev ${receipt}`),
      ...unless(before === after, `listan växte från ${before} till ${after}`),
    ],
  };
}

/** The page says why: a message in an alert or beside the field. With å, ä or ö it suggests an address without. */
function refuses({ extra, receipt, page, before, after }: Seen): Checked {
  const suggestion = folded(extra.email).normalize('NFD').replace(/\p{M}/gu, '');
  const needsSuggestion = suggestion !== folded(extra.email);
  return {
    told: needsSuggestion ? `togs inte emot, ${suggestion} föreslogs` : 'togs inte emot, sidan säger varför',
    faults: [
      ...unless(receipt === 'rejected' && before === after, `svaret blev ${receipt}`),
      ...unless(/role="alert"|class="[^"]*(error|bad)/.test(page.text), 'sidan säger inte varför'),
      ...unless(!needsSuggestion || page.text.includes(suggestion), `sidan föreslår inte ${suggestion}`),
    ],
  };
}

async function approveLate({ life, extra, receipt, person }: Seen): Promise<Checked> {
  const faults = unless(
    receipt === 'lateRequest' && person?.state === 'lateRequest',
    `svaret blev ${receipt} och läget ${person?.state}`,
  );
  if (faults.length > 0) return { told: '', faults };
  await decide(life, extra.email, 'approve');
  const state = (await participantsNow(life)).find(({ email }) => folded(email) === folded(extra.email))?.state;
  return {
    told: 'väntade på besked och godkändes',
    faults: unless(state === 'confirmed', `läget efter godkännandet är ${state}`),
  };
}

function matches({ person, receipt }: Seen, organisationId: string): Checked {
  return {
    told: `tolkades som ${organisationId} (${receipt === 'waitingList' ? 'väntelista' : 'anmäld'})`,
    faults: [
      ...unless(person?.organisationId === organisationId, `organisationen blev ${person?.organisationId}`),
      ...unless(person?.warnings.includes('organisationMatched') === true, 'listan säger inte att namnet tolkades'),
    ],
  };
}

function warns({ receipt, person }: Seen): Checked {
  return {
    told: 'anmäld, med en anmärkning om adressen',
    faults: [
      ...unless(receipt === 'confirmed' && person?.state === 'confirmed', `svaret blev ${receipt}`),
      ...unless(person?.warnings.includes('addressOutsideOrganisation') === true, 'listan saknar anmärkningen'),
    ],
  };
}

/** A cell must not begin with what a spreadsheet reads as a formula, in neither of the files. */
async function staysText({ life, extra, receipt, person }: Seen): Promise<Checked> {
  const csv = Buffer.from(await life.lead.download(`${life.api}/participants.csv`)).toString('utf8');
  const sheet = textsInZip(await life.lead.download(`${life.api}/participants.xlsx`));
  const cells = csv.split(/[\r\n;,\t]/).map((cell) => cell.replace(/^\uFEFF/, '').replace(/^"/, ''));
  return {
    told: 'står kvar som text i listan, i CSV och i Excel',
    faults: [
      ...unless(receipt !== 'rejected' && person?.givenName === extra.given, `namnet blev ${person?.givenName}`),
      ...unless(!cells.some((cell) => /^[=+\-@]\p{L}/u.test(cell)), 'CSV-filen har en cell som blir en formel'),
      ...unless(!/<f[ >]/.test(sheet), 'Excelfilen har en formel'),
    ],
  };
}

/** Somebody whom the file does not count among its participants. */
async function noteExtra(life: Life, extra: ExtraRegistration): Promise<void> {
  const person = (await participantsNow(life)).find(({ email }) => folded(email) === folded(extra.email));
  if (person === undefined) return;
  life.ledger.extra.push({
    email: folded(person.email),
    state: person.state,
    organisationId: person.organisationId,
    name: `${person.familyName}, ${person.givenName}`,
  });
}
