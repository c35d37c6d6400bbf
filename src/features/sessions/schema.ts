import { z } from 'zod';
import { agendaItemTypes } from './types.ts';

/** Clock times as people write them, 9.00 or 09:00; stored as 09:00. */
const clock = z
  .string()
  .regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/, 'Skriv klockslag som 09.00. / Write times like 09:00.')
  .transform((text) => text.replace('.', ':').padStart(5, '0'));

const title = z.string().trim().max(200);

const shape = z.object({
  start: clock,
  end: clock,
  type: z.enum(agendaItemTypes),
  title,
  speakerIds: z.array(z.string().max(100)).max(10).optional(),
  mode: z.enum(['remote', 'onsite']).optional(),
  responsibleId: z.string().min(1).max(100).optional(),
});

/** An absent property and one that is undefined are different things to the rest of the code. */
function whole({ speakerIds, mode, responsibleId, ...rest }: z.output<typeof shape>) {
  return {
    ...rest,
    ...(speakerIds === undefined ? {} : { speakerIds }),
    ...(mode === undefined ? {} : { mode }),
    ...(responsibleId === undefined ? {} : { responsibleId }),
  };
}

const named = shape.extend({ title: title.min(1, 'Skriv vad punkten heter. / Write the name of the item.') });
const most = 60;

export const agendaBody = z.object({
  agenda: z.array(named.transform(whole)).max(most),
  /** INF-02: "inget" is an answer; left out leaves what stands. */
  preparation: z.string().trim().max(2000).nullable().optional(),
});

/** Written and not saved yet: an item may still lack its name. */
export const draftBody = z.object({ agenda: z.array(shape.transform(whole)).max(most) });
