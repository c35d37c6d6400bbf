import { expect, test } from 'vitest';
import { setLetterRead } from '../../../src/features/notices/inbox/actions.ts';
import { unreadLetters } from '../../../src/features/notices/inbox/queries.ts';
import { confirmedPeople } from '../../../src/features/registration/queries.ts';
import { key, lead, openStage, organiser } from '../meetings/stage.ts';

async function invited() {
  const stage = await openStage();
  await stage.book();
  await stage.pass({ minutes: 16 });
  await stage.closeRegistration();
  await stage.sync();
  const [first, second, third] = await confirmedPeople(stage.tools, key);
  if (first === undefined || second === undefined || third === undefined) throw new Error('nobody is registered');
  return { stage, first, second, third };
}

test('X-05 comments and replies become something to read; their words stay in the mailbox', async () => {
  const { stage, first, second, third } = await invited();
  stage.sandbox.answer(stage.event(2).id, first.email, 'decline', 'Jag är på semester hela november');
  stage.sandbox.answer(stage.event(2).id, second.email, 'accept');
  stage.sandbox.write({ from: third.email, to: organiser, subject: 'Parkering?', text: 'Finns det laddstolpar?' });
  stage.sandbox.write({ from: 'reklam@foretag.example', to: organiser, subject: 'Erbjudande', text: 'Köp nu' });
  await stage.sync();
  const letters = await unreadLetters(stage.tools, key);
  expect(letters.map(({ name, kind, sessionNumber }) => [name, kind, sessionNumber])).toEqual([
    [first.displayName, 'comment', 2],
    [third.displayName, 'reply', null],
  ]);
  expect(letters[0]?.webLink).toContain('outlook.office365.com');
  const rows = await stage.tools.db.selectFrom('organiser_letter').selectAll().execute();
  expect(JSON.stringify(rows)).not.toMatch(/semester|laddstolpar|Parkering|reklam/);
});

test('what has been read is gone from the list, also when the mailbox is read again, until somebody puts it back', async () => {
  const { stage, first } = await invited();
  stage.sandbox.write({ from: first.email, to: organiser, subject: 'Hej', text: 'Hej' });
  await stage.sync();
  const [letter] = await unreadLetters(stage.tools, key);
  const id = letter?.id ?? '';
  await setLetterRead(stage.tools, lead, { id, isRead: true });
  await stage.sync();
  expect(await unreadLetters(stage.tools, key)).toEqual([]);
  await setLetterRead(stage.tools, lead, { id, isRead: false });
  expect(await unreadLetters(stage.tools, key)).toHaveLength(1);
  expect(await setLetterRead(stage.tools, lead, { id: 'other', isRead: true })).toMatchObject({
    reason: 'unknownLetter',
  });
  const stranger = { ...lead, tenantId: 'another' };
  expect(await setLetterRead(stage.tools, stranger, { id, isRead: true })).toMatchObject({ reason: 'unknownLetter' });
});
