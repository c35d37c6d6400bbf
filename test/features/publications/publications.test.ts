import { expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/people.ts';
import { evaluate } from '../../../src/guideline/evaluate.ts';
import { currentVersion } from '../../../src/guideline/versions.ts';
import { exportProject, fileText } from '../../../src/features/planning/file/exporting/queries.ts';
import { importProject, readProjectFile } from '../../../src/features/planning/file/actions.ts';
import { factsOf } from '../../../src/features/planning/queries.ts';
import { tickPublication, writePublication } from '../../../src/features/publications/actions.ts';
import { publicationsOf } from '../../../src/features/publications/queries.ts';
import { channels, type Channel, type Publication } from '../../../src/features/publications/types.ts';
import { forbiddenWords, longSentences } from '../../letters/plain.ts';
import { onEachEngine } from '../../engines.ts';
import { sample } from '../planning/project-file.ts';
import { openTools, type TestTools } from '../planning/tools.ts';

const key = { tenantId: 'home', projectId: 'lp-2026-kompetens' };
const lead: Actor = { ...key, personId: 'st-1', name: 'Karin', roles: ['contentLead'], language: 'sv' };
const page = 'https://www.regiondalarna.se/dalalab/kompetens';

async function opened(tools: TestTools): Promise<void> {
  const brought = await importProject(tools, 'home', sample(), { actorName: 'test' });
  if (!brought.ok) throw new Error(JSON.stringify(brought));
}

async function one(tools: TestTools, channel: Channel): Promise<Publication> {
  const found = (await publicationsOf(tools, key))?.publications.find((each) => each.channel === channel);
  if (found === undefined) throw new Error(channel);
  return found;
}

async function ruleOf(tools: TestTools, id: string) {
  const facts = await factsOf(tools, key);
  if (facts === null) throw new Error('no project');
  return evaluate(facts, currentVersion).find(({ ruleId }) => ruleId === id);
}

onEachEngine('what is published outside the tool', (engine) => {
  test('COM-01 COM-02 the texts before the start are made of the project: challenge, dates, limits, last day and contact', async () => {
    const tools = await openTools(engine, '2026-06-05T08:00:00Z');
    await opened(tools);
    const web = await one(tools, 'publishedWeb');
    expect(web.text).toMatch(/^Nytt lärprojekt: Kompetens i hela Dalarna\n\n/);
    for (const part of [
      'Träff 1: tisdagen den 22 september (v. 39), kl. 8.30–16.00',
      'Träff 4: tisdagen den 23 februari (v. 8)',
      'Anmäl dig senast fredagen den 28 augusti kl. 16.00',
      'Karin Tunsberg, innehållsansvarig',
      'Länsstyrelsen Dalarna och Region Dalarna',
    ])
      expect(web.text).toContain(part);
    const newsletter = await one(tools, 'publishedNewsletter');
    expect(newsletter.text).toContain('Högst 3 personer per kommun');
    expect(newsletter.text.length).toBeLessThan(700);
    expect([web.text, newsletter.text].join('')).not.toContain('…');
    expect([web.state, newsletter.state]).toEqual(['now', 'now']);
  });

  test('COM-03 COM-04 END-02 what tells of the start and of the end comes when there is something to tell, with the true numbers', async () => {
    const tools = await openTools(engine, '2026-06-05T08:00:00Z');
    await opened(tools);
    expect((await one(tools, 'publishedLinkedIn')).state).toBe('later');
    tools.setClock('2026-09-22T06:00:00Z');
    const post = await one(tools, 'publishedLinkedIn');
    expect(post.state).toBe('now');
    expect(post.text).toContain('34 tjänstepersoner från 13 organisationer');
    expect(post.text).toContain('i Falun');
    expect((await one(tools, 'summaryWeb')).state).toBe('later');
    tools.setClock('2027-02-24T08:00:00Z');
    const [summary, letter] = [await one(tools, 'summaryWeb'), await one(tools, 'summaryNewsletter')];
    expect([summary.state, letter.state]).toEqual(['now', 'now']);
    expect(summary.text).toContain('Fyra träffar, 34 deltagare från 13 organisationer.');
    expect(summary.text.match(/^\d\. /gm)).toHaveLength(8);
    expect(letter.text).toContain('hör mer på Dalating den');
    await tickPublication(tools, lead, 'summaryWeb', { url: `${page}/resultat` });
    expect((await one(tools, 'summaryNewsletter')).text).toContain(`Sammanfattningen: ${page}/resultat`);
    tools.setClock('2027-06-24T08:00:00Z');
    expect((await one(tools, 'summaryNewsletter')).state).toBe('late');
    expect((await one(tools, 'summaryWeb')).state).toBe('done');
  });

  test('COM-01 COM-02 COM-03 COM-04 END-02 a tick with its address meets the rule, and is taken back', async () => {
    const tools = await openTools(engine, '2027-02-24T08:00:00Z');
    await opened(tools);
    const rules = ['COM-01', 'COM-02', 'COM-03', 'COM-04', 'END-02'];
    const states = async () => await Promise.all(rules.map(async (id) => (await ruleOf(tools, id))?.state === 'met'));
    expect(await states()).toEqual([false, false, false, false, false]);
    for (const channel of channels) {
      const ticked = await tickPublication(tools, lead, channel, { on: '2026-06-05', url: page });
      expect(ticked).toEqual({ ok: true, value: { published: null } });
    }
    expect(await states()).toEqual([true, true, true, true, true]);
    expect((await factsOf(tools, key))?.publications.web?.url).toBe(page);
    const again = await tickPublication(tools, lead, 'publishedWeb', { on: '2026-06-04', url: `${page}/2` });
    expect(again).toEqual({ ok: true, value: { published: { on: '2026-06-05', url: page } } });
    await tickPublication(tools, lead, 'publishedWeb', null);
    expect((await one(tools, 'publishedWeb')).published).toBeNull();
    expect((await ruleOf(tools, 'COM-01'))?.words.sv).toBe('Publicera på webbsidan och bocka av med länk.');
  });

  test('COM-01 a page without address, a day that has not come and what is no link are refused, and nothing changes', async () => {
    const tools = await openTools(engine, '2026-06-05T08:00:00Z');
    await opened(tools);
    const refusal = async (channel: Channel, tick: { on?: string; url?: string }) => {
      const ticked = await tickPublication(tools, lead, channel, tick);
      return ticked.ok ? 'ok' : ticked.reason;
    };
    expect(await refusal('publishedWeb', {})).toBe('noUrl');
    for (const url of ['regiondalarna.se', 'javascript:alert(1)', 'https://kalle:hemligt@region.se', 'http://intra'])
      expect([url, await refusal('publishedWeb', { url })]).toEqual([url, 'badUrl']);
    expect(await refusal('publishedWeb', { url: page, on: '2026-06-06' })).toBe('dateAhead');
    expect(await refusal('publishedWeb', { url: page, on: '2026-06-31' })).toBe('badDate');
    expect((await one(tools, 'publishedWeb')).published).toBeNull();
    expect(await refusal('publishedNewsletter', {})).toBe('ok');
  });

  test('COM-02 COM-04 one’s own text stays while the project changes, goes back, and follows with the day and the address in the file', async () => {
    const tools = await openTools(engine, '2026-06-05T08:00:00Z');
    await opened(tools);
    const standard = (await one(tools, 'publishedNewsletter')).text;
    expect(await writePublication(tools, lead, 'publishedNewsletter', 'Egen text.')).toEqual({
      ok: true,
      value: { text: '' },
    });
    expect(await one(tools, 'publishedNewsletter')).toMatchObject({ text: 'Egen text.', isOwn: true, standard });
    await tickPublication(tools, lead, 'publishedWeb', { url: page });
    const file = fileText((await exportProject(tools, key)) ?? {});
    const read = readProjectFile(JSON.parse(file));
    expect(read.ok).toBe(true);
    const other = await openTools(engine, '2026-06-08T08:00:00Z');
    await importProject(other, 'home', JSON.parse(file), { actorName: 'test' });
    expect((await one(other, 'publishedWeb')).published).toEqual({ on: '2026-06-05', url: page });
    expect((await one(other, 'publishedNewsletter')).text).toBe('Egen text.');
    expect(fileText((await exportProject(other, key)) ?? {})).toBe(file);
    expect(await writePublication(tools, lead, 'publishedNewsletter', '')).toEqual({
      ok: true,
      value: { text: 'Egen text.' },
    });
    expect(await one(tools, 'publishedNewsletter')).toMatchObject({ text: standard, isOwn: false });
  });

  test('X-08 every text reads plainly, in Swedish and in English', async () => {
    for (const language of ['sv-SE', 'en']) {
      const tools = await openTools(engine, '2027-02-24T08:00:00Z');
      await importProject(tools, 'home', { ...sample(), language }, { actorName: 'test' });
      const view = await publicationsOf(tools, key);
      for (const { channel, text } of view?.publications ?? []) {
        expect([channel, forbiddenWords(text)]).toEqual([channel, []]);
        // What the project itself says is the project's.
        const own = text.split('\n').filter((line) => !sample().project.challenge?.includes(line));
        expect([channel, longSentences(own.join('\n'))]).toEqual([channel, []]);
      }
      expect(view?.publications).toHaveLength(channels.length);
    }
  });
});
