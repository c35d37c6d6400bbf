import { newGuid } from '../far-side.ts';
import type { StoredDriveItem } from '../rows.ts';
import { contextOf, created, noContent, ok } from './call.ts';
import type { Call, Handler, Reply } from './call.ts';
import { checkedBody, countOf, isObject, partOf, textOf } from './check-body.ts';
import {
  childNamed,
  deleteItem,
  ensureFolder,
  findPath,
  itemEtag,
  itemNamed,
  itemShape,
  nameTaken,
  placeOf,
  rootOf,
  writeFile,
} from './drive-items.ts';
import type { ConflictBehavior } from './drive-items.ts';
import { GraphFault } from './errors.ts';
import { listed, selected } from './query.ts';
import type { Routes } from './router.ts';
import { uploadHost } from './upload-host.ts';

/** A simple upload takes this much; larger files need a session. */
const largestPut = 250 * 1024 * 1024;
const sessionDays = 3;

export const driveRoutes: Routes = {
  'GET /drives/{drive}/root': (call) => ok(answerItem(call, rootOf(call.far, call.param('drive')))),
  'GET /drives/{drive}/items/{item}': (call) => ok(answerItem(call, startOf(call))),
  'DELETE /drives/{drive}/items/{item}': (call) => {
    const item = startOf(call);
    checkMatch(call, item);
    deleteItem(call.far, item);
    return noContent;
  },
  'GET /drives/{drive}/items/{item}/children': (call) => {
    const item = startOf(call);
    const children = call.far.tables.childrenOf(item.id).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
    const context = contextOf(`drives('${item.driveId}')/items('${item.id}')/children`);
    return ok(
      listed(
        call,
        context,
        children.map((child) => itemShape(call.far, child)),
        { pageSize: 200 },
      ),
    );
  },
  'POST /drives/{drive}/items/{item}/children': createFolder,
  'PUT /drives/{drive}/items/{item}/content': replaceContent,
  'POST /drives/{drive}/items/{item}/createUploadSession': (call) => {
    const item = startOf(call);
    return createSession(call, { parent: itemNamed(call.far, item.driveId, item.parentId ?? 'root'), name: item.name });
  },
  ...pathRoutes('/drives/{drive}/items/{item}'),
  ...pathRoutes('/drives/{drive}/root'),
};

function pathRoutes(start: string): Record<string, Handler> {
  return {
    [`GET ${start}/:/{path}`]: (call) => ok(answerItem(call, findPath(call.far, startOf(call), call.param('path')))),
    [`PUT ${start}/:/{path}/content`]: putContent,
    [`POST ${start}/:/{path}/createUploadSession`]: (call) =>
      createSession(call, placeOf(call.far, startOf(call), call.param('path'))),
  };
}

function startOf(call: Call): StoredDriveItem {
  return itemNamed(call.far, call.param('drive'), call.param('item') || 'root');
}

function putContent(call: Call): Reply {
  if (call.bytes.byteLength > largestPut)
    throw new GraphFault(
      413,
      'requestEntityTooLarge',
      'The file is too large for a simple upload. Use an upload session.',
    );
  const { parent, name } = placeOf(call.far, startOf(call), call.param('path'));
  const known = childNamed(call.far, parent.id, name);
  if (known !== undefined) checkMatch(call, known);
  const onConflict = conflictBehavior(call.query.get('@microsoft.graph.conflictBehavior'), 'replace');
  const contentType = call.headers.get('content-type') ?? 'application/octet-stream';
  const { item, isNew } = writeFile(call.far, { parent, name, contentType, bytes: call.bytes, onConflict });
  return (isNew ? created : ok)(answerItem(call, item));
}

function replaceContent(call: Call): Reply {
  const item = startOf(call);
  checkMatch(call, item);
  const parent = itemNamed(call.far, item.driveId, item.parentId ?? 'root');
  const contentType = call.headers.get('content-type') ?? item.contentType;
  const written = writeFile(call.far, {
    parent,
    name: item.name,
    contentType,
    bytes: call.bytes,
    onConflict: 'replace',
  });
  return ok(answerItem(call, written.item));
}

function createFolder(call: Call): Reply {
  const parent = startOf(call);
  const fields = checkedBody('driveItem', call.body);
  const name = textOf(fields['name']) ?? '';
  if (partOf(fields['folder']) === undefined)
    throw new GraphFault(400, 'invalidRequest', 'Either a folder facet or a file source must be given.');
  const wished = isObject(call.body) ? textOf(call.body['@microsoft.graph.conflictBehavior']) : undefined;
  if (childNamed(call.far, parent.id, name) !== undefined && conflictBehavior(wished ?? null, 'fail') === 'fail')
    throw nameTaken();
  return created(answerItem(call, ensureFolder(call.far, { driveId: parent.driveId, parentId: parent.id, name })));
}

function createSession(call: Call, place: { parent: StoredDriveItem; name: string }): Reply {
  const { far } = call;
  const fields = call.body === undefined ? {} : checkedBody('createUploadSession', call.body);
  const item = partOf(fields['item']);
  const raw = isObject(call.body) && isObject(call.body['item']) ? call.body['item'] : {};
  const session = far.tables.uploadSessions.put({
    id: newGuid(far),
    driveId: place.parent.driveId,
    parentId: place.parent.id,
    name: textOf(item?.['name']) ?? place.name,
    conflictBehavior: conflictBehavior(textOf(raw['@microsoft.graph.conflictBehavior']) ?? null, 'fail'),
    expiresAt: far.clock.nowMs() + sessionDays * 86_400_000,
    total: countOf(item?.['fileSize']) ?? null,
    received: 0,
    contentType: 'application/octet-stream',
  });
  return ok({
    '@odata.context': contextOf('microsoft.graph.uploadSession'),
    uploadUrl: `https://${uploadHost}/sessions/${session.id}`,
    expirationDateTime: new Date(session.expiresAt).toISOString(),
    nextExpectedRanges: ['0-'],
  });
}

function conflictBehavior(text: string | null, usual: ConflictBehavior): ConflictBehavior {
  return text === 'fail' || text === 'replace' || text === 'rename' ? text : usual;
}

function checkMatch(call: Call, item: StoredDriveItem): void {
  const wanted = call.headers.get('if-match');
  if (wanted === null || wanted === '*' || wanted === itemEtag(item)) return;
  throw new GraphFault(412, 'resourceModified', "ETag does not match current item's value");
}

function answerItem(call: Call, item: StoredDriveItem): Record<string, unknown> {
  return { '@odata.context': contextOf('drives/items/$entity'), ...selected(call, itemShape(call.far, item)) };
}
