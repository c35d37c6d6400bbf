import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localDate } from '../../src/domain/local-date.ts';
import { evaluate, nextSteps } from '../../src/guideline/evaluate.ts';
import { doneKey, type BetweenFacts, type ProjectFacts } from '../../src/guideline/facts.ts';
import { currentVersion } from '../../src/guideline/versions.ts';
import { participatingLine } from '../../src/features/publications/rules.ts';
import { readRequirements } from '../../src/commands/requirements-coverage.ts';
import { aProject, closedProject, onDay, withRegistration } from './facts-builder.ts';

const withBetween = (change: Partial<BetweenFacts>, facts: ProjectFacts = aProject()): ProjectFacts => ({
  ...facts,
  between: { ...facts.between, ...change },
});

function ask(facts: ProjectFacts, id: string, session = 1) {
  const found = evaluate(facts, currentVersion).filter(({ ruleId }) => ruleId === id);
  return found.find(({ scope }) => scope.kind === 'project' || scope.number === session);
}

const homework = (change: Partial<BetweenFacts['homework'][number]>) => ({
  afterSessionId: 's-1',
  type: 'wordCloud',
  due: localDate('2026-10-23'),
  hasPurpose: true,
  compilers: 0,
  ...change,
});

test('HMW-01 homework that falls due in a school break or just before the next session is told of, with a better day', () => {
  const remarks = (change: Parameters<typeof homework>[0]) =>
    ask(withBetween({ homework: [homework(change)] }), 'HMW-01')?.remarks.map(({ sv }) => sv) ?? [];
  expect(remarks({})).toEqual([]);
  expect(remarks({ due: localDate('2026-10-29') }).join(' ')).toMatch(/öslov|lov.*fredagen den 23 oktober/i);
  expect(remarks({ due: localDate('2026-11-03') })).toEqual([
    'Sista dagen ligger nära nästa träff. Ge fem arbetsdagar att läsa svaren.',
  ]);
  expect(remarks({ hasPurpose: false })).toEqual(['Skriv vad uppgiften ska leda till.']);
  expect(ask(withBetween({ homework: [homework({})] }), 'HMW-01', 2)?.state).toBe('upcoming');
  expect(ask(aProject(), 'HMW-01', 4)).toBeUndefined();
});

test('DEF-03 more than sixty per cent of one sector is a tip, and nobody is asked for a sector', () => {
  const counts = (sectors: readonly number[]) =>
    ask(withRegistration(aProject(), { confirmed: 34, sectors }), 'DEF-03')?.words.sv;
  expect(counts([22, 7, 5])).toBe('22 av 34 kommer från samma sektor. Bjud in fler?');
  expect(counts([20, 9, 5])).toBe('3 sektorer är med.');
  expect(counts([])).toBe('Titta på listan: kommer deltagarna från olika verksamheter?');
});

test('ROO-03 is met by the opening on the agenda page, or by somebody’s word', () => {
  expect(ask(aProject(), 'ROO-03')?.state).toBe('met');
  const facts = aProject();
  const without = { ...facts, sessions: facts.sessions.map((session) => ({ ...session, agenda: [] })) };
  expect(ask(without, 'ROO-03')?.words.sv).toBe('Lägg in en inledning, så står det där.');
  const told = new Map([[doneKey('ROO-03', 's-1'), localDate('2026-09-21')]]);
  expect(ask({ ...without, doneByHand: told }, 'ROO-03')?.words.sv).toBe('Gjort måndagen den 21 september.');
  expect(ask({ ...without, doneByHand: told }, 'ROO-03', 2)?.state).toBe('upcoming');
});

test('RG-01 RG-08 RG-09 RG-10 what another network does at a session is told at its own time', () => {
  expect(ask(aProject(), 'RG-01')).toBeUndefined();
  expect(ask(onDay(aProject(), '2026-09-23'), 'RG-01')?.words.sv).toBe('Skriv en kort nyhet om träffen.');
  expect([ask(aProject(), 'RG-08')?.state, ask(aProject(), 'RG-08', 2)]).toEqual(['upcoming', undefined]);
  expect(ask(withBetween({ groups: 3 }), 'RG-09')?.words.sv).toBe('3 arbetsgrupper, och alla är med i en.');
  expect(ask(withBetween({ groups: 3, withoutGroup: 2 }), 'RG-09')?.words.sv).toBe('2 deltagare saknar grupp.');
  expect(ask(aProject(), 'RG-10')?.words.sv).toBe('Ge nästa träff dag, lokal och tema.');
  const facts = aProject();
  const themed = { ...facts, sessions: facts.sessions.map((one) => ({ ...one, theme: 'Rekrytera ihop' })) };
  expect(ask(themed, 'RG-10')?.words.sv).toBe('Nästa gång: Rekrytera ihop.');
  expect(ask(themed, 'RG-10', 4)).toBeUndefined();
});

