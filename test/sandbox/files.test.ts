import { describe, expect, test } from 'vitest';
import { channelId, openFarSide, teamId } from './far-side.ts';
import type { FarSideInTest } from './far-side.ts';

const filesFolder = `/teams/${teamId}/channels/${encodeURIComponent(channelId)}/filesFolder`;
const unit = 327_680;

async function folder(far: FarSideInTest): Promise<string> {
  await far.graph('GET', filesFolder);
  const read = await far.graph('GET', filesFolder);
  const { driveId } = read.body['parentReference'] as { driveId: string };
  return `/drives/${driveId}/items/${read.id}`;
}

test('a fresh channel’s folder is not there the first time, and later it is', async () => {
  const far = await openFarSide({ channelFolderAfterSeconds: 60 });
  const first = await far.graph('GET', filesFolder);
  expect([first.status, first.body['error']]).toMatchObject([404, { code: 'NotFound' }]);
  expect((await far.graph('GET', filesFolder)).status).toBe(404);
  await far.pass({ minutes: 1 });
  expect((await far.graph('GET', filesFolder)).body).toMatchObject({ name: 'Deltagare', folder: {} });
});

describe('a simple upload', () => {
  test('makes a new file with 201 and replaces it with 200', async () => {
    const far = await openFarSide();
    const path = `${await folder(far)}:/${encodeURIComponent('Träff 1 #bilder.pdf')}:/content`;
    const made = await far.graph('PUT', path, new TextEncoder().encode('ett'), { 'content-type': 'application/pdf' });
    expect([made.status, made.body]).toMatchObject([
      201,
      { name: 'Träff 1 #bilder.pdf', size: 3, file: { mimeType: 'application/pdf' } },
    ]);
    const again = await far.graph('PUT', path, new TextEncoder().encode('två!'));
    expect([again.status, again.body['id'], again.body['size']]).toEqual([200, made.body['id'], 5]);
    expect(far.sandbox.channelFiles(channelId)).toMatchObject([{ name: 'Träff 1 #bilder.pdf' }]);
  });

  test('makes the folders on the way, and the path finds the file', async () => {
    const far = await openFarSide();
    const start = await folder(far);
    await far.graph('PUT', `${start}:/Tr%C3%A4ff%201/bilder.pdf:/content`, new Uint8Array(4));
    expect((await far.graph('GET', `${start}:/Tr%C3%A4ff%201/bilder.pdf:`)).body['name']).toBe('bilder.pdf');
    expect((await far.graph('GET', `${start}/children`)).body['value']).toMatchObject([
      { name: 'Träff 1', folder: { childCount: 1 } },
    ]);
    expect((await far.graph('GET', `${start}:/saknas.pdf:`)).body['error']).toMatchObject({ code: 'itemNotFound' });
  });

  test('a name that SharePoint does not take is refused', async () => {
    const far = await openFarSide();
    expect((await far.graph('PUT', `${await folder(far)}:/a%7Cb.pdf:/content`, new Uint8Array(1))).status).toBe(400);
  });

  test('a stale If-Match is refused', async () => {
    const far = await openFarSide();
    const path = `${await folder(far)}:/a.txt:/content`;
    const made = await far.graph('PUT', path, new Uint8Array(1));
    const etag = { 'if-match': String(made.body['eTag']) };
    expect((await far.graph('PUT', path, new Uint8Array(2), etag)).status).toBe(200);
    expect((await far.graph('PUT', path, new Uint8Array(3), etag)).status).toBe(412);
  });

  test('the content comes back, by way of an address without token', async () => {
    const far = await openFarSide();
    const made = await far.graph('PUT', `${await folder(far)}:/a.txt:/content`, new TextEncoder().encode('hej'));
    const direct = await far.sandbox.fetch(new Request(String(made.body['@microsoft.graph.downloadUrl'])));
    expect(await direct.text()).toBe('hej');
  });
});

describe('an upload session', () => {
  async function open(far: FarSideInTest, item: Record<string, unknown> = {}): Promise<string> {
    const made = await far.graph('POST', `${await folder(far)}:/stor.bin:/createUploadSession`, { item });
    expect(made.body['nextExpectedRanges']).toEqual(['0-']);
    return String(made.body['uploadUrl']);
  }
  async function put(
    far: FarSideInTest,
    url: string,
    range: { from: number; bytes: Uint8Array<ArrayBuffer>; total: number },
    more: Record<string, string> = {},
  ) {
    const { from, bytes, total } = range;
    const headers = { 'content-range': `bytes ${from}-${from + bytes.byteLength - 1}/${total}`, ...more };
    const response = await far.sandbox.fetch(new Request(url, { method: 'PUT', headers, body: bytes }));
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  test('takes ranges in order and makes the file with the last', async () => {
    const far = await openFarSide();
    const url = await open(far);
    const whole = crypto.getRandomValues(new Uint8Array(65_000)).slice();
    const big = new Uint8Array(unit + whole.byteLength);
    big.set(whole, unit);
    const first = await put(far, url, { from: 0, bytes: big.slice(0, unit), total: big.byteLength });
    expect([first.status, first.body['nextExpectedRanges']]).toEqual([202, [`${unit}-`]]);
    const last = await put(far, url, { from: unit, bytes: whole, total: big.byteLength });
    expect([last.status, last.body]).toMatchObject([201, { name: 'stor.bin', size: big.byteLength }]);
    const [file] = far.sandbox.channelFiles(channelId);
    expect(Buffer.from(far.sandbox.bytes(file?.blobId ?? '') ?? []).equals(Buffer.from(big))).toBe(true);
    expect((await put(far, url, { from: 0, bytes: whole, total: big.byteLength })).status).toBe(404);
    expect(far.sandbox.uploads().map((one) => one.status)).toEqual([202, 201, 404]);
  });

  test('refuses a token, a range that is no multiple of 320 KiB, a repeated one and another total', async () => {
    const far = await openFarSide();
    const url = await open(far);
    const part = new Uint8Array(unit);
    expect((await put(far, url, { from: 0, bytes: part, total: 3 * unit }, { authorization: 'Bearer x' })).status).toBe(
      401,
    );
    expect((await put(far, url, { from: 0, bytes: new Uint8Array(1000), total: 3 * unit })).status).toBe(400);
    expect((await put(far, url, { from: 0, bytes: part, total: 3 * unit })).status).toBe(202);
    expect((await put(far, url, { from: 0, bytes: part, total: 3 * unit })).status).toBe(416);
    expect((await put(far, url, { from: unit, bytes: part, total: 4 * unit })).status).toBe(400);
    const status = await far.sandbox.fetch(new Request(url));
    expect(await status.json()).toMatchObject({ nextExpectedRanges: [`${unit}-`] });
  });

  test('a name clash shows at the end, unless it replaces', async () => {
    const far = await openFarSide();
    await put(far, await open(far), { from: 0, bytes: new Uint8Array(10), total: 10 });
    expect((await put(far, await open(far), { from: 0, bytes: new Uint8Array(10), total: 10 })).status).toBe(409);
    const replacing = await open(far, { '@microsoft.graph.conflictBehavior': 'replace' });
    expect((await put(far, replacing, { from: 0, bytes: new Uint8Array(11), total: 11 })).status).toBe(200);
  });

  test('an abandoned one is gone', async () => {
    const far = await openFarSide();
    const url = await open(far);
    expect((await far.sandbox.fetch(new Request(url, { method: 'DELETE' }))).status).toBe(204);
    expect((await put(far, url, { from: 0, bytes: new Uint8Array(10), total: 10 })).status).toBe(404);
  });
});
