import { expect, onTestFinished, test } from 'vitest';
import { pdfOf } from '../../../src/adapters/http/pdf.ts';
import { shortened, type Paper } from '../../../src/domain/paper.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { decisionBasis } from '../../../src/features/themes/letters/basis.ts';
import { decideThemeCard } from '../../../bot/cards/themes.ts';
import { themesApi } from '../../../src/features/themes/routes.ts';
import type { RankedProposal, ShownConsultation, ThemesView } from '../../../src/features/themes/types.ts';
import { quickest } from '../../engines.ts';
import { sample } from '../planning/project-file.ts';
import { openTools } from '../planning/tools.ts';
import { serve } from '../web-stage.ts';

const named = (...names: readonly string[]) => names.map((name) => ({ id: name, name }));

function aProposal(rank: number, title: string, change: Partial<RankedProposal> = {}): RankedProposal {
  const rest = { why: '', proposedBy: 'arbetsgruppen', statedSupport: null, supporters: [], outcome: 'open' } as const;
  return { id: title, title, rank, support: 12 - rank, ...rest, ...change };
}

const talk: ShownConsultation = {
  id: 'tc-1',
  forum: 'LGRS',
  date: '2026-03-06',
  summary: 'Kommunerna vill ha vatten först.',
  heard: named('Mora', 'Säter'),
};

function aView(change: Partial<ThemesView> = {}): ThemesView {
  return {
    today: '2026-05-04',
    proposals: [aProposal(1, 'Vatten', { why: 'Torra somrar.' }), aProposal(4, 'Buss')],
    consultations: [talk],
    unheard: named('Orsa', 'Vansbro'),
    municipalities: 15,
    decision: null,
    hindrances: [],
    way: 'protocol',
    mayTakeBack: false,
    asked: null,
    canOpen: false,
    ...change,
  };
}

/** Everything that is read on it, a line per part or row. */
function linesOf({ title, parts, foot }: Paper): readonly string[] {
  const lines = parts.flatMap((part) => {
    if (part.kind === 'list') return part.items;
    if (part.kind === 'lines') return part.labels;
    return part.kind === 'table' ? part.rows.map((row) => row.join(' | ')) : [part.text];
  });
  return [title, ...lines, foot];
}

test('THM-02 THM-03 THM-04 the basis has the proposals ranked with their support, who was heard and not, and lines for the decision', () => {
  expect(linesOf(decisionBasis(aView(), { title: 'Lärprojekt 2027' }, 'sv'))).toEqual([
    'Beslutsunderlag: tema för lärprojekt',
    'Lärprojektet Lärprojekt 2027',
    'Förslag, i ordning efter stöd',
    '1 | Vatten\nTorra somrar. | arbetsgruppen | 11 av 15 kommuner',
    '4 | Buss | arbetsgruppen | 8 av 15 kommuner',
    'Samråd med kommunerna',
    'LGRS, 6 mars 2026. Kommunerna vill ha vatten först. Hörda: Mora och Säter.',
    'Ej hörda: Orsa och Vansbro.',
    'Styrgruppens beslut',
    'Valt tema:',
    'Sparas till ett annat år:',
    'Datum och paragraf:',
    'Skrivet 4 maj 2026 av Lärprojekt. Styrgruppen gör det slutliga urvalet (regel THM-04).',
  ]);
});

test('THM-01 what is left to do stands on the basis, and so does a decision that is taken', () => {
  const words = { sv: 'Inget samråd är antecknat.', en: 'No consultation is noted.' };
  const hindrances = [{ ruleId: 'THM-01', title: words, words, action: null }];
  const open = linesOf(decisionBasis(aView({ consultations: [], hindrances }), { title: 'P' }, 'en'));
  expect(open).toContain('To see to before the decision');
  expect(open).toContain('No consultation is noted.');
  const unnamed = { ...talk, heard: [] };
  const all = decisionBasis(
    aView({ consultations: [unnamed], unheard: named('Orsa', 'Mora'), municipalities: 2 }),
    { title: 'P' },
    'sv',
  );
  expect(linesOf(all)).toContain('Det är inte noterat vilka kommuner som har hörts.');
  const taken = {
    ...{ proposalId: 'Vatten', title: 'Vatten', by: 'Styrgruppen', way: 'protocol' as const },
    ...{ date: '2026-04-10', paragraph: '§ 14', note: 'Enhälligt.' },
  };
  const decided = linesOf(decisionBasis(aView({ decision: taken }), { title: 'P' }, 'sv'));
  expect(decided).toContain('Styrgruppen beslutade 10 april 2026, § 14: Vatten.');
  expect(decided).toContain('Enhälligt.');
  expect(decided).not.toContain('Valt tema:');
});

const count = (bytes: Buffer, sign: RegExp): number => bytes.toString('latin1').match(sign)?.length ?? 0;

test('X-08 the basis is one tagged page in its language, also when there is much to tell', async () => {
  const long = 'Dalarnas kommuner behöver rekrytera många medarbetare de kommande åren. '.repeat(6);
  const many = aView({
    proposals: Array.from({ length: 8 }, (_, index) => aProposal(index + 1, `Förslag ${index}`, { why: long })),
    consultations: Array.from({ length: 9 }, () => ({ ...talk, summary: long })),
  });
  for (const view of [aView(), many]) {
    const bytes = await pdfOf(decisionBasis(view, { title: 'Lärprojekt 2027' }, 'sv'));
    expect(count(bytes, /\/Type \/Page\b/g)).toBe(1);
    expect(count(bytes, /\/S \/H1\b/g)).toBe(1);
    expect(count(bytes, /\/S \/TR\b/g)).toBe(view.proposals.length + 1);
    expect(count(bytes, /\/Scope \/Column/g)).toBe(4);
    expect(count(bytes, /\/S \/LBody\b/g)).toBe(Math.min(view.consultations.length, 4));
    expect(count(bytes, /\/Lang \(sv-SE\)/g)).toBe(1);
    expect(count(bytes, /\/Marked true/g)).toBe(1);
    expect(count(bytes, /pdfuaid:part>1</g)).toBe(1);
  }
  const text = 'ord '.repeat(2000);
  const book = { title: 'T', language: 'en' as const, parts: [{ kind: 'text' as const, text }], foot: 'F' };
  expect(count(await pdfOf(book), /\/Type \/Page\b/g)).toBeGreaterThan(1);
});

test('a text is shortened between words', () => {
  expect(shortened('Torra somrar,\n blöta höstar', 40)).toBe('Torra somrar, blöta höstar');
  expect(shortened('Torra somrar, blöta höstar', 18)).toBe('Torra somrar …');
});

test('THM-04 the basis is a file to save for whoever sees the plan, and for nobody else', async () => {
  const tools = await openTools(quickest);
  await importProject(tools, 'home', sample(), { actorName: 'test' });
  const web = await serve({ apis: [themesApi(tools, decideThemeCard)], pages: [] });
  onTestFinished(() => web.close());
  const who = {
    tenantId: 'home',
    projectId: 'lp-2026-kompetens',
    personId: 'st-5',
    name: 'Lena',
    language: 'sv',
  } as const;
  const address = `${web.url}/api/projects/lp-2026-kompetens/themes/basis`;
  web.actAs({ ...who, roles: ['steeringGroup'] });
  const answer = await fetch(address);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toContain('beslutsunderlag-tema-2026-05-04.pdf');
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  web.actAs({ ...who, roles: ['participant'] });
  expect((await fetch(address)).status).toBe(403);
});
