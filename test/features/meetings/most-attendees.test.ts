import { expect, onTestFinished, test } from 'vitest';
import { participantAddress, projectId } from '../../../src/commands/bench/project.ts';
import { key, lead, openStage } from '../../../src/commands/bench/stage.ts';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { decide } from '../../../src/features/registration/decisions/actions.ts';
import { decisionPreview } from '../../../src/features/registration/decisions/queries.ts';
import { quickest } from '../../engines.ts';

/** The ten that come late stay away here, so 500 people and a room stand against Exchange's 500. */
const oneTooMany = 510;

test('X-04: 501 on an event are refused with what to do, and the invitations go out when one has left', async () => {
  const stage = await openStage(oneTooMany, { databaseUrl: await quickest.preparedUrl() });
  onTestFinished(() => stage.leave());
  const { tools, worker } = stage.running.product;
  await stage.book();
  await stage.close();

  expect(stage.meetings().map(({ attendees }) => attendees)).toEqual([2, 2, 2, 2]);
  const told = await tools.db
    .selectFrom('notice')
    .selectAll()
    .where('kind', '=', 'meetings.failed')
    .where('project_id', '=', projectId)
    .execute();
  expect(told).toHaveLength(4);
  expect(JSON.stringify(told[0])).toContain('Dela lärprojektet i två');
  const [first] = (await meetingsOf(tools, lead))?.sessions ?? [];
  expect(first?.problemWords?.en).toContain('Divide the project in two');

  const what = { personId: 'p-1', decision: 'cancel' } as const;
  const shown = await decisionPreview(tools, key, what);
  if (!shown.ok) throw new Error(shown.reason);
  expect(await decide(tools, lead, { ...what, shown: shown.value })).toMatchObject({ ok: true });
  await worker.settle();

  expect(stage.meetings().map(({ attendees }) => attendees)).toEqual([499, 499, 499, 499]);
  expect(stage.running.sandbox.mailbox(participantAddress(2))).toHaveLength(4);
  expect((await meetingsOf(tools, lead))?.sessions.every(({ problemWords }) => problemWords === null)).toBe(true);
});
