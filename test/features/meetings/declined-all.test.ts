import { describe, expect, test } from 'vitest';
import { keepDeclined } from '../../../src/features/registration/declined/actions.ts';
import { setAnswer } from '../../../src/features/registration/decisions/actions.ts';
import { participantsOf } from '../../../src/features/registration/queries.ts';
import { key, lead, openStage, type Stage } from './stage.ts';

/** Everybody is invited to both sessions. */
async function invited() {
  const stage = await openStage();
  await stage.book();
  await stage.pass({ minutes: 16 });
  await stage.closeRegistration();
  await stage.sync();
  const { participants } = (await participantsOf(stage.tools, key)) ?? { participants: [] };
  const [first, second] = participants.filter(({ state }) => state === 'confirmed');
  if (first === undefined || second === undefined) throw new Error('the stage has too few participants');
  return { stage, first, second };
}

async function answer(stage: Stage, email: string, numbers: readonly number[], given: 'accept' | 'decline') {
  await stage.pass({ minutes: 1 });
  for (const number of numbers) stage.sandbox.answer(stage.event(number).id, email, given);
  await stage.sync();
}

const questions = (stage: Stage) =>
  stage.tools.db.selectFrom('notice').selectAll().where('kind', '=', 'registration.declinedAll').execute();
const shown = async (stage: Stage) =>
  ((await participantsOf(stage.tools, key))?.participants ?? [])
    .filter(({ hasDeclinedAll }) => hasDeclinedAll)
    .map(({ id }) => id);

describe('X-05 somebody has declined every session in Outlook and is still registered', () => {
  test('it is asked about once, with a count and no name, and stands in the list until it is decided', async () => {
    const { stage, first, second } = await invited();
    const numbers = first.sessions.map((_session, index) => index + 1);
    await answer(stage, first.email, numbers.slice(1), 'decline');
    expect(await questions(stage)).toHaveLength(0);
    await answer(stage, first.email, numbers, 'decline');
    const [question, ...others] = await questions(stage);
    expect(others).toHaveLength(0);
    expect(JSON.stringify(question?.content)).toContain('1 deltagare har tackat nej till alla träffar');
    expect(JSON.stringify(question?.content)).not.toContain(first.familyName);
    expect(await shown(stage)).toEqual([first.id]);

    // A change of mind, and back: nobody is asked again.
    await answer(stage, first.email, [1], 'accept');
    expect(await shown(stage)).toEqual([]);
    await answer(stage, first.email, [1], 'decline');
    expect(await questions(stage)).toHaveLength(1);
    expect(await shown(stage)).toEqual([first.id]);

    // Another person is another question.
    await answer(stage, second.email, numbers, 'decline');
    expect(await questions(stage)).toHaveLength(2);

    expect(await keepDeclined(stage.tools, lead, first.id)).toMatchObject({ ok: true });
    expect(await shown(stage)).toEqual([second.id]);
  });

  test('an answer that is set by hand goes before Outlook, until it is taken back', async () => {
    const { stage, first } = await invited();
    const numbers = first.sessions.map((_session, index) => index + 1);
    await answer(stage, first.email, numbers, 'decline');
    const [session] = first.sessions;
    const sessionId = session?.sessionId ?? '';
    const given = async () =>
      (await participantsOf(stage.tools, key))?.participants
        .find(({ id }) => id === first.id)
        ?.sessions.find((one) => one.sessionId === sessionId);

    await setAnswer(stage.tools, lead, first.id, { sessionId, answer: 'accepted' });
    expect(await given()).toMatchObject({ answer: 'accepted', answerFrom: 'own' });
    expect(await shown(stage)).toEqual([]);
    await answer(stage, first.email, [1], 'decline');
    expect(await given()).toMatchObject({ answer: 'accepted' });

    await setAnswer(stage.tools, lead, first.id, { sessionId, answer: null });
    expect(await given()).toMatchObject({ answer: 'declined', answerFrom: 'outlook' });
    expect(await setAnswer(stage.tools, lead, first.id, { sessionId: 's-99', answer: null })).toMatchObject({
      ok: false,
      reason: 'noSession',
    });
    expect(await setAnswer(stage.tools, lead, 'nobody', { sessionId, answer: null })).toMatchObject({
      ok: false,
      reason: 'notRegistered',
    });
  });
});
