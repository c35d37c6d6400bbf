import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendMailing, writeOwnWords } from '../../../src/features/mailings/actions.ts';
import { outboundOf } from '../../../src/features/mailings/outbound/queries.ts';
import {
  letterTo,
  lettersTo,
  mailingList,
  mailingView,
  previewMailing,
} from '../../../src/features/mailings/queries.ts';
import type { MailingView } from '../../../src/features/mailings/types.ts';
import { stopConfirmation } from '../../../src/features/notices/actions.ts';
import { handList } from '../../../src/features/notices/by-hand/queries.ts';
import { confirmationsOf } from '../../../src/features/notices/queries.ts';
import { sessionBoard } from '../../../src/features/sessions/queries.ts';
import { onEachEngine } from '../../engines.ts';
import { aProject, key, lead, newStage, type Stage } from '../session-stage.ts';

const nothing = 'Du behöver inte förbereda något.';

onEachEngine('a letter before a session', (engine) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await newStage(engine);
    await aProject(stage, 6);
  });
  afterEach(() => stage.database.close());

  const set = (change: { preparation?: string; date?: string }) =>
    stage.tools.db.updateTable('session').set(change).where('id', '=', 's-1').execute();
  const preview = (id: string, selection?: readonly string[]) => previewMailing(stage.tools, key, id, { selection });
  const shown = async (id = 'info:s-1', selection?: readonly string[]): Promise<MailingView> => {
    const seen = await preview(id, selection);
    if (!seen.ok) throw new Error(seen.reason);
    return seen.value;
  };
  const send = async (id = 'info:s-1') => {
    const { textVersion, recipientCount } = await shown(id);
    return await sendMailing(stage.tools, lead, id, { textVersion, recipientCount });
  };
  const textTo = async (id: string, recipient: string) => {
    const letter = await letterTo(stage.tools, key, id, recipient);
    if (!letter.ok) throw new Error(letter.reason);
    return letter.value;
  };
  const sentAt = async () => (await sessionBoard(stage.tools, key))?.sessions[0]?.sessionInfo.sentAt;
  const register = (state: 'confirmed' | 'lateRequest') =>
    stage.tools.db.updateTable('registration').set({ state }).where('person_id', '=', 'p-06').execute();

  test('INF-02 cannot go out before somebody has written how to prepare; that nothing is needed is an answer', async () => {
    expect(await preview('info:s-1')).toMatchObject({ reason: 'incomplete' });
    const view = await mailingView(stage.tools, key, 'info:s-2');
    expect(view.ok && view.value.requirements.map(({ id, state }) => [id, state])).toEqual([
      ['date', 'met'],
      ['agenda', 'missing'],
      ['INF-02', 'missing'],
    ]);
    await set({ preparation: nothing });
    expect(await preview('info:s-1')).toMatchObject({ ok: true, value: { recipientCount: 6 } });
    expect((await textTo('info:s-1', 'p-01')).text).toContain(nothing);
  });

  test('INF-01 the day after the session nobody is told how to prepare for it', async () => {
    await set({ preparation: nothing });
    const seen = await shown();
    await stage.at('2026-09-23T09:00');
    expect(await preview('info:s-1')).toMatchObject({ reason: 'over', details: { what: 'Träffen har varit.' } });
    expect(await sendMailing(stage.tools, lead, 'info:s-1', seen)).toMatchObject({ reason: 'over' });
    const view = await mailingView(stage.tools, key, 'info:s-1');
    expect(view.ok && view.value.hinders.map(({ sv }) => sv)).toEqual(['Träffen har varit.']);
  });

  test('INF-01 goes to every confirmed participant, once, as it was previewed', async () => {
    await set({ preparation: 'Ta med ett exempel på en rekrytering som gick bra.' });
    const seen = await shown();
    const letter = await textTo('info:s-1', 'p-02');
    expect(letter.subject).toBe('Inför träff 1 den 22 september: program och förberedelser');
    expect(letter.text).toContain('Hej Person!');
    expect(letter.text).toContain('• 9.20 Forskning, Docent Falkåsen');
    expect(letter.html).toContain('lang="sv"');
    await set({ preparation: 'Inget.' });
    expect(await sendMailing(stage.tools, lead, 'info:s-1', seen)).toMatchObject({ reason: 'previewChanged' });
    expect(await send()).toMatchObject({ ok: true, value: { recipientCount: 6, goesAt: '2026-09-01T07:02:00Z' } });
    await stage.at('2026-09-01T09:01');
    expect(stage.far.mails).toEqual([]);
    await stage.at('2026-09-01T09:03');
    expect(stage.far.mails).toHaveLength(6);
    expect(await sendMailing(stage.tools, lead, 'info:s-1', seen)).toMatchObject({ reason: 'allTold' });
    expect(await sentAt()).toBe('2026-09-01T07:00:00.000Z');
  });

  test('X-09 sent by hand it is one letter to all, and who has had it is known when the tool takes over', async () => {
    await set({ preparation: nothing });
    await stage.tools.db.updateTable('project').set({ delivery: 'manual' }).execute();
    expect((await textTo('info:s-1', 'p-02')).text).toMatch(/^Hej!/);
    await send();
    await stage.at('2026-09-01T09:03');
    const { waiting } = await handList(stage.tools, key);
    expect(waiting.map(({ recipients, isPersonal }) => [recipients.length, isPersonal])).toEqual([[6, false]]);
    expect(stage.far.mails).toEqual([]);
    await stage.tools.db.updateTable('project').set({ delivery: 'graph' }).execute();
    expect(await preview('info:s-1')).toMatchObject({ reason: 'allTold' });
  });

  test('DOC-02 the thanks for a session come later, before it has been and while it has no day, and lack files after it', async () => {
    const state = async (id: string) => (await mailingList(stage.tools, key)).find((one) => one.id === id)?.state;
    expect(await state('thanks:s-1')).toBe('later');
    await stage.tools.db.updateTable('session').set({ date: null }).where('id', '=', 's-2').execute();
    expect(await state('thanks:s-2')).toBe('later');
    await stage.at('2026-09-23T09:00');
    expect(await state('thanks:s-1')).toBe('incomplete');
  });

  test('X-02 two yeses at once are one, and stopped in time it has not been sent and can be', async () => {
    await set({ preparation: nothing });
    const seen = await shown();
    const both = await Promise.all([1, 2].map(() => sendMailing(stage.tools, lead, 'info:s-1', seen)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [yes, ...more] = await confirmationsOf(stage.tools, key, 'sessionInfo:s-1');
    expect(more).toEqual([]);
    expect(await outboundOf(stage.tools, key, 'sv')).toMatchObject({
      now: '2026-09-01T07:00:00Z',
      entries: [
        { mailing: 'info:s-1', name: { sv: 'Information inför träff 1' }, recipientCount: 6, by: 'Karin Lund' },
      ],
    });
    const stopped = await stopConfirmation(stage.tools, { ...key, by: lead }, yes?.id ?? '');
    expect(stopped).toMatchObject({ value: { stopped: 6, goneOut: 0 } });
    expect(await sentAt()).toBeNull();
    expect((await outboundOf(stage.tools, key, 'sv')).entries).toEqual([]);
    await stage.at('2026-09-01T09:03');
    expect(stage.far.mails).toEqual([]);
    expect(await send()).toMatchObject({ ok: true });
    await stage.at('2026-09-01T09:06');
    expect(stage.far.mails).toHaveLength(6);
  });

  test('INF-01 somebody who comes in later gets it alone, also when the words have changed since', async () => {
    await set({ preparation: nothing });
    await register('lateRequest');
    await send();
    await stage.at('2026-09-01T09:03');
    expect(stage.far.mails).toHaveLength(5);
    await register('confirmed');
    await set({ preparation: 'Ta med en penna.' });
    const seen = await shown();
    expect(seen).toMatchObject({ recipientCount: 1, selected: ['p-06'] });
    expect(seen.recipients.filter(({ earlier }) => earlier !== null)).toHaveLength(5);
    await send();
    await stage.at('2026-09-01T09:06');
    expect(stage.far.mails.slice(5).map(({ to }) => to.address)).toEqual(['p-06@kommun.example']);
  });

  test('X-02 an empty selection is nobody, and a chosen few are those alone', async () => {
    await set({ preparation: nothing });
    expect(await preview('info:s-1', [])).toMatchObject({ reason: 'nobody' });
    expect(
      await sendMailing(stage.tools, lead, 'info:s-1', { textVersion: 'x', recipientCount: 0, selection: [] }),
    ).toMatchObject({ reason: 'nobody' });
    const few = await shown('info:s-1', ['p-02', 'p-04', 'p-99']);
    expect(few.recipientCount).toBe(2);
    const { textVersion, recipientCount } = few;
    const selection = ['p-02', 'p-04'];
    expect(
      await sendMailing(stage.tools, lead, 'info:s-1', { textVersion, recipientCount, selection: ['p-02', 'p-05'] }),
    ).toMatchObject({ reason: 'previewChanged' });
    await sendMailing(stage.tools, lead, 'info:s-1', { textVersion, recipientCount, selection });
    await stage.at('2026-09-01T09:03');
    expect(stage.far.mails.map(({ to }) => to.address).toSorted()).toEqual([
      'p-02@kommun.example',
      'p-04@kommun.example',
    ]);
  });

  test('X-08 each reads their own language, and the words of the content lead come with it', async () => {
    await set({ preparation: nothing });
    await stage.tools.db.updateTable('person').set({ extra: '{"language":"en"}' }).where('id', '=', 'p-03').execute();
    const before = await shown();
    const words = { slot: 'own', sv: 'Ingången är på baksidan.\n\nRing mig på vägen.', en: 'Use the back door.' };
    expect(await writeOwnWords(stage.tools, lead, 'info:s-1', words)).toMatchObject({ ok: true });
    expect(await sendMailing(stage.tools, lead, 'info:s-1', before)).toMatchObject({ reason: 'previewChanged' });
    expect((await textTo('info:s-1', 'p-01')).text).toContain('Ingången är på baksidan.\n\nRing mig');
    const english = await textTo('info:s-1', 'p-03');
    expect(english.text).toContain('Use the back door.');
    expect(english.html).toContain('<html lang="en">');
    expect(english.subject).toBe('Before session 1 on 22 September: programme and preparation');
    expect(await writeOwnWords(stage.tools, lead, 'info:s-9', words)).toMatchObject({ reason: 'mailingUnknown' });
    expect(await writeOwnWords(stage.tools, lead, 'info:s-1', { ...words, slot: 'x' })).toMatchObject({
      reason: 'slotUnknown',
    });
  });

  test('X-09 every letter can be had as text before anything may be sent for us', async () => {
    await set({ preparation: nothing });
    const letters = await lettersTo(stage.tools, key, 'info:s-1');
    expect(letters.ok && letters.value.map(({ recipient }) => recipient.address)).toHaveLength(6);
    expect(letters.ok && letters.value[0]?.text).toContain('FÖRBERED DIG SÅ HÄR');
  });

  test('the reminder leaves out whoever has declined, and says why', async () => {
    await set({ preparation: nothing });
    await stage.tools.db
      .insertInto('session_participation')
      .values({
        tenant_id: key.tenantId,
        project_id: key.projectId,
        session_id: 's-1',
        person_id: 'p-02',
        answer: 'declined',
      })
      .execute();
    const seen = await shown('reminder:s-1');
    expect(seen.recipientCount).toBe(5);
    expect(seen.leftOut).toEqual([
      { name: 'Person 2', why: { sv: 'Har tackat nej till träffen.', en: 'Has declined the session.' } },
    ]);
    const letter = await textTo('reminder:s-1', 'p-01');
    expect(letter.subject).toBe('Vi ses på tisdag i Falun');
    // RG-13: who comes in time makes the programme good for everybody.
    expect(letter.text).toContain('Kaffet är klart kl. 8.30. Vi håller tiderna.');
  });

  test('those who have not answered the booking are asked once a day, and not before there is a booking', async () => {
    expect(await preview('unanswered:s-1')).toMatchObject({ reason: 'incomplete' });
    await stage.tools.db
      .insertInto('milestone')
      .values({
        tenant_id: key.tenantId,
        project_id: key.projectId,
        name: 'registrationClosed',
        at: '2026-08-28T14:00:00Z',
        source: 'tool',
      })
      .execute();
    expect(await send('unanswered:s-1')).toMatchObject({ ok: true, value: { recipientCount: 6 } });
    await stage.at('2026-09-01T09:03');
    expect(await preview('unanswered:s-1')).toMatchObject({ reason: 'allTold' });
    await stage.at('2026-09-02T09:03');
    expect((await preview('unanswered:s-1')).ok).toBe(false);
    const again = await mailingView(stage.tools, key, 'unanswered:s-1');
    expect(again.ok && again.value.recipients).toHaveLength(6);
  });

  test('X-02 what has gone out is corrected to the same people, and says what is right', async () => {
    await set({ preparation: nothing });
    const sent = await send();
    if (!sent.ok) throw new Error(sent.reason);
    const id = `correction:${sent.value.confirmationId}`;
    expect(await mailingView(stage.tools, key, id)).toMatchObject({ reason: 'mailingUnknown' });
    await stage.at('2026-09-01T09:03');
    expect(await stopConfirmation(stage.tools, { ...key, by: lead }, sent.value.confirmationId)).toMatchObject({
      reason: 'goneOut',
    });
    expect(await preview(id)).toMatchObject({ reason: 'incomplete' });
    await writeOwnWords(stage.tools, lead, id, { slot: 'own', sv: 'Rätt sal är Runn, inte Siljan.', en: '' });
    const letter = await textTo(id, 'p-01');
    expect(letter.subject).toBe('Rättelse: Inför träff 1 den 22 september: program och förberedelser');
    expect(letter.text).toContain('Något blev fel i vårt mejl den 1 september kl. 9.03.');
    expect(letter.text).toContain('Rätt sal är Runn, inte Siljan.');
    expect(letter.text.match(/Hej Person!/g)).toHaveLength(1);
    expect(await send(id)).toMatchObject({ ok: true, value: { recipientCount: 6 } });
    await stage.at('2026-09-01T09:06');
    expect(stage.far.mails).toHaveLength(12);
    expect(await preview(id)).toMatchObject({ reason: 'allTold' });
  });
});
