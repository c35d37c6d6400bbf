import { Temporal } from 'temporal-polyfill';
import type { Db } from '../../database/open.ts';
import { isAfter, localDateOf } from '../../domain/local-date.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Paper } from '../../domain/paper.ts';
import type { Actor } from '../../domain/people.ts';
import { may } from '../../domain/policy.ts';
import { compareSwedish } from '../../domain/swedish-text.ts';
import type { Tools } from '../../tools.ts';
import { evaluationsEnded } from '../evaluations/compiling/queries.ts';
import { previewOf } from '../notices/rules.ts';
import { projectOf, sessionsOf } from '../planning/queries.ts';
import type { Project } from '../planning/types.ts';
import { dataClasses } from './classes/rules.ts';
import { disclosuresOf } from './disclosure/store.ts';
import { disposalPaper } from './letters/disposal.ts';
import { disposalsOf } from './protocols/queries.ts';
import { rowsOf } from './rows/store.ts';
import type { ClassRows } from './rows/types.ts';
import { dietaryRule, dueOf, lastDayOf, mayGo, stateOf, type ClassFacts } from './rules.ts';
import { rulesOf } from './store.ts';
import type { ClassView, DataClass, DisposalPreview, DisposalRefusal, RetentionView } from './types.ts';

type Reader = Pick<Tools, 'clock'> & { readonly db: Db };

/** the dry run. What each class holds, what is decided about it, from when it may go and why not today. */
export async function retentionOf(reader: Reader, key: ProjectKey): Promise<RetentionView | null> {
  const project = await projectOf(reader, key);
  if (project === null) return null;
  const lines = await linesOf(reader, project);
  return {
    today: localDateOf(reader.clock.now(), project.timeZone).toString(),
    classes: lines.map(({ line }) => line),
    disposals: await disposalsOf(reader, key),
    disclosures: await disclosuresOf(reader.db, key),
  };
}

/** Whether something may go today, for whoever may dispose of it. Before the first such day it costs two reads. */
export async function mayDispose(reader: Reader, actor: Actor): Promise<boolean> {
  if (!may(actor.roles, 'retention.edit')) return false;
  const project = await projectOf(reader, actor);
  const lastSession = lastDayOf(await sessionsOf(reader, actor));
  if (project === null || lastSession === null) return false;
  const today = localDateOf(reader.clock.now(), project.timeZone);
  if (!isAfter(today, lastSession)) return false;
  return (await linesOf(reader, project)).some(
    // Dietary needs go by the clock, the night after their last day.
    ({ line }) => line.state === 'due' && line.id !== 'dietary',
  );
}

/** A line of the dry run with the rows that it counts. */
export interface DryRun {
  readonly line: ClassView;
  readonly rows: ClassRows;
}

/** Every class in turn. */
export async function linesOf(reader: Reader, project: Project): Promise<readonly DryRun[]> {
  const { tenantId, projectId } = project;
  const key = { tenantId, projectId };
  const rules = await rulesOf(reader.db, key);
  const { isOpen, lastClosed } = await evaluationsEnded(reader, key);
  const zoned = (at: Date) => localDateOf(Temporal.Instant.fromEpochMilliseconds(at.getTime()), project.timeZone);
  const common = {
    today: localDateOf(reader.clock.now(), project.timeZone),
    lastSession: lastDayOf(await sessionsOf(reader, key)),
    lastEvaluation: lastClosed === null ? null : zoned(lastClosed),
    isEvaluationOpen: isOpen,
  };
  const found = new Map<string, ClassRows>();
  for (const { id } of dataClasses) found.set(id, await rowsOf(reader.db, key, id));
  const itemsOf = (id: string) => found.get(id)?.goes.length ?? 0;
  return dataClasses.map((of) => {
    const rule = of.id === 'dietary' ? dietaryRule(project.dietaryTerms) : (rules.get(of.id) ?? null);
    const isOtherThere = of.needs !== undefined && itemsOf(of.needs) > 0;
    const rows = found.get(of.id) ?? { goes: [], staying: 0 };
    return { rows, line: lineOf(of, rows, { ...common, rule, items: rows.goes.length, isOtherThere }) };
  });
}

function lineOf(of: DataClass, rows: ClassRows, facts: ClassFacts): ClassView {
  const people = rows.goes.flatMap(({ who }) => (who === null ? [] : [who]));
  return {
    ...of,
    rule: facts.rule,
    state: stateOf(of, facts),
    items: facts.items,
    staying: rows.staying,
    dueOn: dueOf(of, facts)?.toString() ?? null,
    people: [...new Set(people)].toSorted(compareSwedish),
  };
}

/** What would go now if somebody said yes, or why nothing may. */
export async function previewDisposal(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<Outcome<DisposalPreview & { readonly rows: ClassRows }, DisposalRefusal>> {
  const project = await projectOf(reader, actor);
  if (project === null) return refused('noProject');
  const found = (await linesOf(reader, project)).find(({ line }) => line.id === id);
  if (found === undefined) return refused('unknownClass');
  const { line, rows } = found;
  const verdict = mayGo(line, actor.language);
  if (!verdict.ok) return verdict;
  const recipients = rows.goes.map(({ table, id: parts }) => JSON.stringify([table, ...parts]));
  return done({
    ...previewOf({ texts: [line.id, JSON.stringify(line.rule), line.dueOn ?? ''], recipients }),
    line,
    rows,
  });
}

/** The record of one disposal, to print or to put in the diary. */
export async function disposalRecord(
  reader: Pick<Tools, 'db'>,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly paper: Paper; readonly name: string }, DisposalRefusal>> {
  const project = await projectOf(reader, actor);
  if (project === null) return refused('noProject');
  const disposal = (await disposalsOf(reader, actor)).find((one) => one.id === id);
  if (disposal === undefined) return refused('noRecord');
  const { title, diaryNumber, timeZone } = project;
  const day = localDateOf(Temporal.Instant.from(disposal.at), timeZone);
  return done({
    paper: disposalPaper(disposal, { title, diaryNumber, timeZone }, actor.language),
    name: `gallringsprotokoll-${disposal.dataClass}-${day.toString()}.pdf`,
  });
}
