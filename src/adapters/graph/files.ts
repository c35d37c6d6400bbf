import { z } from 'zod';
import type { ChannelFolder, FilesPort, StoredFile } from '../../ports/files.ts';
import { answerOf, expectOk } from './answers.ts';
import type { GraphClient } from './client.ts';
import { segment } from './mailbox-path.ts';

/** createUploadSession takes no smaller application permission than this; the channel's folder and plain PUT go with it. @public */
export const permissions: readonly string[] = ['Sites.ReadWrite.All'];

const largestPut = 4 * 1024 * 1024;
/** 16 × 320 KiB: every slice but the last must be a multiple of 320 KiB. */
const slice = 5 * 1024 * 1024;

type Upload = Parameters<FilesPort['upload']>[1];

const driveItem = z.object({
  id: z.string(),
  size: z.number().nullish(),
  webUrl: z.string().nullish(),
  parentReference: z.object({ driveId: z.string().nullish() }).nullish(),
  '@microsoft.graph.downloadUrl': z.string().nullish(),
});
const session = z.object({ uploadUrl: z.string() });

export function graphFiles(client: GraphClient): FilesPort {
  return {
    channelFolder: async ({ teamId, channelId }) => {
      const path = `/teams/${segment(teamId)}/channels/${segment(channelId)}/filesFolder`;
      const answer = await client.call({ method: 'GET', path });
      if (answer.status === 404) return null;
      const folder = driveItem.parse(expectOk("find a channel's folder", answer).body);
      const driveId = folder.parentReference?.driveId;
      if (!driveId) throw new Error("Graph gave a channel's folder without its drive");
      return { driveId, folderId: folder.id };
    },
    upload: (folder, file) =>
      file.content.byteLength <= largestPut ? put(client, folder, file) : inSlices(client, folder, file),
    download: async ({ driveId, itemId }) => {
      const path = `/drives/${segment(driveId)}/items/${segment(itemId)}`;
      const answer = await client.call({ method: 'GET', path });
      if (answer.status === 404) return null;
      const address = driveItem.parse(expectOk('find a file', answer).body)['@microsoft.graph.downloadUrl'];
      if (!address) throw new Error('Graph gave a file without an address to download from');
      // The address is signed for an hour and refuses a token.
      const response = await client.transport(new Request(address));
      if (!response.ok || response.body === null) throw new Error(`the download answered ${response.status}`);
      return response.body;
    },
  };
}

function target(folder: ChannelFolder, file: Upload): string {
  const name = file.path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => segment(sharePointName(part)))
    .join('/');
  return `/drives/${segment(folder.driveId)}/items/${segment(folder.folderId)}:/${name}:`;
}

/** SharePoint refuses some characters in names, a leading `~$`, and blanks or dots at the end. */
export function sharePointName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/["*:<>?/\\|\u0000-\u001f]/g, '-')
    .replace(/^~\$/, '-')
    .replace(/^\s+|[\s.]+$/g, '');
  return cleaned === '' ? '-' : cleaned;
}

async function put(client: GraphClient, folder: ChannelFolder, file: Upload): Promise<StoredFile> {
  const { content } = file;
  const answer = await client.call({
    method: 'PUT',
    path: `${target(folder, file)}/content`,
    headers: { 'content-type': file.contentType },
    // The client sends the whole memory behind a Uint8Array, unless it is a Buffer.
    body: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  });
  return stored(folder, expectOk('upload a file', answer).body);
}

async function inSlices(client: GraphClient, folder: ChannelFolder, file: Upload): Promise<StoredFile> {
  const opened = await client.call({
    method: 'POST',
    path: `${target(folder, file)}/createUploadSession`,
    body: { item: { '@microsoft.graph.conflictBehavior': 'replace' } },
  });
  const { uploadUrl } = session.parse(expectOk('open an upload', opened).body);
  const total = file.content.byteLength;
  for (let from = 0; from < total; from += slice) {
    const to = Math.min(from + slice, total);
    const response = await client.transport(
      // No token: the address is the key, and an Authorization header can make it answer 401.
      new Request(uploadUrl, {
        method: 'PUT',
        headers: { 'content-length': String(to - from), 'content-range': `bytes ${from}-${to - 1}/${total}` },
        body: Buffer.from(file.content.subarray(from, to)),
      }),
    );
    const answer = expectOk('upload a slice', client.heed(await answerOf(response)));
    if (to === total) return stored(folder, answer.body);
  }
  throw new Error('an empty file needs no upload session');
}

function stored(folder: ChannelFolder, body: unknown): StoredFile {
  const { id, size, webUrl, parentReference } = driveItem.parse(body);
  return { driveId: parentReference?.driveId ?? folder.driveId, itemId: id, webUrl: webUrl ?? '', size: size ?? 0 };
}
