import { expect, onTestFinished, test } from 'vitest';
import { sandboxTenantId } from '../../../src/commands/sandbox-world.ts';
import type { Actor } from '../../../src/domain/people.ts';
import { previewSending } from '../../../src/features/mailings/actions.ts';
import { letterTo, mailingView } from '../../../src/features/mailings/queries.ts';
import { changeProject } from '../../../src/features/planning/actions.ts';
import { planOf } from '../../../src/features/planning/queries.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { openBench } from '../../builders.ts';
import { onEachEngine } from '../../engines.ts';
import { sample } from '../planning/project-file.ts';

const key = { tenantId: sandboxTenantId, projectId: 'lp-2026-kompetens' };
const lead: Actor = { ...key, personId: 'st-1', name: 'Karin', roles: ['contentLead'], language: 'sv' };

onEachEngine('the registration link', (engine) => {
  test('INV-07 is looked at when the invitation is previewed: a page that is gone stops it, and one that is back does not', async () => {
    const bench = await openBench(engine, { file: sample(), now: '2026-06-05T08:00:00Z' });
    onTestFinished(() => bench.close());
    const { tools, sandbox } = bench;
    await importProject(tools, key.tenantId, sample(), { actorName: 'test' });
    const need = async () => {
      await previewSending(tools, lead, 'invitation');
      const seen = await mailingView(tools, key, 'invitation');
      return seen.ok ? seen.value.requirements.find(({ id }) => id === 'INV-07') : seen;
    };
    expect(await need()).toMatchObject({
      state: 'met',
      words: { sv: 'Länken går till dalalab.example och svarar.' },
    });

    let status = 404;
    sandbox.serveHost('dalalab.example', () => new Response(null, { status }));
    await sandbox.clock.advanceTo(sandbox.clock.now().add({ minutes: 11 }));
    expect(await need()).toMatchObject({
      state: 'missing',
      hinders: true,
      words: { sv: 'Anmälningslänken svarar inte (404). Kontrollera adressen.' },
    });
    status = 503;
    expect(await need()).toMatchObject({ state: 'met', words: { sv: 'Länken går till dalalab.example.' } });
    status = 200;
    expect(await need()).toMatchObject({ state: 'met', words: { sv: 'Länken går till dalalab.example och svarar.' } });
    // What was said of the old address says nothing of a new one.
    status = 404;
    await changeProject(tools, lead, { registrationUrl: 'https://dalalab.example/anmalan/ny' });
    expect(await need()).toMatchObject({ state: 'missing' });
  });

  test('INV-07 without a page of its own the project is registered for in the form of the tool', async () => {
    const bench = await openBench(engine, { file: sample(), now: '2026-06-05T08:00:00Z' });
    onTestFinished(() => bench.close());
    const { tools } = bench;
    await importProject(tools, key.tenantId, sample(), { actorName: 'test' });
    await changeProject(tools, lead, { registrationUrl: null });
    const form = new URL(`/anmalan/${key.projectId}`, tools.settings.publicUrl);
    const plan = await planOf(tools, lead);
    expect(plan?.registrationPage).toBe(form.toString());
    await previewSending(tools, lead, 'invitation');
    const looks = await tools.db.selectFrom('link_check').select('url').execute();
    expect(looks).toEqual([{ url: form.toString() }]);
    const seen = await mailingView(tools, key, 'invitation');
    if (!seen.ok) throw new Error(seen.reason);
    expect(seen.value.requirements.find(({ id }) => id === 'INV-07')).toMatchObject({ state: 'met' });
    const letter = await letterTo(tools, key, 'invitation', 'org-2034');
    expect(letter.ok && letter.value.html).toContain(form.toString());
  });
});
