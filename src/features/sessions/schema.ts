import { z } from 'zod';

/** Clock times as people write them, 9.00 or 09:00; stored as 09:00. */
const clock = z
  .string()
  .regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/, 'Skriv klockslag som 09.00. / Write times like 09:00.')
  .transform((text) => text.replace('.', ':').padStart(5, '0'));

const item = z
  .object({
    start: clock,
    end: clock,
    type: z.enum([
      'arrival',
      'opening',
      'presentation',
      'dialogue',
      'exercise',
      'summary',
      'break',
      'lunch',
      'homework',
      'evaluation',
      'closing',
    ]),
    title: z.string().trim().min(1, 'Skriv vad punkten heter. / Write the name of the item.').max(200),
    speakerIds: z.array(z.string().max(100)).max(10).optional(),
    mode: z.enum(['remote', 'onsite']).optional(),
  })
  // An absent property and one that is undefined are different things to the rest of the code.
  .transform(({ speakerIds, mode, ...rest }) => ({
    ...rest,
    ...(speakerIds === undefined ? {} : { speakerIds }),
    ...(mode === undefined ? {} : { mode }),
  }));

export const agendaBody = z.object({
  agenda: z.array(item).max(60),
  /** INF-02: "inget" is an answer; left out leaves what stands. */
  preparation: z.string().trim().max(2000).nullable().optional(),
});
