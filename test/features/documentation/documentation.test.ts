import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addDocument,
  changeDocument,
  removeDocument,
  shareDocumentation,
  type NewDocument,
} from '../../../src/features/documentation/actions.ts';
import { nextDueAt, shareDocuments } from '../../../src/features/documentation/jobs.ts';
import { documentsOf, previewSharing } from '../../../src/features/documentation/queries.ts';
import { stopConfirmation } from '../../../src/features/notices/actions.ts';
import { lix } from '../../../src/features/notices/rules.ts';
import { onEachEngine } from '../../engines.ts';
import { aProject, key, lead, linkChannel, newStage, type Stage } from '../session-stage.ts';

const session = { ...key, sessionId: 's-1' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

onEachEngine('documentation', (engine) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await newStage(engine, '2026-09-23T09:00');
    await aProject(stage, 3);
  });
  afterEach(() => stage.database.close());

  async function add(file: Partial<NewDocument> & { name: string }): Promise<string> {
    const added = await addDocument(stage.tools, lead, {
      sessionId: 's-1',
      kind: 'notes',
      speakerId: null,
      photographer: null,
      altText: null,
      rightsConfirmed: false,
      content: bytes(file.name),
      ...file,
    });
    if (!added.ok) throw new Error(added.reason);
    return added.value.id;
  }
  async function share(): Promise<void> {
    const preview = await previewSharing(stage.tools, session);
    if (!preview.ok) throw new Error(preview.reason);
    expect(await shareDocumentation(stage.tools, lead, 's-1', preview.value)).toMatchObject({ ok: true });
  }

  test('DOC-02 DOC-03 the preview says which files go, which stay and why', async () => {
    await add({ name: 'Anteckningar.docx' });
    await add({ name: 'Quiñones.pptx', kind: 'slides', speakerId: 'sp-4' });
    await add({ name: 'Grupp.jpg', kind: 'photo', photographer: 'Åsa' });
    await add({ name: 'Falkåsen.pptx', kind: 'slides', speakerId: 'sp-1' });
    const preview = await previewSharing(stage.tools, session);
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.value.goes.map(({ name }) => name)).toEqual(['Anteckningar.docx', 'Falkåsen.pptx']);
    expect(preview.value.stays.map(({ name, holds }) => [name, holds.map(({ words }) => words.sv)])).toEqual([
      [
        'Grupp.jpg',
        [
          'Bekräfta att bilden får delas och att de som syns på den vet om det.',
          'Skriv en bildbeskrivning för den som inte ser bilden.',
        ],
      ],
      ['Quiñones.pptx', ['Marta Quiñones har sagt nej till att dela sin presentation.']],
    ]);
    expect(preview.value).toMatchObject({ recipientCount: 3, toChannel: false, post: null });
    expect(lix(preview.value.text)).toBeLessThanOrEqual(40);
  });

  test('DOC-02 cleared files go to the channel and each participant gets a link of their own', async () => {
    await linkChannel(stage);
    await add({ name: 'Anteckningar.docx' });
    await add({ name: 'Quiñones.pptx', kind: 'slides', speakerId: 'sp-4' });
    await share();
    await stage.at('2026-09-23T09:00');
    await stage.at('2026-09-23T09:03');
    expect(stage.far.uploads).toEqual([{ path: 'Träff 1/Anteckningar.docx', bytes: 17 }]);
    expect(stage.far.posts).toEqual([
      {
        to: '19:deltagare@thread.tacv2',
        post: { text: expect.stringContaining('[Anteckningar.docx](https://files/Träff%201/Anteckningar.docx)') },
      },
    ]);
    expect(stage.far.mails.map(({ to }) => to.address)).toEqual(
      expect.arrayContaining(['p-01@kommun.example', 'p-02@kommun.example', 'p-03@kommun.example']),
    );
    expect(new Set(stage.far.mails.map(({ text }) => /\/dokument\/\S+/.exec(text)?.[0])).size).toBe(3);
    expect(JSON.stringify(stage.far.posts)).not.toContain('/dokument/');
    expect((await documentsOf(stage.tools, key)).map(({ name, state }) => [name, state])).toEqual([
      ['Anteckningar.docx', 'shared'],
      ['Quiñones.pptx', 'held'],
    ]);
  });

  test('the second run of the same sharing uploads and says nothing', async () => {
    await linkChannel(stage);
    await add({ name: 'Anteckningar.docx' });
    await share();
    await stage.at('2026-09-23T09:00');
    await stage.at('2026-09-23T09:03');
    await shareDocuments(stage.tools, session);
    await stage.at('2026-09-23T09:10');
    expect([stage.far.uploads.length, stage.far.posts.length, stage.far.mails.length]).toEqual([1, 1, 3]);
    expect(await previewSharing(stage.tools, session)).toMatchObject({ reason: 'nothingToShare' });
  });

  test('a crash between upload and post uploads nothing twice and still tells once', async () => {
    await linkChannel(stage);
    const first = await add({ name: 'A.pdf' });
    await add({ name: 'B.pdf' });
    const [preview] = [await previewSharing(stage.tools, session)];
    if (!preview.ok) throw new Error(preview.reason);
    await shareDocumentation(stage.tools, lead, 's-1', preview.value);
    // The process died after the first file's place was written down.
    await stage.tools.db
      .updateTable('document')
      .set({ drive_id: 'drive', item_id: 'Träff 1/A.pdf', web_url: 'https://files/A' })
      .where('id', '=', first)
      .execute();
    await stage.at('2026-09-23T09:00');
    await stage.at('2026-09-23T09:03');
    expect(stage.far.uploads.map(({ path }) => path)).toEqual(['Träff 1/B.pdf']);
    expect(stage.far.mails).toHaveLength(3);
  });

  test('a channel whose folder is not ready is asked again, and nothing is said meanwhile', async () => {
    await linkChannel(stage);
    stage.far.isFolderReady = false;
    await add({ name: 'A.pdf' });
    const preview = await previewSharing(stage.tools, session);
    if (!preview.ok) throw new Error(preview.reason);
    await shareDocumentation(stage.tools, lead, 's-1', preview.value);
    // The grace period is over.
    const earlier = new Date('2026-09-23T06:57:00Z');
    await stage.tools.db.updateTable('confirmation').set({ confirmed_at: earlier }).execute();
    expect(await shareDocuments(stage.tools, session)).toEqual({ retryAfterSeconds: 10 });
    expect((await documentsOf(stage.tools, key))[0]?.state).toBe('sharing');
    stage.far.isFolderReady = true;
    expect(await shareDocuments(stage.tools, session)).toBe('done');
    expect((await documentsOf(stage.tools, key))[0]?.state).toBe('shared');
  });

  test('a file that is changed or added after the preview is not shared under it', async () => {
    const notes = await add({ name: 'A.pdf' });
    const preview = await previewSharing(stage.tools, session);
    if (!preview.ok) throw new Error(preview.reason);
    await add({ name: 'B.pdf' });
    expect(await shareDocumentation(stage.tools, lead, 's-1', preview.value)).toMatchObject({
      reason: 'previewChanged',
    });
    await share();
    const facts = {
      kind: 'photo',
      speakerId: null,
      photographer: 'Åsa',
      altText: null,
      rightsConfirmed: true,
    } as const;
    await changeDocument(stage.tools, lead, notes, facts);
    await stage.at('2026-09-23T09:03');
    expect((await documentsOf(stage.tools, key)).map(({ name, state }) => [name, state])).toEqual([
      ['A.pdf', 'held'],
      ['B.pdf', 'shared'],
    ]);
  });

  test('X-02 a yes that is stopped in its grace period leaves nothing in the channel, and the files can be shared again', async () => {
    await linkChannel(stage);
    await add({ name: 'A.pdf' });
    const preview = await previewSharing(stage.tools, session);
    if (!preview.ok) throw new Error(preview.reason);
    const shared = await shareDocumentation(stage.tools, lead, 's-1', preview.value);
    if (!shared.ok) throw new Error(shared.reason);
    await stage.at('2026-09-23T09:01');
    expect(String(await nextDueAt(stage.tools))).toBe('2026-09-23T07:02:00Z');
    await stopConfirmation(stage.tools, { ...key, by: lead }, shared.value.confirmationId);
    await stage.at('2026-09-23T09:10');
    expect([stage.far.uploads, stage.far.posts, stage.far.mails]).toEqual([[], [], []]);
    expect((await documentsOf(stage.tools, key))[0]?.state).toBe('cleared');
    await share();
    await stage.at('2026-09-23T09:15');
    expect([stage.far.uploads.length, stage.far.posts.length, stage.far.mails.length]).toEqual([1, 1, 3]);
  });

  test('consent that is taken back before the job runs keeps the slides out', async () => {
    await add({ name: 'Falkåsen.pptx', kind: 'slides', speakerId: 'sp-1' });
    await share();
    await stage.tools.db.updateTable('speaker').set({ slides_consent: false }).where('id', '=', 'sp-1').execute();
    await stage.at('2026-09-23T09:03');
    expect(stage.far.mails).toEqual([]);
    expect((await documentsOf(stage.tools, key))[0]?.state).toBe('held');
    expect(await previewSharing(stage.tools, session)).toMatchObject({
      reason: 'onlyHeld',
      details: { files: 'Falkåsen.pptx' },
    });
  });

  test('empty files, unknown types and unknown speakers are refused; a shared file is not removed here', async () => {
    const file = {
      sessionId: 's-1',
      kind: 'other',
      speakerId: null,
      photographer: null,
      altText: null,
      rightsConfirmed: false,
      name: 'A.pdf',
      content: bytes('x'),
    } as const;
    const tried = async (change: Partial<NewDocument>) => {
      const added = await addDocument(stage.tools, lead, { ...file, ...change });
      return added.ok ? 'added' : added.reason;
    };
    expect(await tried({ content: bytes('') })).toBe('emptyFile');
    expect(await tried({ name: 'A.html' })).toBe('typeNotAllowed');
    expect(await tried({ speakerId: 'sp-99' })).toBe('unknownSpeaker');
    expect(await tried({ sessionId: 's-9' })).toBe('sessionUnknown');
    const id = await add({ name: 'A.pdf' });
    await share();
    await stage.at('2026-09-23T09:00');
    await stage.at('2026-09-23T09:03');
    expect(await removeDocument(stage.tools, lead, id)).toMatchObject({ reason: 'alreadyShared' });
  });
});
