import { isAfter, localDateOf, readLocalDate } from '../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import { auditedBy, writeAudit } from '../audit/actions.ts';
import { valuesIn } from '../audit/rules.ts';
import { organisationsOf, projectOf } from '../queries.ts';
import { dayDetails } from '../rules.ts';
import { setOrganisationExtra } from '../register/store.ts';
import type { Abstention, PlanRefusal } from '../types.ts';
import { abstentionKey } from './rules.ts';

/**
 * INV-11: keeps that an organisation has said that it takes no part, so that it is not reminded; null takes it back.
 * The log says that it happened, not who said it.
 */
export async function setAbstention(
  tools: Tools,
  actor: Actor,
  what: { readonly organisationId: string; readonly abstention: Abstention | null },
): Promise<Outcome<null, PlanRefusal>> {
  const { organisationId, abstention } = what;
  return await tools.tx(async (work) => {
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const organisation = (await organisationsOf(work, actor)).find(({ id }) => id === organisationId);
    if (organisation === undefined) return refused('noOrganisation', { organisationId });
    const { [abstentionKey]: _before, ...extra } = organisation.extra;
    if (abstention !== null) {
      const day = readLocalDate(abstention.on);
      if (day === undefined) return refused('badDate', { value: abstention.on });
      if (isAfter(day, localDateOf(tools.clock.now(), project.timeZone)))
        return refused('dayAhead', dayDetails(abstention.on));
    }
    const kept = abstention === null ? extra : { ...extra, [abstentionKey]: { ...abstention } };
    await setOrganisationExtra(work, actor, { id: organisationId, extra: kept });
    const act = abstention === null ? 'organisation.abstainsNot' : 'organisation.abstains';
    const details = { values: valuesIn(abstention) };
    await writeAudit(work, tools, { ...auditedBy(actor), act, subject: organisationId, details });
    return done(null);
  });
}
