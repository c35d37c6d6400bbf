import express, { type Router } from 'express';
import { Temporal } from 'temporal-polyfill';
import { answer, BadWish, text } from './answer.ts';
import type { SandboxEntrances } from './router.ts';

/** Moves the clock, tells how far it has come, and starts the sandbox over. One mover at a time. */
export function clockApi(entrances: SandboxEntrances): Router {
  const { sandbox } = entrances;
  const { clock } = sandbox;
  const router = express.Router();
  let target: Temporal.Instant | null = null;
  let isStartingOver = false;

  const tell = (): object => ({
    now: clock.now().toString(),
    isMoving: target !== null,
    target: target?.toString() ?? null,
    isStartingOver,
    mails: sandbox.far.tables.messages.size,
    // Rises with everything that a page may want to show anew.
    version: `${sandbox.far.state.change()}.${entrances.chats.version()}`,
  });
  router.get('/clock', answer(tell));
  router.post(
    '/clock',
    answer(async (body) => {
      const goal = await goalOf(entrances, text(body, 'to'));
      if (goal === null) throw new Error('Inget mer händer av sig självt. / Nothing more happens by itself.');
      target = goal;
      try {
        await clock.advanceTo(goal);
      } finally {
        target = null;
      }
      return tell();
    }),
  );
  router.post(
    '/start-over',
    answer(async () => {
      const { startOver } = entrances;
      if (startOver === null)
        throw new Error(
          'Den här sandlådan kan inte tömmas härifrån. Stoppa den och kör npm start -- --fresh. / This sandbox cannot be emptied from here. Stop it and run npm start -- --fresh.',
        );
      if (target !== null || isStartingOver)
        throw new Error('Vänta tills klockan står still. / Wait until the clock stands still.');
      isStartingOver = true;
      await startOver();
      return { done: true };
    }),
  );
  return router;
}

async function goalOf({ sandbox, marks }: SandboxEntrances, to: string): Promise<Temporal.Instant | null> {
  const { clock } = sandbox;
  if (to === 'next') return await clock.nextEvent();
  if (to === 'day') return clock.now().add({ hours: 24 });
  if (to === 'settle') return clock.now();
  const mark = (await marks()).find(({ id }) => id === to);
  return instantOf(mark?.at ?? to);
}

function instantOf(value: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(value);
  } catch {
    throw new BadWish(
      `${value} är ingen tidpunkt. Skriv till exempel 2026-09-22T08:30:00+02:00. / ${value} is no instant.`,
    );
  }
}
