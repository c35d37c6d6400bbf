import { createHash } from 'node:crypto';
import { newId } from '../far-side.ts';
import type { FarSide } from '../far-side.ts';
import { guidFrom } from '../guid.ts';
import type { StoredDriveItem } from '../rows.ts';
import type { Channel, Team } from '../world.ts';
import { GraphFault } from './errors.ts';
import { uploadHost } from './upload-host.ts';
import { edmInstant } from './zones.ts';

export type ConflictBehavior = 'fail' | 'replace' | 'rename';

/** A standard channel's files lie in the team's library; private and shared channels have a site of their own. */
export function driveIdOf(team: Team, channel: Channel): string {
  const site = (channel.membershipType ?? 'standard') === 'standard' ? team.id : channel.id;
  return `b!${createHash('sha256').update(`drive ${site}`).digest('base64url')}`;
}

export const fileNotFound = (): GraphFault => new GraphFault(404, 'itemNotFound', 'The resource could not be found.');

export function itemNamed(far: FarSide, driveId: string, itemId: string): StoredDriveItem {
  if (itemId === 'root') return rootOf(far, driveId);
  const item = far.tables.driveItems.get(itemId);
  if (item?.driveId !== driveId) throw fileNotFound();
  return item;
}

export function rootOf(far: FarSide, driveId: string): StoredDriveItem {
  const id = `01ROOT${createHash('sha256').update(driveId).digest('hex').slice(0, 26).toUpperCase()}`;
  const now = far.clock.nowMs();
  const stamp = { createdAt: now, modifiedAt: now, change: 0 };
  const empty = { isFolder: true, size: 0, contentType: '', blobId: null };
  return (
    far.tables.driveItems.get(id) ??
    far.tables.driveItems.put({ id, driveId, parentId: null, name: 'root', ...empty, ...stamp })
  );
}

export function childNamed(far: FarSide, parentId: string, name: string): StoredDriveItem | undefined {
  const wanted = name.toLowerCase();
  return far.tables.childrenOf(parentId).find((item) => item.name.toLowerCase() === wanted);
}

export function ensureFolder(
  far: FarSide,
  wish: { driveId: string; parentId: string | null; name: string },
): StoredDriveItem {
  const parentId = wish.parentId ?? rootOf(far, wish.driveId).id;
  const known = childNamed(far, parentId, wish.name);
  if (known?.isFolder === true) return known;
  if (known !== undefined) throw nameTaken();
  checkName(wish.name);
  return put(far, { ...wish, parentId, id: newItemId(far), isFolder: true, size: 0, contentType: '', blobId: null });
}

/** The folder and file name of a path below an item; folders on the way are made, as SharePoint makes them. */
export function placeOf(far: FarSide, start: StoredDriveItem, path: string): { parent: StoredDriveItem; name: string } {
  const names = path.split('/').filter((name) => name !== '');
  const name = names.pop() ?? '';
  let parent = start;
  for (const folder of names) parent = ensureFolder(far, { driveId: start.driveId, parentId: parent.id, name: folder });
  return { parent, name };
}

export function findPath(far: FarSide, start: StoredDriveItem, path: string): StoredDriveItem {
  let item = start;
  for (const name of path.split('/').filter((part) => part !== '')) {
    const child = childNamed(far, item.id, name);
    if (child === undefined) throw fileNotFound();
    item = child;
  }
  return item;
}

export const nameTaken = (): GraphFault => new GraphFault(409, 'nameAlreadyExists', 'Name already exists');

/** Writes a whole file; `isNew` decides between 201 and 200. */
export function writeFile(
  far: FarSide,
  file: { parent: StoredDriveItem; name: string; contentType: string; bytes: Uint8Array; onConflict: ConflictBehavior },
): { item: StoredDriveItem; isNew: boolean } {
  checkName(file.name);
  const { parent, bytes } = file;
  const known = childNamed(far, parent.id, file.name);
  if (known !== undefined && (file.onConflict === 'fail' || known.isFolder)) throw nameTaken();
  const isNew = known === undefined || file.onConflict === 'rename';
  const name = known !== undefined && isNew ? freeName(far, parent.id, file.name) : file.name;
  const id = isNew ? newItemId(far) : known.id;
  const blobId = `drive-${id}`;
  far.state.blobs.put(blobId, bytes);
  const content = { isFolder: false, size: bytes.byteLength, contentType: file.contentType, blobId };
  const item = put(
    far,
    { id, driveId: parent.driveId, parentId: parent.id, name, ...content },
    isNew ? undefined : known,
  );
  return { item, isNew };
}

export function deleteItem(far: FarSide, item: StoredDriveItem): void {
  for (const child of far.tables.childrenOf(item.id)) deleteItem(far, child);
  if (item.blobId !== null) far.state.blobs.delete(item.blobId);
  far.tables.driveItems.delete(item.id);
}

export const itemEtag = (item: StoredDriveItem): string => `"{${guidFrom(item.id).toUpperCase()}},${item.change}"`;

export function itemShape(far: FarSide, item: StoredDriveItem): Record<string, unknown> {
  const path = pathOf(far, item);
  return {
    id: item.id,
    name: item.name,
    size: item.size,
    eTag: itemEtag(item),
    cTag: `"c:{${guidFrom(item.id).toUpperCase()}},${item.change}"`,
    createdDateTime: edmInstant(item.createdAt),
    lastModifiedDateTime: edmInstant(item.modifiedAt),
    webUrl: `https://${far.directory.facts.tenantDomain.split('.')[0] ?? 'tenant'}.sharepoint.com/sites/team/Shared%20Documents/${path.map(encodeURIComponent).join('/')}`,
    parentReference: {
      driveId: item.driveId,
      driveType: 'documentLibrary',
      ...(item.parentId === null ? {} : { id: item.parentId }),
    },
    ...(item.isFolder
      ? { folder: { childCount: far.tables.childrenOf(item.id).length } }
      : {
          file: { mimeType: item.contentType },
          // Good for a short while, and without a token.
          '@microsoft.graph.downloadUrl': downloadUrl(item),
        }),
  };
}

export const downloadUrl = (item: StoredDriveItem): string => `https://${uploadHost}/downloads/${item.id}`;

function pathOf(far: FarSide, item: StoredDriveItem): string[] {
  const parent = item.parentId === null ? undefined : far.tables.driveItems.get(item.parentId);
  return parent === undefined ? [] : [...pathOf(far, parent), item.name];
}

function put(
  far: FarSide,
  item: Omit<StoredDriveItem, 'change' | 'createdAt' | 'modifiedAt'>,
  old?: StoredDriveItem,
): StoredDriveItem {
  const now = far.clock.nowMs();
  return far.tables.driveItems.put({
    ...item,
    change: far.state.nextChange(),
    createdAt: old?.createdAt ?? now,
    modifiedAt: now,
  });
}

const newItemId = (far: FarSide): string =>
  newId(far, '01')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 34);

/** SharePoint refuses these in a name. */
function checkName(name: string): void {
  if (name === '' || /["*:<>?/\\|]/.test(name) || /^\s|[\s.]$/.test(name))
    throw new GraphFault(400, 'invalidRequest', 'The provided name contains invalid characters.');
}

function freeName(far: FarSide, parentId: string, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const candidate = `${stem} ${number}${end}`;
    if (childNamed(far, parentId, candidate) === undefined) return candidate;
  }
}
