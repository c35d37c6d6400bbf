import { describe, expect, test } from 'vitest';
import { anna, bo, inbox, openFarSide, organiser } from './far-side.ts';

const to = (address: string): unknown => ({ emailAddress: { address, name: address } });

const letter = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  subject: 'Välkommen',
  body: { contentType: 'html', content: '<p>Hej!</p>' },
  toRecipients: [to(anna.mail)],
  ...more,
});

const sendMail = `/users/${organiser}/sendMail`;
const drafts = `/users/${organiser}/messages`;

describe('sendMail', () => {
  test('lands in each recipient’s mailbox and among the sent, and answers 202 with nothing', async () => {
    const { sandbox, graph } = await openFarSide();
    const message = letter({ toRecipients: [to(anna.mail)], bccRecipients: [to(bo.mail)] });
    const sent = await graph('POST', sendMail, { message });
    expect([sent.status, sent.text, sent.headers.get('content-type')]).toEqual([202, '', null]);
    expect(inbox(sandbox, anna.mail)).toMatchObject([
      { subject: 'Välkommen', from: { address: organiser, name: 'Dalalab' }, bcc: [] },
    ]);
    expect(inbox(sandbox, bo.mail)).toHaveLength(1);
    expect(sandbox.mailbox(organiser)).toMatchObject([{ folder: 'sentitems', bcc: [{ address: bo.mail }] }]);
  });

  test('leaves nothing among the sent when told so', async () => {
    const { sandbox, graph } = await openFarSide();
    await graph('POST', sendMail, { message: letter(), saveToSentItems: false });
    expect(sandbox.mailbox(organiser)).toEqual([]);
  });

  test('carries attachments and headers of our own', async () => {
    const { sandbox, graph } = await openFarSide();
    const attachment = {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'träff.ics',
      contentType: 'text/calendar',
      contentBytes: Buffer.from('BEGIN:VCALENDAR').toString('base64'),
    };
    const message = letter({ attachments: [attachment], internetMessageHeaders: [{ name: 'x-notice', value: 'n-1' }] });
    expect((await graph('POST', sendMail, { message })).status).toBe(202);
    const [mail] = inbox(sandbox, anna.mail);
    expect(mail).toMatchObject({ headers: [{ name: 'x-notice', value: 'n-1' }], attachments: [{ name: 'träff.ics' }] });
    expect(Buffer.from(sandbox.bytes(mail?.attachments[0]?.blobId ?? '') ?? []).toString()).toBe('BEGIN:VCALENDAR');
  });

  test('refuses a foreign sender, a header that does not begin with x-, no recipient and an unknown property', async () => {
    const { graph } = await openFarSide();
    const codes = await Promise.all(
      [
        letter({ from: to(anna.mail) }),
        letter({ internetMessageHeaders: [{ name: 'Reply-To', value: 'x' }] }),
        letter({ toRecipients: [] }),
        letter({ recipients: [] }),
      ].map(async (message) => (await graph('POST', sendMail, { message })).body['error'] as { code: string }),
    );
    expect(codes.map((error) => error.code)).toEqual([
      'ErrorSendAsDenied',
      'InvalidInternetMessageHeader',
      'ErrorInvalidRecipients',
      'RequestBodyRead',
    ]);
  });

  test('refuses an attachment of three megabytes', async () => {
    const { graph } = await openFarSide();
    const contentBytes = Buffer.alloc(3 * 1024 * 1024).toString('base64');
    const attachment = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'stor.bin', contentBytes };
    expect((await graph('POST', sendMail, { message: letter({ attachments: [attachment] }) })).status).toBe(413);
  });
});

describe('a draft', () => {
  const immutable = { prefer: 'IdType="ImmutableId"' };

  test('keeps its immutable id when it is sent, and becomes the copy among the sent', async () => {
    const { sandbox, graph } = await openFarSide();
    const draft = await graph('POST', drafts, letter(), immutable);
    expect(draft.body).toMatchObject({ isDraft: true, subject: 'Välkommen' });
    expect(inbox(sandbox, anna.mail)).toEqual([]);
    const sent = await graph('POST', `${drafts}/${draft.id}/send`, undefined, immutable);
    expect([sent.status, sent.text]).toEqual([202, '']);
    const copy = await graph('GET', `${drafts}/${draft.id}`, undefined, immutable);
    expect(copy.body).toMatchObject({ isDraft: false, parentFolderId: 'sentitems' });
    const [mail] = inbox(sandbox, anna.mail);
    expect(mail?.internetMessageId).toBe(draft.body['internetMessageId']);
    expect((await graph('POST', `${drafts}/${draft.id}/send`)).status).toBe(400);
  });

  test('loses its ordinary id when it is sent', async () => {
    const { graph } = await openFarSide();
    const draft = await graph('POST', drafts, letter());
    await graph('POST', `${drafts}/${draft.id}/send`);
    expect((await graph('GET', `${drafts}/${draft.id}`)).status).toBe(404);
  });

  test('is found again by an extended property, sent or not', async () => {
    const { graph } = await openFarSide();
    const id = 'String {c2b5a0e4-6d8f-4b1e-9b6a-1f2e3d4c5b6a} Name notice';
    await graph('POST', drafts, letter({ singleValueExtendedProperties: [{ id, value: 'n-1' }] }), immutable);
    const filter = encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq 'n-1')`);
    expect((await graph('GET', `${drafts}?$filter=${filter}`)).body['value']).toMatchObject([{ isDraft: true }]);
    const other = encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq 'n-2')`);
    expect((await graph('GET', `${drafts}?$filter=${other}`)).body['value']).toEqual([]);
  });

  test('takes changes and attachments until it is sent', async () => {
    const { sandbox, graph } = await openFarSide();
    const draft = await graph('POST', drafts, letter(), immutable);
    const path = `${drafts}/${draft.id}`;
    await graph('PATCH', path, { subject: 'Välkommen hit' });
    const attachment = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'aGVq' };
    expect((await graph('POST', `${path}/attachments`, attachment)).status).toBe(201);
    await graph('POST', `${path}/send`);
    expect(inbox(sandbox, anna.mail)).toMatchObject([
      { subject: 'Välkommen hit', attachments: [{ name: 'a.txt', size: 3 }] },
    ]);
    expect((await graph('PATCH', path, { subject: 'För sent' })).status).toBe(400);
  });
});
