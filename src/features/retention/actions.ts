import { localDateOf } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools, Work } from '../../tools.ts';
import { compileEvaluations } from '../evaluations/compiling/actions.ts';
import { samePreview } from '../notices/rules.ts';
import type { Preview } from '../notices/types.ts';
import { auditedBy, writeAudit } from '../planning/audit/actions.ts';
import { projectOf, sessionsOf } from '../planning/queries.ts';
import { emptyVault } from '../registration/dietary/emptying/actions.ts';
import { attendanceCounts, disposeOf, messageCounts } from './disposing/store.ts';
import { recordDisposal } from './protocols/actions.ts';
import { previewDisposal } from './queries.ts';
import { heldOf } from './rows/queries.ts';
import { rowsOf } from './rows/store.ts';
import type { HeldItem } from './rows/types.ts';
import { checkedRule, keptAttendance, keptMessages } from './rules.ts';
import { lockProject, putRule, removeRule, rulesOf } from './store.ts';
import type { DataClassId, DisposalRefusal, KeptCount, RetentionRule, RuleRefusal } from './types.ts';

/**
 * enters what is decided about a class; null takes the entry away, so that nothing may go. Answers what stood
 * there, so that it can be taken back.
 */
export async function setRule(
  tools: Tools,
  actor: Actor,
  { id, rule: wish }: { readonly id: string; readonly rule: RetentionRule | null },
): Promise<Outcome<RetentionRule | null, RuleRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<RetentionRule | null, RuleRefusal>> => {
    const project = await projectOf(work, actor);
    if (project === null || !(await lockProject(work.db, actor))) return refused('noProject');
    const today = localDateOf(tools.clock.now(), project.timeZone);
    const checked = checkedRule(id, wish ?? { way: 'keep', days: null, decision: null, decidedOn: null }, today);
    if (!checked.ok) return checked;
    const { of, rule } = checked.value;
    const before = (await rulesOf(work.db, actor)).get(of.id) ?? null;
    if (wish === null) await removeRule(work.db, actor, of.id);
    else
      await putRule(work.db, {
        tenant_id: actor.tenantId,
        project_id: actor.projectId,
        data_class: of.id,
        way: rule.way,
        days: rule.days,
        decision: rule.decision,
        decided_on: rule.decidedOn,
        set_by: actor.name,
        set_at: new Date(tools.clock.now().epochMilliseconds),
      });
    const details = wish === null ? {} : { way: rule.way, days: rule.days, decision: rule.decision };
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'retention.rule', subject: of.id, details });
    return done(before);
  });
}

/**
 * disposes of exactly what was shown, and writes the record of it in the same transaction. If the data or the
 * decision has changed since, nothing happens. Once done, the same again finds nothing.
 */
export async function dispose(
  tools: Tools,
  actor: Actor,
  { id, seen }: { readonly id: string; readonly seen: Preview },
): Promise<Outcome<{ readonly id: string; readonly items: number }, DisposalRefusal>> {
  return await tools.tx(
    async (work): Promise<Outcome<{ readonly id: string; readonly items: number }, DisposalRefusal>> => {
      if (!(await lockProject(work.db, actor))) return refused('noProject');
      const preview = await previewDisposal({ db: work.db, clock: tools.clock }, actor, id);
      if (!preview.ok) return preview;
      if (!samePreview(preview.value, seen)) return refused('previewChanged');
      const { line, rows, recipientCount } = preview.value;
      const project = await projectOf(work, actor);
      if (project === null || line.rule?.decision == null || line.dueOn === null) return refused('noDecision');
      const kept = await keptOf(work, actor, line.id, rows.goes);
      await remove(work, tools, actor, { of: line.id, items: rows.goes });
      const record = await recordDisposal(work, tools, actor, {
        dataClass: line.id,
        by: actor,
        decision: line.rule.decision,
        decidedOn: line.rule.decidedOn,
        dueOn: line.dueOn,
        ...heldOf(rows.goes, project.timeZone),
        kept,
      });
      return done({ id: record, items: recipientCount });
    },
  );
}

/** @throws Error when something shown is left afterwards: then all is as before, and nothing is recorded. */
async function remove(
  work: Work,
  tools: Tools,
  actor: Actor,
  { of, items }: { readonly of: DataClassId; readonly items: readonly HeldItem[] },
): Promise<void> {
  const way = await disposeOf(work.db, actor, of, items);
  if (way === 'elsewhere' && of === 'dietary') await emptyVault(work, actor);
  if (way === 'elsewhere' && of === 'evaluationAnswers') await compileEvaluations(work, tools, actor);
  const left = (await rowsOf(work.db, actor, of)).goes.length;
  if (left > 0) throw new Error(`${left} of ${items.length} items of ${of} were not disposed of`);
}

async function keptOf(
  work: Work,
  actor: Actor,
  of: DataClassId,
  items: readonly HeldItem[],
): Promise<readonly KeptCount[]> {
  if (of === 'attendance') return keptAttendance(await sessionsOf(work, actor), await attendanceCounts(work.db, actor));
  if (of === 'messages')
    return keptMessages(
      await messageCounts(
        work.db,
        actor,
        items.map(({ id }) => id[0]),
      ),
    );
  return [];
}