test('RG-06 RG-11 RG-12 RG-14 RG-15 RG-17 RG-18 the project shows what it does, and the rest is ticked by hand', () => {
  for (const id of ['RG-06', 'RG-11', 'RG-12', 'RG-14', 'RG-15', 'RG-17', 'RG-18']) {
    const asked = ask(aProject(), id);
    expect([id, asked?.state, asked?.basis, asked?.level]).toEqual([id, 'upcoming', 'network', 'nice']);
    const doneByHand = new Map([[doneKey(id), localDate('2026-09-21')]]);
    expect([id, ask({ ...aProject(), doneByHand }, id)?.state]).toEqual([id, 'met']);
  }
  const told = withBetween({
    homework: [homework({ compilers: 4 }), homework({ type: 'horizonScan' })],
    wishes: 3,
    openWishes: 0,
    colleagueSessions: 1,
  });
  for (const id of ['RG-12', 'RG-14', 'RG-15', 'RG-17', 'RG-18'])
    expect([id, ask(told, id)?.state]).toEqual([id, 'met']);
  expect(ask(withBetween({ homework: [homework({ compilers: 1 })] }), 'RG-17')?.words.sv).toContain('ensam');
  expect(ask(withBetween({ wishes: 3, openWishes: 1 }), 'RG-12')?.words.sv).toBe('1 önskemål väntar på svar.');
});

test('what other networks do is never what has to be done now, and stands in nobody’s way', () => {
  const evaluations = evaluate(onDay(closedProject(), '2026-09-23'), currentVersion);
  const network = evaluations.filter(({ basis }) => basis === 'network');
  expect(network.length).toBeGreaterThan(5);
  expect(network.filter(({ hinders, state }) => hinders || state === 'late' || state === 'next')).toEqual([]);
  expect(nextSteps(evaluations, 3).filter(({ basis }) => basis === 'network')).toEqual([]);
});

test('RG-02 who takes part is told by kind: municipalities counted in words, others by name while they are few', () => {
  const towns = (count: number) =>
    Array.from({ length: count }, () => ({ shortName: 'x', type: 'municipality' as const }));
  const region = { shortName: 'Region Dalarna', type: 'region' } as const;
  const county = { shortName: 'Länsstyrelsen', type: 'countyAdministrativeBoard' } as const;
  const line = (those: Parameters<typeof participatingLine>[0]) => participatingLine(those, 'sv');
  expect(line([...towns(11), region, county])).toBe(
    'Elva kommuner deltar, tillsammans med Region Dalarna och Länsstyrelsen.',
  );
  expect(line(towns(1))).toBe('En kommun deltar.');
  expect(line([...towns(13), region])).toBe('13 kommuner deltar, tillsammans med Region Dalarna.');
  expect(line([...towns(2), region, county, region, county])).toBe(
    'Två kommuner deltar, tillsammans med fyra andra organisationer.',
  );
  expect(line([])).toBe('');
});

test('GOV-01 every requirement is a rule of the guideline with quote, level, owner and check, or says where it lives', () => {
  const list = readRequirements(JSON.parse(readFileSync('src/guideline/requirements.json', 'utf8')));
  const files = readdirSync(join('src', 'guideline', '2026-01'));
  expect(files.length).toBeGreaterThan(5);
  const rules = new Map(currentVersion.rules.map((rule) => [rule.id, rule]));
  const lost = list.filter(({ id, where }) => !rules.has(id) && where === undefined).map(({ id }) => id);
  expect(lost).toEqual([]);
  for (const rule of rules.values()) {
    expect([rule.id, rule.quote.length > 3, rule.title.en.length > 3, rule.explanation.sv.length > 10]).toEqual([
      rule.id,
      true,
      true,
      true,
    ]);
    if (rule.blocks !== undefined) expect([rule.id, rule.basis, rule.level]).toEqual([rule.id, 'guideline', 'must']);
  }
});
