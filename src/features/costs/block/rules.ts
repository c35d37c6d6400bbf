import { readLocalDate } from '../../../domain/local-date.ts';
import type { CostKind } from '../../../guideline/facts.ts';
import type { Agreement, CostLine, Costs } from '../types.ts';

/**
 * The costs stand in the project's block of the same name, as they stand in the project file: so they follow every export,
 * and a file from elsewhere is read as it is. What we do not understand of it is kept.
 */
type Block = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Block) : {};
}

function listOf(value: unknown): readonly Block[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function dayOf(value: unknown): string | null {
  return typeof value === 'string' ? (readLocalDate(value)?.toString() ?? null) : null;
}

/** The file has kronor. */
function oreOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 100) : null;
}

export function readCosts(blocks: Block): Costs {
  const block = objectOf(blocks['costs']);
  return {
    split: {
      parties: listOf(block['split']).flatMap(({ organisationId, sharePercent }) =>
        typeof organisationId === 'string' && typeof sharePercent === 'number'
          ? [{ organisationId, sharePercent }]
          : [],
      ),
      agreedOn: dayOf(block['agreedDate']),
      agreedBy: textOf(block['agreedBy']),
      guidanceFrom: textOf(block['guidanceFrom']),
    },
    lines: listOf(block['budget']).map(readLine),
  };
}

const kinds: readonly CostKind[] = ['lunch', 'fika', 'room', 'fee', 'travel', 'other'];

function readLine(line: Block, index: number): CostLine {
  const text = textOf(line['item']) ?? '';
  return {
    id: idOf(line, index),
    kind: kinds.find((kind) => kind === line['kind']) ?? kindFrom(text),
    text,
    sessionId: textOf(line['sessionId']),
    budget: oreOf(line['amount']) ?? 0,
    perPortion: oreOf(line['perPortion']),
    outcome: oreOf(line['outcome']),
    agreement: readAgreement(objectOf(line['agreed'])),
  };
}

function readAgreement(agreed: Block): Agreement | null {
  const [on, by] = [dayOf(agreed['on']), textOf(agreed['by'])];
  return on === null || by === null ? null : { on, by };
}

/** A file that was written by hand has no ids; ours get theirs as soon as somebody changes something. */
function idOf(line: Block, index: number): string {
  return textOf(line['id']) ?? `rad-${index + 1}`;
}

const words: readonly (readonly [CostKind, RegExp])[] = [
  ['lunch', /lunch|middag|\bmat\b/i],
  ['fika', /fika|kaffe|frukost/i],
  ['fee', /medverkande|arvode|förelä|speaker/i],
  ['travel', /res(a|or)\b|travel/i],
  ['room', /lokal|hyra|room/i],
];

function kindFrom(text: string): CostKind {
  return words.find(([, said]) => said.test(text))?.[0] ?? 'other';
}

/** The blocks with these costs; what is not ours in them stays as it was. */
export function withCosts(blocks: Block, { split, lines }: Costs): Block {
  const block = objectOf(blocks['costs']);
  const before = new Map(listOf(block['budget']).map((line, index) => [idOf(line, index), line]));
  const named = {
    ...given('agreedBy', split.agreedBy),
    ...given('agreedDate', split.agreedOn),
    ...given('guidanceFrom', split.guidanceFrom),
  };
  const { agreedBy: _by, agreedDate: _on, guidanceFrom: _from, ...rest } = block;
  return {
    ...blocks,
    costs: {
      currency: 'SEK',
      ...rest,
      ...named,
      split: split.parties.map((party) => ({
        ...listOf(block['split']).find(({ organisationId }) => organisationId === party.organisationId),
        ...party,
      })),
      budget: lines.map((line) => writeLine(line, before.get(line.id) ?? {})),
    },
  };
}

function writeLine(line: CostLine, before: Block): Block {
  const { sessionId: _session, perPortion: _price, outcome: _outcome, agreed: _agreed, ...rest } = before;
  return {
    ...rest,
    id: line.id,
    item: line.text,
    kind: line.kind,
    ...given('sessionId', line.sessionId),
    amount: line.budget / 100,
    ...given('perPortion', line.perPortion === null ? null : line.perPortion / 100),
    ...given('outcome', line.outcome === null ? null : line.outcome / 100),
    ...given('agreed', line.agreement === null ? null : { ...line.agreement }),
  };
}

function given(name: string, value: unknown): Block {
  return value === null ? {} : { [name]: value };
}
