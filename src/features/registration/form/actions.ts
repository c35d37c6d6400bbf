import { foldEmail } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { organisationsOf, peopleOf } from '../../planning/queries.ts';
import type { Organisation, Project } from '../../planning/types.ts';
import { register } from '../actions.ts';
import { linkLetter } from '../letters/registered.ts';
import { writeTo } from '../mailing/actions.ts';
import { registrationPhase } from '../queries.ts';
import { invitedOrganisations } from '../rules.ts';
import { registrationRow } from '../store.ts';
import type { Receipt, RegistrationPhase } from '../types.ts';
import { readForm, type FormFault, type PostedForm } from './rules.ts';

export type FormResult =
  | { readonly kind: 'notOpen'; readonly phase: RegistrationPhase }
  | { readonly kind: 'faults'; readonly faults: readonly FormFault[] }
  | { readonly kind: 'received'; readonly receipt: Receipt; readonly matched: Organisation | undefined };

/** Takes a posted form: refuses what cannot be read, else registers and says what became of it. */
export async function takeForm(
  tools: Tools,
  project: Project,
  posted: PostedForm,
  language: Language,
): Promise<FormResult> {
  const phase = await registrationPhase(tools, project);
  if (phase !== 'open' && phase !== 'closed') return { kind: 'notOpen', phase };
  const organisations = invitedOrganisations(project, await organisationsOf(tools, project));
  const read = readForm(posted, organisations);
  if (!read.ok) return { kind: 'faults', faults: read.faults };
  const receipt = await register(tools, project, read.input, language);
  const isMatched = read.input.warnings.includes('organisationMatched');
  const matched = isMatched ? organisations.find(({ id }) => id === read.input.organisationId) : undefined;
  return { kind: 'received', receipt, matched };
}

/** One link mail per person and this many milliseconds, however often somebody asks. */
const linkPauseMs = 5 * 60_000;

/** Mails somebody their personal link when the address is registered; says nothing about whether it is. */
export async function mailOwnLink(tools: Tools, project: Project, typed: string, language: Language): Promise<void> {
  const address = foldEmail(typed).address;
  await tools.tx(async (work) => {
    const person = (await peopleOf(work, project)).find(({ emailKey }) => emailKey === address);
    if (person === undefined) return;
    const row = await registrationRow(work.db, project, person.id);
    if (row === undefined || row.state === 'declined') return;
    const version = String(Math.floor(tools.clock.now().epochMilliseconds / linkPauseMs));
    const about = { project, personId: person.id, language, kind: 'personalLink', version } as const;
    await writeTo(work, tools, about, linkLetter);
  });
}
