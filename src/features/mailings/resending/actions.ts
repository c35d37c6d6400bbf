import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import { foldEmail } from '../../../domain/swedish-text.ts';
import type { Tools } from '../../../tools.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { noticeLog } from '../../notices/queries.ts';
import { sendAgain } from '../../notices/returned/actions.ts';
import type { NoticeEntry } from '../../notices/types.ts';
import { changeProject } from '../../planning/actions.ts';
import { organisationsOf, peopleOf, projectOf } from '../../planning/queries.ts';
import { registerOrganisation } from '../../planning/register/actions.ts';
import { correct } from '../../registration/decisions/actions.ts';
import { invitationText } from '../invitation/rules.ts';
import type { ResendRefusal } from '../types.ts';

const addressFields = ['municipalDirectorsAddress', 'targetGroupAddress'] as const;

/** REG-05: a mail that came back goes to the right address, which is corrected where it stands so that the next arrives. */
export async function resendReturned(
  tools: Tools,
  actor: Actor,
  id: string,
  typed: string,
): Promise<Outcome<null, ResendRefusal>> {
  const { address, suggestion } = foldEmail(typed);
  if (!/^[^@\s:]+@[^@\s:]+\.[^@\s:]+$/.test(address)) return refused('addressUnreadable');
  if (suggestion !== undefined) return refused('addressHasAccents', { suggestion });
  const entry = (await noticeLog(tools, actor, actor.language)).notices.find((one) => one.id === id);
  if (entry === undefined || (entry.state !== 'bounced' && entry.state !== 'failed') || entry.resentAt !== null)
    return refused('noReturned');
  const isNew = address !== (entry.recipient ?? '').toLowerCase();
  const fault = isNew ? await correctAddress(tools, actor, entry, address) : undefined;
  if (fault !== undefined) return refused(fault);
  return await tools.tx(async (work): Promise<Outcome<null, ResendRefusal>> => {
    const said = await sendAgain(work, tools, { tenantId: actor.tenantId, projectId: actor.projectId, id }, address);
    if (said === 'notFound') return refused('noReturned');
    if (said !== 'queued') return refused(said);
    await recordAct(work, tools, actor, { by: actor, act: 'mail.sentAgain', subject: entry.kind });
    return done(null);
  });
}

/** The register that the address came from: a person, an organisation, or the invitation's own fields. */
async function correctAddress(
  tools: Tools,
  actor: Actor,
  { personId, recipient }: NoticeEntry,
  address: string,
): Promise<'addressTaken' | undefined> {
  const person = (await peopleOf(tools, actor)).find((one) => one.id === personId);
  if (person !== undefined) {
    const corrected = await correct(tools, actor, person.id, { email: address });
    return corrected.ok ? undefined : 'addressTaken';
  }
  const organisation = (await organisationsOf(tools, actor)).find((one) => one.functionMailbox === recipient);
  if (organisation !== undefined) {
    const { extra: _extra, ...entry } = organisation;
    await registerOrganisation(tools, actor, { ...entry, functionMailbox: address });
    return undefined;
  }
  const project = await projectOf(tools, actor);
  for (const field of addressFields) {
    const text = invitationText(project?.blocks ?? {}, field);
    if (recipient !== null && text?.includes(recipient) === true)
      await changeProject(tools, actor, { invitation: { [field]: text.replace(recipient, address) } });
  }
  return undefined;
}
