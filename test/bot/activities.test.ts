import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readActivity, type Incoming } from '../../bot/activities.ts';

const folder = join(import.meta.dirname, '../replay/activities');

function replay(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

const karin = {
  oid: '11111111-2222-4333-8444-555555555501',
  tid: '5a4d0b0c-0000-4000-8000-00000000da1a',
  name: 'Karin Tunsberg',
};

/** What each recorded activity is to us. One that is missing here fails the last test. */
const expected: Readonly<Record<string, { readonly kind: Incoming['kind'] } & Readonly<Record<string, unknown>>>> = {
  'message-personal': { kind: 'message', text: 'läget', mentioned: false, person: karin, locale: 'sv-SE' },
  'message-group-mention': { kind: 'message', text: 'boka lokaler', mentioned: true },
  'message-group-mention-last': { kind: 'message', text: 'nästa träff', mentioned: true },
  'message-group-unmentioned': { kind: 'message', text: 'ska vi ta fika?', mentioned: false },
  'message-channel-two-mentions': {
    kind: 'message',
    text: 'Per-Olov Kvarnström nästa träff',
    mentioned: true,
    place: {
      kind: 'channel',
      conversationId: '19:deltagare@thread.tacv2',
      threadId: '19:deltagare@thread.tacv2;messageid=1787212800000',
      teamId: '5a4d0b0c-0000-4000-8000-0000000000c0',
    },
  },
  'message-html': { kind: 'message', text: 'hur ligger vi till&sånt', mentioned: true },
  'message-anonymous': { kind: 'ignored', why: 'a message from nobody of a directory' },
  'card-execute': {
    kind: 'cardAction',
    verb: 'evaluation.answer',
    via: 'execute',
    trigger: 'manual',
    cardId: '1787212800000',
    data: { project: 'lp', session: 's-1', useful: '4' },
  },
  'card-refresh': { kind: 'cardAction', verb: 'status', trigger: 'automatic', data: {} },
  'card-submit': { kind: 'cardAction', verb: 'rooms.book!confirm', via: 'submit', cardId: '1787212800000' },
  'card-submit-without-verb': { kind: 'ignored', why: 'a submitted card without a verb' },
  'installed-personal': { kind: 'installed', by: karin, place: { kind: 'personal' } },
  'installed-upgraded': { kind: 'installed', place: { kind: 'groupChat' } },
  'installed-team': { kind: 'installed', place: { kind: 'channel', conversationId: '19:deltagare@thread.tacv2' } },
  'installed-team-untyped': {
    kind: 'installed',
    place: { kind: 'channel', conversationId: '19:allmant@thread.tacv2' },
  },
  removed: { kind: 'removed' },
  'removed-from-roster': { kind: 'removed' },
  'members-added': { kind: 'membersAdded', oids: ['11111111-2222-4333-8444-555555555502'] },
  'channel-renamed': { kind: 'ignored', why: 'changes of a conversation that nobody joined' },
  reaction: { kind: 'ignored', why: 'activities of type messageReaction' },
  'task-fetch': { kind: 'ignored', why: 'invokes named task/fetch' },
  typing: { kind: 'ignored', why: 'activities of type typing' },
  'no-tenant': { kind: 'ignored', why: 'no tenant' },
};

describe('activities as Teams sends them', () => {
  test.each(Object.entries(expected))('%s', (name, words) => {
    expect(readActivity(replay(name))).toMatchObject(words);
  });

  test('every recorded activity is told of', () => {
    const recorded = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
    expect(recorded.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test('what is no activity says where it fails', () => {
    expect(readActivity({ type: 'message' })).toEqual({ kind: 'ignored', why: 'not an activity: serviceUrl' });
    expect(readActivity('hej')).toMatchObject({ kind: 'ignored' });
  });
});
