import { isAfter, localDate, localDateOf, type LocalDate } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import { needsAgreement } from '../../guideline/costs.ts';
import type { Tools, Work } from '../../tools.ts';
import { auditedBy, writeAudit } from '../planning/audit/actions.ts';
import { organisationsOf, projectOf, sessionsOf } from '../planning/queries.ts';
import { readCosts, withCosts } from './block/rules.ts';
import { faultInLine, faultInSplit, keptAgreement, lineFacts } from './rules.ts';
import { lockBlocks, putBlocks } from './store.ts';
import type { Agreement, CostLine, CostRefusal, Costs, LineWish, Split } from './types.ts';

type Details = Readonly<Record<string, string | number | boolean | null>>;

interface Changed {
  readonly costs: Costs;
  readonly act: string;
  readonly details: Details;
}

/** Who pays what (CST-02). Answers what it was, so that it can be taken back. */
export async function setSplit(tools: Tools, actor: Actor, split: Split): Promise<Outcome<Split, CostRefusal>> {
  return await change(tools, actor, async (work, costs, today): Promise<Outcome<Changed, CostRefusal>> => {
    const organisations = await organisationsOf(work, actor);
    const fault = faultInSplit(split, { today, organisations });
    if (fault !== undefined) return fault;
    const shares = split.parties.map(({ sharePercent }) => sharePercent).join('/');
    return done({ costs: { ...costs, split }, act: 'costs.split', details: { shares, on: split.agreedOn } });
  }).then((changed) => (changed.ok ? done(changed.value.split) : changed));
}

/** Writes a line, or writes it anew. Answers what it was; null for a new one. */
export async function putLine(
  tools: Tools,
  actor: Actor,
  { id, line }: { readonly id: string; readonly line: LineWish },
): Promise<Outcome<CostLine | null, CostRefusal>> {
  return await change(tools, actor, async (work, costs): Promise<Outcome<Changed, CostRefusal>> => {
    const fault = faultInLine(line, await sessionsOf(work, actor));
    if (fault !== undefined) return fault;
    const before = costs.lines.find((one) => one.id === id);
    const now: CostLine = { ...line, id, agreement: keptAgreement(before, line) };
    const lines = before === undefined ? [...costs.lines, now] : costs.lines.map((one) => (one.id === id ? now : one));
    return done({
      costs: { ...costs, lines },
      act: before === undefined ? 'costs.add' : 'costs.change',
      details: { line: id, kind: line.kind, from: before?.budget ?? null, to: line.budget, outcome: line.outcome },
    });
  }).then((changed) => (changed.ok ? done(changed.value.lines.find((one) => one.id === id) ?? null) : changed));
}

export async function removeLine(tools: Tools, actor: Actor, id: string): Promise<Outcome<CostLine, CostRefusal>> {
  const changed = await change(tools, actor, (_work, costs) => {
    const line = costs.lines.find((one) => one.id === id);
    if (line === undefined) return Promise.resolve(refused('noLine'));
    const lines = costs.lines.filter((one) => one.id !== id);
    const details = { line: id, kind: line.kind, from: line.budget, to: null };
    return Promise.resolve(done({ costs: { ...costs, lines }, act: 'costs.remove', details }));
  });
  if (!changed.ok) return changed;
  const gone = changed.value.lines.find((one) => one.id === id);
  return gone === undefined ? refused('noLine') : done(gone);
}

/** Notes the working group's yes to a fee or a journey, or takes it away (CST-03). Answers what stood there. */
export async function agreeLine(
  tools: Tools,
  actor: Actor,
  { id, agreement }: { readonly id: string; readonly agreement: Agreement | null },
): Promise<Outcome<Agreement | null, CostRefusal>> {
  const changed = await change(tools, actor, (_work, costs, today) => {
    const line = costs.lines.find((one) => one.id === id);
    if (line === undefined) return Promise.resolve(refused('noLine'));
    const [facts] = lineFacts({ ...costs, lines: [line] });
    if (agreement !== null && (facts === undefined || !needsAgreement(facts)))
      return Promise.resolve(refused('nothingToAgree'));
    if (agreement !== null && isAfter(localDate(agreement.on), today)) return Promise.resolve(refused('future'));
    const lines = costs.lines.map((one) => (one.id === id ? { ...one, agreement } : one));
    const act = agreement === null ? 'costs.disagree' : 'costs.agree';
    return Promise.resolve(done({ costs: { ...costs, lines }, act, details: { line: id, kind: line.kind } }));
  });
  return changed.ok ? done(changed.value.lines.find((one) => one.id === id)?.agreement ?? null) : changed;
}

/** One change of the costs, with its line in the log. Answers the costs as they were before. */
async function change(
  tools: Tools,
  actor: Actor,
  act: (work: Work, costs: Costs, today: LocalDate) => Promise<Outcome<Changed, CostRefusal>>,
): Promise<Outcome<Costs, CostRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<Costs, CostRefusal>> => {
    const blocks = await lockBlocks(work, actor);
    const project = await projectOf(work, actor);
    if (blocks === undefined || project === null) return refused('noProject');
    const before = readCosts(blocks);
    const changed = await act(work, before, localDateOf(tools.clock.now(), project.timeZone));
    if (!changed.ok) return changed;
    const { costs, act: name, details } = changed.value;
    await putBlocks(work, actor, withCosts(blocks, costs));
    await writeAudit(work, tools, { ...auditedBy(actor), act: name, subject: 'costs', details });
    return done(before);
  });
}
