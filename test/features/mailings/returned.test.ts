import { afterEach, expect, test } from 'vitest';
import { sendMailing } from '../../../src/features/mailings/actions.ts';
import { mailingView, previewMailing } from '../../../src/features/mailings/queries.ts';
import { resendReturned } from '../../../src/features/mailings/resending/actions.ts';
import { runDue, sendNotices } from '../../../src/features/notices/jobs.ts';
import { noticeLog } from '../../../src/features/notices/queries.ts';
import { looks } from '../../../src/features/notices/returned/actions.ts';
import { nextLook, returnedWords } from '../../../src/features/notices/returned/rules.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { Temporal } from 'temporal-polyfill';
import { todayOf } from '../../../src/features/today/queries.ts';
import { openBench, type TestBench } from '../../builders.ts';
import { onEachEngine } from '../../engines.ts';
import { lead as someLead, sample } from '../registration/desk.ts';

const orsa = 'kommun@kommun-orsa.invalid';

onEachEngine('a mail that comes back', (engine) => {
  let bench: TestBench;
  afterEach(() => bench.close());

  test('REG-05 is told with its reason, corrected where the address stands, and sent again', async () => {
    const file = sample();
    const organisations = (file['organisations'] as { id: string }[]).map((one) =>
      one.id === 'org-2034' ? { ...one, functionMailbox: orsa } : one,
    );
    bench = await openBench(engine, { file, now: '2026-08-10T08:00:00Z' });
    const { tools, sandbox } = bench;
    const key = { tenantId: tools.settings.homeTenantId, projectId: 'lp-2026-kompetens' };
    const lead = { ...someLead, ...key };
    const imported = await importProject(tools, key.tenantId, { ...file, organisations }, { actorName: 'Test' });
    if (!imported.ok) throw new Error(JSON.stringify(imported));
    await tools.db.updateTable('project').set({ state: 'active' }).execute();
    await tools.db.deleteFrom('milestone').where('name', '=', 'registrationClosed').execute();
    const send = async () => {
      await runDue(tools);
      await sendNotices(tools, key);
    };
    const log = async () => (await noticeLog(tools, key, 'sv')).notices;

    const seen = await previewMailing(tools, key, 'silent', {});
    if (!seen.ok) throw new Error(JSON.stringify(seen));
    const { textVersion, recipientCount } = seen.value;
    expect((await sendMailing(tools, lead, 'silent', { textVersion, recipientCount })).ok).toBe(true);
    await send();
    expect((await log()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);

    const next = (await looks(tools))[0]?.at;
    expect(next?.toString()).toBe('2026-08-10T08:02:00Z');
    await sandbox.clock.advanceTo(Temporal.Instant.from('2026-08-10T08:03:00Z'));
    await send();
    const back = (await log()).find(({ state }) => state === 'bounced');
    expect(back).toMatchObject({
      recipient: orsa,
      error: 'Mejldomänen finns inte. Kontrollera det som står efter @.',
    });
    const view = await mailingView(tools, key, 'silent');
    expect(view.ok && view.value.sendings[0]?.counts).toMatchObject({ sent: 3, bounced: 1 });
    const rows = await tools.db.selectFrom('notice').selectAll().where('state', '=', 'bounced').execute();
    expect(JSON.stringify(rows)).not.toContain('delivered');
    const day = async () => {
      const today = await todayOf(tools, { ...lead, language: 'sv' });
      const steps = today?.steps.filter(({ id }) => id === 'bounced').length;
      return [steps, today?.happened.events.filter(({ kind }) => kind === 'bounce').map(({ words }) => words.sv)];
    };
    expect(await day()).toEqual([1, ['1 utskick kom inte fram.']]);

    const right = 'kommun@kommun-orsa.example';
    expect(await resendReturned(tools, lead, back?.id ?? '', 'kommun@örsa.example')).toMatchObject({
      reason: 'addressHasAccents',
      details: { suggestion: 'kommun@orsa.example' },
    });
    expect(await resendReturned(tools, lead, back?.id ?? '', right)).toMatchObject({ ok: true });
    expect(await resendReturned(tools, lead, back?.id ?? '', right)).toMatchObject({ reason: 'noReturned' });
    await send();
    expect(sandbox.mailbox(right).map(({ subject }) => subject)).toEqual(['Har ni någon som vill vara med?']);
    const org = await tools.db.selectFrom('organisation').selectAll().where('id', '=', 'org-2034').executeTakeFirst();
    expect(org?.function_mailbox).toBe(right);
    expect((await log()).filter(({ state, resentAt }) => state === 'bounced' && resentAt === null)).toEqual([]);
    expect((await day())[0]).toBe(0);
    expect(await previewMailing(tools, key, 'silent', {})).toMatchObject({ reason: 'allTold' });
  });
});

test('a mailbox is looked into soon after a mail, after an hour and after a day, and then no more', () => {
  const sent = Temporal.Instant.from('2026-08-10T08:00:00Z');
  const after = (minutes: number) => nextLook(sent, sent.add({ minutes }))?.toString();
  expect([nextLook(sent, undefined)?.toString(), after(3), after(61), after(1441)]).toEqual([
    '2026-08-10T08:02:00Z',
    '2026-08-10T09:00:00Z',
    '2026-08-11T08:00:00Z',
    undefined,
  ]);
  expect(nextLook(undefined, sent)).toBeUndefined();
});

test('REG-05 says what a status code means for whoever has the right address', () => {
  expect(returnedWords('5.1.10').sv).toBe('Adressen finns inte. Kontrollera stavningen.');
  expect(returnedWords('5.2.2').sv).toBe('Mottagarens brevlåda är full.');
  expect(returnedWords('5.7.233').sv).toBe('Mottagarens mejlsystem släppte inte in mejlet.');
  expect(returnedWords(null).sv).toBe('Mejlet kom tillbaka.');
});
