import { expect, test } from 'vitest';
import {
  inOrder,
  mayTakeBack,
  outcomesAfter,
  paragraphOf,
  proposalsIn,
  ranked,
  unheard,
  wayOf,
} from '../../../src/features/themes/rules.ts';
import type { Consultation, Proposal } from '../../../src/features/themes/types.ts';

const municipality = (id: string, shortName: string) => ({ id, shortName, type: 'municipality' as const });
const organisations = [
  municipality('orsa', 'Orsa'),
  municipality('mora', 'Mora'),
  municipality('vansbro', 'Vansbro'),
  municipality('alvdalen', 'Älvdalen'),
  { id: 'region', shortName: 'Region Dalarna', type: 'region' as const },
];

function aProposal(title: string, change: Partial<Proposal> = {}): Proposal {
  return { id: title, title, why: '', proposedBy: '', statedSupport: null, supporters: [], outcome: 'open', ...change };
}

function aTalk(date: string | null, heard: readonly string[]): Consultation {
  return { id: `${date}`, forum: 'LGRS', date, summary: '', heard };
}

test('THM-03 proposals are ranked by how many municipalities support them: 11, 8, 6', () => {
  const list = ranked(
    [
      aProposal('Välfärd', { statedSupport: 6 }),
      aProposal('Kompetens', { statedSupport: 11, supporters: ['mora'] }),
      aProposal('Klimat', { statedSupport: 8 }),
    ],
    organisations,
  );
  expect(list.map(({ title, support, rank }) => [title, support, rank])).toEqual([
    ['Kompetens', 11, 1],
    ['Klimat', 8, 2],
    ['Välfärd', 6, 3],
  ]);
  expect(list[0]?.supporters).toEqual([{ id: 'mora', name: 'Mora' }]);
});

test('THM-03 only municipalities are counted, a name counts as well as a number, and equals share a place', () => {
  const list = ranked(
    [
      aProposal('Åldrande', { supporters: ['orsa', 'region'] }),
      aProposal('Vatten', { statedSupport: 1, supporters: ['mora', 'orsa'] }),
      aProposal('Buss', { statedSupport: 1 }),
    ],
    organisations,
  );
  expect(list.map(({ title, support, rank }) => [title, support, rank])).toEqual([
    ['Vatten', 2, 1],
    ['Buss', 1, 2],
    ['Åldrande', 1, 2],
  ]);
});

test('THM-02 the municipalities that no consultation names have not been heard', () => {
  const talks = [aTalk('2026-02-02', ['mora', 'region']), aTalk('2026-03-06', ['mora', 'alvdalen'])];
  expect(unheard(talks, organisations).map(({ name }) => name)).toEqual(['Orsa', 'Vansbro']);
  expect(unheard([], organisations)).toHaveLength(4);
  expect(inOrder([...talks, aTalk(null, [])], organisations).map(({ date }) => date)).toEqual([
    '2026-03-06',
    '2026-02-02',
    null,
  ]);
});

test('THM-04 only somebody of the steering group answers; the content lead writes in a protocol, also from inside the group', () => {
  expect(wayOf(['steeringGroup'])).toBe('answer');
  expect(wayOf(['contentLead'])).toBe('protocol');
  expect(wayOf(['contentLead', 'steeringGroup'])).toBe('protocol');
  expect(wayOf(['planningGroup', 'workingGroup', 'processFacilitator', 'participant'])).toBeNull();
  expect(mayTakeBack(['contentLead'], 'answer')).toBe(false);
  expect(mayTakeBack(['steeringGroup'], 'answer')).toBe(true);
  expect(mayTakeBack(['contentLead'], 'protocol')).toBe(true);
});

test.each([
  ['§ 14', '§ 14'],
  ['14', '§ 14'],
  [' §14 b', '§ 14 b'],
  ['paragraf 7/2026', '§ 7/2026'],
  ['enligt överenskommelse', null],
  ['', null],
  [null, null],
])('THM-04 a paragraph is written as people write it: %j', (text, paragraph) => {
  expect(paragraphOf(text)).toBe(paragraph);
});

test('THM-04 one proposal is chosen, some are kept for another year, the others are not chosen', () => {
  expect(outcomesAfter([{ id: 'a' }, { id: 'b' }, { id: 'c' }], 'b', ['b', 'c'])).toEqual([
    { id: 'a', outcome: 'notSelected' },
    { id: 'b', outcome: 'selected' },
    { id: 'c', outcome: 'deferred' },
  ]);
});

test('THM-03 proposals are pasted from a list or a table, and a line that cannot be read is named', () => {
  const read = (text: string) => {
    const found = proposalsIn(text);
    return found.ok ? found.value : found;
  };
  expect(read('1. Vatten; 11 kommuner; arbetsgruppen; Torra somrar.\n\n• Buss\t8\n- Skola\n')).toEqual([
    { title: 'Vatten', why: 'Torra somrar.', proposedBy: 'arbetsgruppen', statedSupport: 11, supporters: [] },
    { title: 'Buss', why: '', proposedBy: '', statedSupport: 8, supporters: [] },
    { title: 'Skola', why: '', proposedBy: '', statedSupport: null, supporters: [] },
  ]);
  expect(read('Klimat; regionen; 2027 kommer en ny lag')).toMatchObject([{ why: '2027 kommer en ny lag' }]);
  expect(read(' \n ')).toMatchObject({ reason: 'nothingPasted' });
  expect(read('Vatten; 3\n; 8')).toMatchObject({ reason: 'badLine', details: { line: 2 } });
  expect(read('Vatten; 3; 8')).toMatchObject({ reason: 'badLine' });
  expect(read(Array.from({ length: 51 }, (_, at) => `Tema ${at}`).join('\n'))).toMatchObject({ reason: 'tooMany' });
});
