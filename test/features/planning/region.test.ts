import { expect, test } from 'vitest';
import { isIn, type PeriodTime, type RegionPeriod } from '../../../src/domain/region-periods.ts';
import { localDate } from '../../../src/domain/local-date.ts';
import { wiseDayBy } from '../../../src/domain/wise-day.ts';
import { faultIn, periodOf, regionView } from '../../../src/features/planning/region/rules.ts';
import type { RegionView } from '../../../src/features/planning/region/types.ts';
import { onEachEngine } from '../../engines.ts';
import { serve } from './api.ts';
import { openTools } from './tools.ts';

const karin = { oid: 'oid-karin' };
const stranger = { oid: 'oid-karin', tenantId: 'elsewhere' };
const fair = {
  name: 'Rättviks marknad',
  where: 'Rättvik',
  when: { kind: 'dates', from: '2026-10-19', to: '2026-10-21' },
  strength: 'warning',
  source: 'Kommunens webbplats 2026',
};

function period(when: PeriodTime, change: Partial<RegionPeriod> = {}): RegionPeriod {
  const words = { sv: 'marknad', en: 'fair' };
  return { id: 'x', words, where: { sv: '', en: '' }, when, strength: 'warning', source: words, ...change };
}

test('PLN-02 weeks are every year and from Monday to Friday, dates are once and whole', () => {
  const weeks = period({ kind: 'weeks', weeks: [53] });
  expect([isIn(weeks, localDate('2026-12-31')), isIn(weeks, localDate('2027-01-02'))]).toEqual([true, false]);
  const dates = period({ kind: 'dates', from: '2026-10-19', to: '2026-10-21' });
  const days = ['2026-10-18', '2026-10-19', '2026-10-21', '2026-10-22', '2027-10-20'];
  expect(days.map((day) => isIn(dates, localDate(day)))).toEqual([false, true, true, false, false]);
});

test('PLN-02 a last day is moved out of a period of many, and not of one that only some or no mail-readers are in', () => {
  const dates = period({ kind: 'dates', from: '2026-10-19', to: '2026-10-21' });
  const last = localDate('2026-10-20');
  const { day, because } = wiseDayBy(last, [dates]);
  expect([day.toString(), because?.sv]).toEqual([
    '2026-10-16',
    'Regelns sista dag är under marknad (v. 43). Gör det före.',
  ]);
  expect(wiseDayBy(last, [{ ...dates, strength: 'tip' }]).day.toString()).toBe('2026-10-20');
  expect(wiseDayBy(localDate('2026-09-10'), [period({ kind: 'rule', rule: 'election' })]).because).toBeUndefined();
});

test('what is computed can only stay as it is, and dates must exist and come in order', () => {
  expect(faultIn({ kind: 'rule', rule: 'election' }, undefined)).toBe('notByRule');
  expect(faultIn({ kind: 'rule', rule: 'election' }, period({ kind: 'rule', rule: 'election' }))).toBeUndefined();
  expect(faultIn({ kind: 'dates', from: '2026-02-30', to: '2026-03-01' }, undefined)).toBe('badDates');
  expect(faultIn({ kind: 'dates', from: '2026-03-02', to: '2026-03-01' }, undefined)).toBe('badDates');
});

test('words that nobody has touched keep both their languages, and weeks stand in order once', () => {
  const before = period({ kind: 'weeks', weeks: [44] });
  const wish = {
    name: 'marknad',
    where: 'Rättvik',
    when: { kind: 'weeks', weeks: [45, 44, 45] },
    strength: 'tip',
    source: '',
  } as const;
  expect(periodOf('x', wish, before)).toMatchObject({
    words: { sv: 'marknad', en: 'fair' },
    where: { sv: 'Rättvik', en: 'Rättvik' },
    when: { kind: 'weeks', weeks: [44, 45] },
  });
  expect(regionView([]).periods.every(({ origin }) => origin === 'ours')).toBe(true);
});

onEachEngine('PLN-02 the region’s own times of the year', (engine) => {
  test('are changed, added, taken away and brought back, for all projects of the tenant and nobody else', async () => {
    const tools = await openTools(engine);
    const known = { displayName: 'Karin Tunsberg', mail: 'karin.tunsberg@region-dalarna.example', isGuest: false };
    tools.people.push({ oid: 'oid-karin', ...known });
    const call = await serve(tools);
    for (const id of ['lp', 'lp-2']) await call(karin, 'POST', '', { id, title: 'Nytt', sessions: 1 });
    await call(stranger, 'POST', '', { id: 'lp-3', title: 'Annat', sessions: 1 });
    const view = async (who = karin, id = 'lp') =>
      (await call(who, 'GET', `/${id}/region`)).body as unknown as RegionView; // the route's own type
    const { body } = await call(karin, 'GET', '/lp');
    const session = (body as unknown as { sessions: { id: string }[] }).sessions[0]?.id ?? '';
    const warnings = async (date: string) => {
      const time = { date, startTime: '09:00', endTime: '16:00' };
      const { body: shown } = await call(karin, 'POST', `/lp-2/sessions/${session}/move/preview`, time);
      return (shown as unknown as { warnings: { words: { sv: string } }[] }).warnings.map(({ words }) => words.sv);
    };
    expect(await warnings('2026-10-29')).toEqual(['Vecka 44 är det höstlov i Falun, Borlänge och Säter.']);

    const earlier = { ...fair, name: 'höstlov', where: 'hela länet', when: { kind: 'weeks', weeks: [43] } };
    expect((await call(karin, 'PUT', '/lp/region/hostlov', earlier)).status).toBe(200);
    expect((await call(karin, 'PUT', '/lp/region/marknad', fair)).status).toBe(200);
    expect(await warnings('2026-10-29')).toEqual([]);
    expect(await warnings('2026-10-20')).toEqual([
      'Vecka 43 är det höstlov i hela länet.',
      'Det är Rättviks marknad i Rättvik.',
    ]);
    expect((await view()).periods.find(({ id }) => id === 'hostlov')).toMatchObject({
      origin: 'changed',
      words: { sv: 'höstlov', en: 'autumn break' },
      changed: { by: 'Karin Tunsberg' },
    });
    expect((await view(stranger, 'lp-3')).periods.every(({ origin }) => origin === 'ours')).toBe(true);

    expect((await call(karin, 'DELETE', '/lp/region/marknad')).status).toBe(200);
    expect(await warnings('2026-10-20')).toHaveLength(1);
    expect((await view()).removed.map(({ id }) => id)).toEqual(['marknad']);
    expect((await call(karin, 'DELETE', '/lp/region/marknad')).body).toMatchObject({ reason: 'noPeriod' });
    expect((await call(karin, 'POST', '/lp/region/marknad/restore')).status).toBe(200);
    expect((await call(karin, 'POST', '/lp/region/hostlov/restore')).status).toBe(200);
    expect(await warnings('2026-10-20')).toEqual(['Det är Rättviks marknad i Rättvik.']);
    expect((await call(karin, 'POST', '/lp/region/hostlov/restore')).body).toMatchObject({
      reason: 'nothingToRestore',
    });
    const wrong = { ...fair, when: { kind: 'dates', from: '2026-10-21', to: '2026-10-19' } };
    expect((await call({ ...karin, language: 'en' }, 'PUT', '/lp/region/fel', wrong)).body).toMatchObject({
      reason: 'badDates',
      message: 'The first day must be in the calendar and not after the last.',
    });
  });
});
