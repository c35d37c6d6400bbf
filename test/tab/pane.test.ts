import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { oidOf, sandboxClientId } from '../../src/commands/sandbox-world.ts';
import { invitationBody, invitationSubject } from '../../src/features/meetings/letters/invitation-body.ts';
import type { Pane } from '../../src/features/pane/types.ts';
import { panePath, signsOf } from '../../tab/pane/find.ts';
import { assertNoSidewaysScroll, axe, browserMissing, closePages, openPage, screenshot } from '../browser.ts';
import { choose, openInOutlook, written, type OpenInOutlook, type OutlookWish } from './outlook-host.ts';
import { openStage, people, projectId, type TabStage } from './stage.ts';

const origin = 'https://larprojekt.example';
const reading = (body: string, more: Partial<{ subject: string; start: string | null }> = {}) => ({
  ...{ body, subject: 'Dalalab träff 2 av 4 i Rättvik: Kartlägg', start: '2026-10-20T06:30:00.000Z' },
  ...more,
});

describe('an appointment is known as ours by the link to our public page', () => {
  test('the invitation’s own link names the project; time and number come from the appointment', () => {
    expect(signsOf(reading(`<p>Gå till <a href="${origin}/projekt/lp-1">${origin}/projekt/lp-1</a>`), origin)).toEqual({
      ...{ projectId: 'lp-1', sessionId: null, start: '2026-10-20T06:30:00.000Z', number: 2 },
    });
  });

  test('every invitation that the product writes is known, in both languages', () => {
    for (const language of ['sv', 'en'] as const) {
      const head = { number: 2, day: null, total: 4, city: 'Rättvik', theme: 'Kartlägg', title: '', projectTitle: 'K' };
      const body = invitationBody(
        {
          ...{
            projectTitle: 'K',
            wholeProjectText: '',
            isOnline: false,
            venueName: 'Siljan',
            street: null,
            city: null,
          },
          ...{ arrival: '08:30', end: '16:00', infoDeadline: '2026-10-06', replaces: null },
          lead: { name: 'Karin', phone: null },
          projectPageUrl: `${origin}/projekt/lp-2026-kompetens`,
        },
        language,
      );
      const subject = invitationSubject(head, language);
      expect(signsOf({ body, subject, start: null }, origin)).toMatchObject({
        projectId: 'lp-2026-kompetens',
        number: 2,
      });
    }
  });

  test('a link to the programme names the session as well', () => {
    expect(signsOf(reading(`${origin}/program/lp-1/s-3`), origin)).toMatchObject({
      projectId: 'lp-1',
      sessionId: 's-3',
    });
  });

  test('a link that Safe Links has hidden is found, beside a percent sign that means nothing', () => {
    const safe = `100 % <a href="https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${origin}/projekt/lp-1`)}&amp;data=05%7C02">x</a>`;
    expect(signsOf(reading(safe), origin)).toMatchObject({ projectId: 'lp-1' });
  });

  test('other addresses, also those that only look like ours, say nothing', () => {
    for (const body of [
      '',
      'https://evil.example/projekt/lp-1',
      `${origin}.evil.example/projekt/lp-1`,
      `${origin}/min/x`,
    ])
      expect(signsOf(reading(body), origin)).toBeNull();
  });

  test('only time and number go to the server, nothing of what the appointment says', () => {
    expect(panePath('lp 1', { start: '2026-10-20T06:30:00.000Z', number: 2 })).toBe(
      '/lp%201/pane?start=2026-10-20T06%3A30%3A00.000Z&number=2',
    );
    expect(panePath('lp-1', null)).toBe('/lp-1/pane');
  });
});

