import { afterEach, expect, test } from 'vitest';
import { kitchenView } from '../../../src/features/kitchen/queries.ts';
import { exportProject } from '../../../src/features/planning/file/exporting/queries.ts';
import { factsOf } from '../../../src/features/planning/facts/queries.ts';
import { registerSpeaker } from '../../../src/features/planning/register/actions.ts';
import { speaker as speakerBody } from '../../../src/features/planning/schema.ts';
import { sessionsPages } from '../../../src/features/sessions/public/routes.ts';
import { lookAtLinks } from '../../../src/features/speakers/actions.ts';
import { speakersView } from '../../../src/features/speakers/queries.ts';
import { evaluate } from '../../../src/guideline/evaluate.ts';
import { currentVersion } from '../../../src/guideline/versions.ts';
import type { LinkAnswer } from '../../../src/ports/links.ts';
import { onEachEngine } from '../../engines.ts';
import { key, lead, openDesk, sample, type Desk } from '../registration/desk.ts';
import { serve } from '../web-stage.ts';

const answers: Readonly<Record<string, LinkAnswer>> = {
  'https://hogskolan.example/bemanning': { outcome: 'answers', status: 200 },
  'https://borta.example/rapport': { outcome: 'missing', status: 404 },
};

onEachEngine('what is known of speakers', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());

  const put = (id: string, body: Readonly<Record<string, unknown>>) =>
    registerSpeaker(desk.tools, lead, { id, ...speakerBody.parse(body) });
  const view = async (id: string) => {
    const found = (await speakersView(desk.tools, key))?.speakers.find((one) => one.id === id);
    return found ?? expect.fail(`no speaker ${id}`);
  };
  const rules = async (ruleId: string) => {
    const facts = await factsOf(desk.tools, key);
    if (facts === null) expect.fail('no project');
    return evaluate(facts, currentVersion).filter((one) => one.ruleId === ruleId);
  };

  test('RG-04 a link of a speaker stands in the public programme and in the file, and one that leads nowhere is told of', async () => {
    desk = await openDesk(engine, { now: '2026-07-01T10:00:00Z', file: sample() });
    const { id, displayName, topic, organisationId, kind, mode, email } = await view('sp-2');
    const known = { displayName, topic, organisationId, kind, mode, email, status: 'confirmed' };
    const links = [
      { title: 'Så bemannar vi', url: 'https://hogskolan.example/bemanning' },
      { url: 'https://borta.example/rapport' },
    ];
    expect(() => speakerBody.parse({ ...known, links: [{ url: 'javascript:alert(1)' }] })).toThrow();
    expect(await put(id, { ...known, links })).toMatchObject({ ok: true });
    expect((await rules('RG-04')).some(({ words }) => words.sv.includes('har en länk i programmet'))).toBe(true);
    const look = (url: string) => Promise.resolve(answers[url] ?? expect.fail(`nobody asks for ${url}`));
    await lookAtLinks({ ...desk.tools, links: { look } }, lead);
    expect((await view(id)).links).toEqual([
      { title: 'Så bemannar vi', url: 'https://hogskolan.example/bemanning', isGone: false },
      { title: null, url: 'https://borta.example/rapport', isGone: true },
    ]);
    expect((await view(id)).needs.map(({ sv }) => sv)).toContain(
      'Länken borta.example/rapport leder ingenstans (404). Byt eller ta bort den.',
    );
    expect((await rules('RG-04')).map(({ words }) => words.sv)).toContain(
      '1 länk leder ingenstans. Byt eller ta bort.',
    );
    const spoken = (await view(id)).talks[0]?.sessionId ?? expect.fail('speaks nowhere');
    const web = await serve({ pages: [sessionsPages(desk.tools)], apis: [] });
    const page = await (await fetch(`${web.url}/program/${key.projectId}/${spoken}`)).text();
    await web.close();
    expect(page).toContain('<a href="https://hogskolan.example/bemanning" rel="noopener">Så bemannar vi</a>');
    expect(page).toContain(`${displayName}, Älvdalens kommun`);
    const written = (await exportProject(desk.tools, key))?.['speakers'];
    expect(written).toContainEqual(
      expect.objectContaining({ id: 'sp-2', links: [links[0], 'https://borta.example/rapport'] }),
    );
  });

  test('RG-05 a speaker who also takes part is one person with one lunch, known by the address', async () => {
    desk = await openDesk(engine, { now: '2026-10-01T10:00:00Z', file: sample() });
    expect((await view('sp-2')).isParticipant).toBe(true);
    const session = (await view('sp-2')).talks[0]?.sessionId ?? expect.fail('speaks nowhere');
    const visiting = async () =>
      (await kitchenView(desk.tools, { ...key, sessionId: session }))?.visitingSpeakers ?? expect.fail('no kitchen');
    const before = await visiting();
    const { displayName, topic, organisationId, kind, email } = await view('sp-2');
    const alone = { displayName, topic, organisationId, kind, status: 'confirmed' };
    await put('sp-2', { ...alone, email: 'nagon.annan@konsult.example' });
    expect((await view('sp-2')).isParticipant).toBe(false);
    expect(await visiting()).toBe(before + 1);
    await put('sp-2', { ...alone, email: ` ${email?.toUpperCase() ?? ''}` });
    expect((await view('sp-2')).isParticipant).toBe(true);
    expect(await visiting()).toBe(before);
    await put('sp-2', { ...alone, topic: null, email });
    expect((await rules('RG-05')).map(({ words }) => words.sv)).toContain(
      '1 medverkande saknar organisation eller ämne.',
    );
  });
});
