import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { countsOf } from '../../../src/features/registration/queries.ts';
import { onEachEngine } from '../../engines.ts';
import { form, openDesk, ownPathIn, key, type Desk } from './desk.ts';

const path = '/anmalan/lp-2026-kompetens';
const words = 'Celiaki – tål inte spår av gluten';

onEachEngine('what somebody eats', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());

  test('is in no table, mail, list or page but the person’s own and the kitchen’s', async () => {
    desk = await openDesk(engine, { now: '2026-08-20T10:00:00Z' });
    const door = await desk.open();
    await door.post(path, form({ dietaryText: words }));
    await desk.send();
    const own = ownPathIn(desk.mails[0]);
    await door.post(`${own}/kost`, { dietaryText: words });
    await door.post('/projekt/lp-2026-kompetens', { email: form()['email'] ?? '' });
    await desk.send();
    const api = ['/participants', '/quotas', '/closing', '/notices', '/participants.csv'];
    const answers = await Promise.all(api.map(async (one) => JSON.stringify((await door.api('GET', one)).body)));
    const pages = await Promise.all(
      [path, `${path}/klar?svar=confirmed`, '/projekt/lp-2026-kompetens', `${own}/lamna`, `${own}/kalender.ics`].map(
        async (one) => (await door.get(one)).text,
      ),
    );
    const places = [...answers, ...pages, JSON.stringify(desk.mails), await everyTable(desk)];
    for (const place of places) expect(place.normalize('NFC').toLowerCase()).not.toMatch(/celiaki|gluten/);
    expect((await door.get(own)).text).toContain(words);
    expect(JSON.stringify((await door.api('POST', '/kitchen')).body)).toContain(words);
    // Numbers for the kitchen have no words of the person, and the log of the reading has none either.
    expect(JSON.stringify((await door.api('GET', '/sessions/s-1/kitchen')).body)).not.toContain(words);
    expect((await everyTable(desk)).toLowerCase()).not.toMatch(/celiaki|gluten/);
  });

  test('INV-04 five who register at the same moment share three places', async () => {
    desk = await openDesk(engine, { now: '2026-08-20T10:00:00Z' });
    const door = await desk.open();
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(names.map((name) => door.post(path, form({ email: `${name}@kommun-falun.example` }))));
    expect(await countsOf(desk.tools, key)).toMatchObject({ confirmed: 3, waitingList: 2 });
  });
});

/** All rows of all tables as text: sealed bytes are base64 or hex there, and say nothing. */
async function everyTable(desk: Desk): Promise<string> {
  const { db } = desk.tools;
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public'`.execute(db);
  const rows = await Promise.all(
    tables.rows.map(({ name }) =>
      sql<{ text: string }>`select row_to_json(t)::text as text from ${sql.table(name)} t`.execute(db),
    ),
  );
  return rows.flatMap((result) => result.rows.map(({ text }) => text)).join('\n');
}
