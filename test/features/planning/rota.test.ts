import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markBoardAsked, setRota } from '../../../src/features/planning/rota/actions.ts';
import { factsOf, organisationsOf } from '../../../src/features/planning/queries.ts';
import { rotaOf } from '../../../src/features/planning/rota/queries.ts';
import { proposeRota, turnsOf, type RotaSlot } from '../../../src/features/planning/rota/rules.ts';
import { sendMailing } from '../../../src/features/mailings/actions.ts';
import { mailingList, mailingView, previewMailing } from '../../../src/features/mailings/queries.ts';
import { quickest } from '../../engines.ts';
import { key, lead, openDesk, sample, type Desk } from '../registration/desk.ts';

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `k-${index}`, name: `Kommun ${String(index).padStart(2, '0')}` }));
const slots = (count: number, chosen: readonly (readonly string[])[] = []): readonly RotaSlot[] =>
  Array.from({ length: count }, (_, index) => ({
    sessionId: `s-${index}`,
    chosen: chosen[index] ?? [],
    isPast: false,
  }));

/** The same numbers each time (a linear congruential generator). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

describe('whose turn it is', () => {
  test('ROL-03 eleven municipalities and eight places: no one twice', () => {
    const counts = [...turnsOf(proposeRota(slots(4), names(11), 2)).values()];
    expect(counts).toEqual(Array.from({ length: 8 }, () => 1));
  });

  test('ROL-03 nobody has two turns more than another, nobody twice at once, and what was chosen stays', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = seeded(seed);
      const people = names(1 + random(15));
      const perSession = 1 + random(3);
      const sessions = slots(1 + random(9));
      const proposed = proposeRota(sessions, people, perSession);
      const turns = turnsOf(proposed);
      const counts = people.map(({ id }) => turns.get(id) ?? 0);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      for (const { chosen } of proposed) {
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen).toHaveLength(Math.min(perSession, people.length));
      }
      // Some are settled already, fairly or not: they stay, and nobody who has had more comes before one who has had less.
      const fixed = sessions.map(() => (random(2) === 0 ? [people[random(people.length)]?.id ?? ''] : []));
      const rest = proposeRota(slots(sessions.length, fixed), people, perSession);
      rest.forEach(({ chosen }, index) => expect(chosen.slice(0, fixed[index]?.length)).toEqual(fixed[index]));
      const before = turnsOf(slots(sessions.length, fixed));
      const most = Math.max(0, ...people.map(({ id }) => before.get(id) ?? 0));
      const after = turnsOf(rest);
      const added = people.filter(({ id }) => (after.get(id) ?? 0) > (before.get(id) ?? 0));
      const least = Math.min(...people.map(({ id }) => after.get(id) ?? 0));
      for (const { id } of added) expect(after.get(id) ?? 0).toBeLessThanOrEqual(Math.max(most, least + 1));
    }
  });

  test('DOC-01 a held session gets no proposal, and an empty list of people proposes nobody', () => {
    const [held] = proposeRota([{ sessionId: 's-0', chosen: [], isPast: true }], names(3), 1);
    expect(held?.chosen).toEqual([]);
    expect(proposeRota(slots(2), [], 1).flatMap(({ chosen }) => chosen)).toEqual([]);
  });
});

describe('the rotas of a project', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(quickest, { now: '2026-08-31T07:00:00Z', file: sample() });
  });
  afterEach(() => desk.close());

  const rota = async () => {
    const view = await rotaOf(desk.tools, key);
    if (view === null) throw new Error('no rota');
    return view;
  };

  test('ROL-03 DOC-01 what is chosen is counted, a change answers how to take it back, and the facts follow', async () => {
    const before = await rota();
    expect(before.sessions.map(({ chosen }) => chosen.board.length)).toEqual([2, 2, 2, 2]);
    expect(before.candidates.notes.map(({ id }) => id)).toContain('st-4');
    expect(before.candidates.board.some(({ count }) => count === 0)).toBe(true);
    const cleared = await setRota(desk.tools, lead, {
      changes: [
        { sessionId: 's-2', kind: 'board', ids: [] },
        { sessionId: 's-2', kind: 'notes', ids: [] },
      ],
      boardSize: 3,
    });
    if (!cleared.ok) throw new Error(cleared.reason);
    const now = await rota();
    expect(now.perSession.board).toBe(3);
    const two = now.sessions.find(({ sessionId }) => sessionId === 's-2');
    expect(two?.chosen).toEqual({ board: [], notes: [] });
    expect(two?.proposed.board).toHaveLength(3);
    expect(two?.proposed.notes).toHaveLength(1);
    const facts = await factsOf(desk.tools, key);
    expect(facts?.sessions.find(({ id }) => id === 's-2')).toMatchObject({ noteTakers: 0, soundingBoard: [] });
    await setRota(desk.tools, lead, cleared.value);
    expect(await rota()).toEqual(before);
  });

  test('ROL-03 the question is a letter to the chosen municipalities, or is marked as asked by hand', async () => {
    const view = await mailingView(desk.tools, key, 'board:s-3');
    if (!view.ok) throw new Error(view.reason);
    expect(view.value.recipients.map(({ group }) => group)).toEqual(['municipalMailboxes', 'municipalMailboxes']);
    expect(view.value.hinders).toEqual([]);
    const listed = async () =>
      (await mailingList(desk.tools, key)).filter(({ template }) => template === 'board').map(({ id }) => id);
    expect(await listed()).toContain('board:s-3');
    expect(await markBoardAsked(desk.tools, lead, { sessionId: 's-3', on: '2026-09-01' })).toMatchObject({
      reason: 'dayAhead',
    });
    await markBoardAsked(desk.tools, lead, { sessionId: 's-3', on: '2026-08-28' });
    expect((await rota()).sessions.find(({ sessionId }) => sessionId === 's-3')?.askedOn).toBe('2026-08-28');
    expect(await listed()).not.toContain('board:s-3');
    await markBoardAsked(desk.tools, lead, { sessionId: 's-3', on: null });
    expect((await rota()).sessions.find(({ sessionId }) => sessionId === 's-3')?.askedOn).toBeNull();
    const seen = await previewMailing(desk.tools, key, 'board:s-3', {});
    const { textVersion, recipientCount } = seen.ok ? seen.value : expect.fail(seen.reason);
    expect(await sendMailing(desk.tools, lead, 'board:s-2', { textVersion, recipientCount })).toMatchObject({
      reason: 'previewChanged',
    });
    expect(await sendMailing(desk.tools, lead, 'board:s-3', { textVersion, recipientCount })).toMatchObject({
      ok: true,
    });
    expect(desk.mails).toEqual([]);
    desk.at('2026-08-31T07:05:00Z');
    await desk.send();
    const chosen = (await rota()).sessions.find(({ sessionId }) => sessionId === 's-3')?.chosen.board ?? [];
    const boards = (await organisationsOf(desk.tools, key)).filter(({ id }) => chosen.includes(id));
    expect(desk.mails.map(({ to }) => to.address).toSorted()).toEqual(
      boards.map(({ functionMailbox }) => functionMailbox ?? '').toSorted(),
    );
    expect(desk.mails[0]?.text).toMatch(/bollplank/);
    expect((await rota()).sessions.find(({ sessionId }) => sessionId === 's-3')?.askedOn).toBe('2026-08-31');
  });

  test('nobody is put in whom the project does not know', async () => {
    const set = await setRota(desk.tools, lead, { changes: [{ sessionId: 's-2', kind: 'notes', ids: ['nobody'] }] });
    expect(set).toMatchObject({ ok: false, reason: 'unknownName' });
  });
});