describe.skipIf(browserMissing)('the pane in Outlook', { timeout: 90_000 }, () => {
  let stage: TabStage;
  let session: Pane['sessions'][number];
  beforeAll(async () => {
    stage = await openStage('2026-08-20T07:00:00Z');
    await stage.importSample();
    await stage.wake();
    const pane = await stage.asLead<Pane>('GET', `/${projectId}/pane?number=2`);
    const found = pane.sessions.find(({ id }) => id === pane.sessionId);
    if (found === undefined) throw new Error('session 2 is not in the sample');
    session = found;
  }, 120_000);
  afterEach(() => closePages());
  afterAll(() => stage.close());

  const invitation = (more: Partial<OpenInOutlook> = {}): OpenInOutlook => ({
    subject: 'Dalalab träff 2 av 4: Kartlägg',
    start: `${session.date}T07:00:00Z`,
    body: `<p>Gå till <a href="${stage.running.url}/projekt/${projectId}">${stage.running.url}/projekt/${projectId}</a></p>`,
    ...more,
  });

  async function tokenOf(mail: string): Promise<string> {
    return await stage.running.sandbox.issueUserToken({
      ...{ oid: oidOf(mail), tid: stage.running.sandbox.directory.facts.tenantId, name: '', upn: mail },
      audience: sandboxClientId,
      azp: sandboxClientId,
    });
  }

  async function open(wish: Partial<OutlookWish> & { width?: number } = {}): Promise<Page> {
    const page = await openPage({ width: wish.width ?? 320, height: 900, context: {} });
    page.setDefaultTimeout(15_000);
    const { item = invitation(), token = await tokenOf(people.lead), ...more } = wish;
    await openInOutlook(page, { item, token, ...more });
    await page.goto(`${stage.running.url}/tab/pane`);
    return page;
  }

  test('shows the session of the appointment to who arranges: agenda, participants, documents, evaluation', async () => {
    const page = await open();
    await page.getByRole('heading', { level: 1, name: 'Träff 2' }).waitFor();
    await page.getByText(/^Hör till träff 2 i /).waitFor();
    for (const name of ['Agenda', 'Deltagare', 'Dokument', 'Utvärdering'])
      await page.getByRole('heading', { name, exact: true }).waitFor();
    await page
      .getByText(session.agenda[0]?.title ?? 'no agenda', { exact: false })
      .first()
      .waitFor();
    await page.getByText('Visa alla').click();
    const { participants } = await stage.asLead<Pane>('GET', `/${projectId}/pane`);
    await page.getByText(participants.people?.[0]?.name ?? 'nobody').waitFor();
    expect(await page.getByRole('button', { name: 'Infoga agenda' }).count()).toBe(0);
    await assertNoSidewaysScroll(page);
    expect(await axe(page)).toEqual([]);
    await screenshot(page, 'pane-320');
    await choose(page, invitation({ subject: 'Lunch', start: '2030-01-01T08:00:00Z' }));
    await page.getByText('Tiden i bokningen stämmer inte med någon träff').waitFor();
    await page.getByLabel('Träff').selectOption(session.id);
    await page.getByRole('heading', { level: 1, name: 'Träff 2' }).waitFor();
    await choose(page, { subject: 'Lunch', body: '<p>Hej</p>', start: '2030-01-01T08:00:00Z' });
    await page.getByRole('heading', { name: 'Det här är ingen träff i ett lärprojekt' }).waitFor();
    await choose(page, null);
    await page.getByRole('heading', { name: 'Ingen bokning är öppen' }).waitFor();
  });

  test('in a message of one’s own the agenda of a session is put in, with the keyboard alone', async () => {
    const page = await open({ item: { subject: '', body: '', isCompose: true } });
    await page.getByRole('combobox', { name: 'Träff' }).selectOption(session.id);
    const button = page.getByRole('button', { name: 'Infoga agenda' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Agendan är infogad.').waitFor();
    const put = await written(page);
    expect(put).toContain('<table>');
    expect(put).toContain(session.programmeUrl);
    for (const { title } of session.agenda) expect(put).toContain(title.replaceAll('&', '&amp;'));
    await assertNoSidewaysScroll(page);
    expect(await axe(page)).toEqual([]);
    await screenshot(page, 'pane-compose-320');
  });

  test('a message in plain text is told what is wrong, and nothing is put in', async () => {
    const page = await open({ item: { subject: '', body: '', isCompose: true }, isPlainText: true });
    await page.getByRole('button', { name: 'Infoga agenda' }).click();
    await page.getByText(/meddelandet är i HTML-format/).waitFor();
    expect(await written(page)).toBe('');
  });

  test('in English, in the dark theme and with forced colours it can be read', async () => {
    const page = await open({ language: 'en-GB', background: '#292929', item: invitation({ isCompose: true }) });
    await page.getByText(/^Belongs to session 2 of /).waitFor();
    await page.getByRole('button', { name: 'Insert agenda' }).waitFor();
    expect(await axe(page, 'colours')).toEqual([]);
    await screenshot(page, 'pane-dark-320');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.reload();
    await page.getByText(/^Belongs to session 2 of /).waitFor();
    await screenshot(page, 'pane-forced-320');
    await assertNoSidewaysScroll(page);
  });

  test('who has no part, who cannot be signed in and who is outside Outlook are shown the way on', async () => {
    const stranger = await open({ token: await tokenOf('ingen@region-dalarna.example') });
    await stranger.getByRole('heading', { name: 'Du är inte med i det här lärprojektet' }).waitFor();
    expect(await stranger.getByRole('link', { name: 'Lärprojektets sida' }).getAttribute('href')).toBe(
      `/projekt/${projectId}`,
    );
    const unsigned = await open({ token: null });
    await unsigned.getByRole('heading', { name: 'Det gick inte att logga in' }).waitFor();
    await unsigned.getByRole('button', { name: 'Försök igen' }).waitFor();
    const elsewhere = await open({ isElsewhere: true });
    await elsewhere.getByRole('heading', { name: 'Panelen hör hemma i Outlook' }).waitFor();
    expect(await axe(elsewhere)).toEqual([]);
  });
});
