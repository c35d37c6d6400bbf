import { afterEach, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { tableOf } from '../../../src/features/registration/list/columns/rules.ts';
import { cellsOfText } from '../../../src/features/registration/list/table/rules.ts';
import type { ListPreview } from '../../../src/features/registration/list/types.ts';
import { participantsOf } from '../../../src/features/registration/queries.ts';
import { readOwnDietary } from '../../../src/features/registration/dietary/queries.ts';
import { compareSwedish } from '../../../src/domain/swedish-text.ts';
import { onEachEngine } from '../../engines.ts';
import { form, key, lead, openDesk, type Desk } from './desk.ts';

const fieldsOf = (text: string) => tableOf(cellsOfText(text)).columns.map(({ field }) => field);

test('REG-03 the headings of Forms and Excel are known in Swedish and English, as words and as whole questions', () => {
  expect(
    fieldsOf(
      'ID\tStarttid\tSlutförandetid\tE-post\tNamn\t1. Organisation:\tBefattning\tTelefon\tHar du någon specialkost?',
    ),
  ).toEqual(
    ['none', 'none', 'registeredAt', 'email', 'fullName', 'organisation', 'title', 'phone', 'dietary'].map((one) =>
      one === 'none' ? null : one,
    ),
  );
  expect(fieldsOf('First name;Last name;Email;Company;Job title;Mobile phone;Dietary needs')).toEqual([
    'givenName',
    'familyName',
    'email',
    'organisation',
    'title',
    'phone',
    'dietary',
  ]);
});

test('REG-03 the column where Forms says anonymous gives way to the address that people wrote', () => {
  const text = 'E-post\tNamn\tDin e-postadress\nanonymous\t\tkim.ek@kommun.example\nanonymous\t\tbo.al@kommun.example';
  expect(fieldsOf(text)).toEqual([null, 'fullName', 'email']);
});

test('a quoted cell keeps its line breaks, separators and quotation marks, and rows keep the sheet’s numbers', () => {
  const table = tableOf(
    cellsOfText(
      'Anmälda 20 augusti\n\nNamn;E-post\n"Ek; ""Kim""\nEk";kim@kommun.example\n;\nBo Al;bo@kommun.example\n',
    ),
  );
  expect(table.rows).toEqual([
    { row: 4, cells: ['Ek; "Kim"\nEk', 'kim@kommun.example'] },
    { row: 6, cells: ['Bo Al', 'bo@kommun.example'] },
  ]);
});

const heading =
  'Slutförandetid\tFörnamn\tEfternamn\tE-post\tOrganisation\tBefattning\tTelefon\tSpecialkost\tAnmälan gäller hela lärprojektet';
const row = (...cells: readonly string[]) => cells.join('\t');
const messy = [
  heading,
  row(
    '2026-08-03 10:00',
    'Kim',
    'Ek',
    'kim.ek@kommun-falun.example',
    'Falu kommun',
    'Strateg',
    '701234567',
    'Nötallergi, cashew',
    'Ja',
  ),
  row(
    '2026-08-02 10:00',
    'Åsa',
    'Öberg',
    'åsa.öberg@kommun-falun.example',
    'Faluns kommun',
    'Chef',
    '070-174 06 13',
    '',
    '',
  ),
  row('2026-08-01 10:00', 'Bo', 'Al', 'bo.al@kommun-falun.example', 'Falun', 'Chef', '070-174 06 14', 'inga', ''),
  row('2026-08-04 10:00', 'Di', 'Ås', 'di.as@kommun-falun.example', 'Falu kommun', 'Chef', '070-174 06 15', '', ''),
  row('2026-08-05 10:00', 'Kim', 'Ek', 'KIM.EK@kommun-falun.example', 'Falu kommun', 'Utvecklare', '', '', ''),
  row('i går', 'My', '', 'my@', 'Leksans komun', '', '', '', ''),
  row('', 'Ola', 'Berg', 'ola.berg@annat.example', 'Leksans komun', '', '', '', ''),
].join('\n');

onEachEngine('a participant list that was kept elsewhere', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());
  const now = '2026-08-20T10:00:00Z';
  const previewOf = async (body: object): Promise<ListPreview> => {
    const answer = await (await desk.open()).api('POST', '/participants/list/preview', body);
    expect(answer.status).toBe(200);
    return answer.body as ListPreview;
  };
  const take = async (body: object, seen: ListPreview) =>
    (await desk.open()).api('POST', '/participants/list', {
      ...body,
      textVersion: seen.textVersion,
      recipientCount: seen.recipientCount,
    });

  test('REG-03, INV-04 the preview tells of every row what becomes of it, with row, column, value and remedy', async () => {
    desk = await openDesk(engine, { now });
    const seen = await previewOf({ text: messy });
    expect(seen.rows.map(({ becomes }) => becomes)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'waitingList',
      'merged',
      'fault',
      'confirmed',
    ]);
    expect(seen.rows[1]).toMatchObject({ email: 'asa.oberg@kommun-falun.example', organisationId: 'org-2080' });
    expect(seen.rows[1]?.warnings.map(({ sv }) => sv)).toContain(
      'Adressen hade å, ä eller ö. Vi läser den som asa.oberg@kommun-falun.example. Rätta om det är fel.',
    );
    expect(seen.rows[3]?.warnings[0]?.sv).toContain('Falu kommun har redan 3 platser tagna');
    expect(seen.rows[4]?.warnings[0]?.sv).toContain('Samma adress som rad 2');
    expect(seen.rows[5]?.faults).toEqual([
      {
        column: 'Efternamn',
        value: null,
        words: expect.objectContaining({ sv: expect.stringContaining('Namnet saknas') }),
      },
      {
        column: 'E-post',
        value: 'my@',
        words: expect.objectContaining({ sv: expect.stringContaining('ingen e-postadress') }),
      },
    ]);
    expect(seen.rows[6]?.suggestions.map(({ name }) => name)).toContain('Leksands kommun');
    expect(JSON.stringify(seen)).not.toMatch(/nötallergi|cashew/i);
    expect((await participantsOf(desk.tools, key))?.participants).toEqual([]);
  });

  test('REG-03, X-02 what was seen is taken in at once and nobody gets a mail', async () => {
    desk = await openDesk(engine, { now });
    const body = { text: messy, choices: { '8': { organisationId: 'org-2029' } }, attested: true };
    const answer = await take(body, await previewOf(body));
    expect(answer).toMatchObject({ status: 200, body: { added: 4, waiting: 1, updated: 0 } });
    await desk.send();
    expect(desk.mails).toEqual([]);
    expect(desk.jobs).toEqual([]);
    const list = await participantsOf(desk.tools, key, { phone: true });
    const kim = list?.participants.find(({ familyName }) => familyName === 'Ek');
    expect(kim).toMatchObject({
      title: 'Utvecklare',
      phone: '0701234567',
      state: 'confirmed',
      source: 'list',
      committed: true,
      registeredAt: '2026-08-03T08:00:00.000Z',
    });
    expect(await readOwnDietary(desk.tools, { ...key, personId: kim?.id ?? '' })).toBe('Nötallergi, cashew');
    const versions = await desk.tools.db
      .selectFrom('registration')
      .select(['person_id', 'commitment_version'])
      .execute();
    expect(versions.map((one) => one.commitment_version ?? '').toSorted(compareSwedish)).toEqual([
      '2026-01',
      'attested:2026-01',
      'attested:2026-01',
      'attested:2026-01',
      'attested:2026-01',
    ]);
    expect(list?.participants.find(({ familyName }) => familyName === 'Berg')?.organisationId).toBe('org-2029');
    const log = await desk.tools.db
      .selectFrom('audit')
      .select('details')
      .where('act', '=', 'participants.listTakenIn')
      .execute();
    expect(JSON.stringify(log)).not.toMatch(/Ek|Öberg|example/);
  });

  test('X-02 a list that means something else since it was seen is not taken in at all', async () => {
    desk = await openDesk(engine, { now });
    const body = { text: messy };
    const seen = await previewOf(body);
    await (await desk.open()).post('/anmalan/lp-2026-kompetens', form());
    const answer = await take(body, seen);
    expect(answer).toMatchObject({ status: 409, body: { reason: 'previewChanged' } });
    expect((await participantsOf(desk.tools, key))?.participants).toHaveLength(1);
    const again = await previewOf(body);
    expect(again.counts).toMatchObject({ confirmed: 3, waitingList: 2 });
    await take(body, again);
    const twice = await previewOf(body);
    expect(twice.counts).toMatchObject({ updated: 5, confirmed: 0, waitingList: 0 });
    await take(body, twice);
    expect((await participantsOf(desk.tools, key))?.participants).toHaveLength(6);
  });

  test('REG-03 a workbook and a file in the letters of Windows are read as what they are', async () => {
    desk = await openDesk(engine, { now });
    const cells = [
      ['Namn', 'E-post', 'Slutförandetid', 'Kommun'],
      ['Öhsen, Åke', 'ake@kommun-falun.example', new Date('2026-08-01T09:30:00Z'), 'Falu kommun'],
    ];
    const book = await writeExcelFile(
      cells.map((line) =>
        line.map((value) =>
          value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd hh:mm' } : { value, type: String },
        ),
      ),
      { sheet: 'Blad1' },
    ).toBuffer();
    const fromBook = await previewOf({ file: { name: 'svar.xlsx', base64: Buffer.from(book).toString('base64') } });
    expect(fromBook.rows).toMatchObject([{ row: 2, name: 'Åke Öhsen', becomes: 'confirmed', warnings: [] }]);
    const windows = Buffer.from('Namn;E-post;Kommun\r\nÅke Öhsen;ake@kommun-falun.example;Falu kommun\r\n', 'latin1');
    const fromCsv = await previewOf({ file: { name: 'svar.csv', base64: windows.toString('base64') } });
    expect(fromCsv.rows[0]?.name).toBe('Åke Öhsen');
    const broken = await (
      await desk.open()
    ).api('POST', '/participants/list/preview', {
      file: { name: 'svar.xlsx', base64: Buffer.from('PK nothing').toString('base64') },
    });
    expect(broken).toMatchObject({ status: 409, body: { reason: 'unreadableFile' } });
  });

  test('REG-03 columns that were misread can be corrected', async () => {
    desk = await openDesk(engine, { now });
    const text = 'Vem\tVart skriver vi\tHör till\nKim Ek\tkim.ek@kommun-falun.example\tFalu kommun';
    expect((await previewOf({ text })).rows[0]?.faults[0]?.words.sv).toContain('Namnet saknas');
    const corrected = await previewOf({ text, mapping: ['fullName', 'email', 'organisation'] });
    expect(corrected.rows).toMatchObject([{ name: 'Kim Ek', organisation: 'Falu kommun', becomes: 'confirmed' }]);
  });

  test('CAL-01 after the bookings have gone out, those of a list wait for the content lead’s word', async () => {
    desk = await openDesk(engine, { now });
    await desk.tools.db
      .insertInto('milestone')
      .values({
        tenant_id: key.tenantId,
        project_id: key.projectId,
        name: 'registrationClosed',
        at: now,
        source: 'tool',
      })
      .execute();
    const seen = await previewOf({ text: messy });
    expect(seen).toMatchObject({ isClosed: true, counts: { confirmed: 0, lateRequest: 5 } });
    await take({ text: messy }, seen);
    expect(desk.jobs).toEqual([]);
    expect(new Set((await participantsOf(desk.tools, key))?.participants.map(({ state }) => state))).toEqual(
      new Set(['lateRequest']),
    );
  });

  test('ROL-04 a planner who is not the lead takes no list in', async () => {
    desk = await openDesk(engine, { now });
    const door = await desk.open({ ...lead, roles: ['planningGroup'] });
    for (const path of ['/participants/list/preview', '/participants/list'])
      expect((await door.api('POST', path, { text: messy })).status).toBe(403);
  });
});
