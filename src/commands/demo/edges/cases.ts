import { z } from 'zod';
import type { Script } from '../script.ts';

const person = { given: z.string(), family: z.string(), organisationId: z.string().optional(), email: z.string() };

const registration = z.looseObject({
  ...person,
  case: z.string(),
  organisationText: z.string().optional(),
  commitmentAccepted: z.boolean().default(true),
  at: z.string(),
  expect: z.string(),
});

const cancellation = z.looseObject({ participantId: z.string(), sessionId: z.string(), at: z.string() });
const substitute = z.looseObject({ ...person, forParticipantId: z.string(), sessionId: z.string() });
const colleague = z.looseObject({ ...person, broughtBy: z.string(), sessionId: z.string() });
const movedSession = z.looseObject({
  sessionId: z.string(),
  fromDate: z.string(),
  toDate: z.string(),
  expect: z.string().optional(),
});
const agendaItem = z.looseObject({ start: z.string(), end: z.string(), type: z.string(), title: z.string() });

const multiDay = z.looseObject({
  title: z.string(),
  days: z.array(z.looseObject({ date: z.string(), start: z.string(), end: z.string() })).min(2),
});

export type ExtraRegistration = z.infer<typeof registration>;
export type Cancellation = z.infer<typeof cancellation>;
export type SessionGuest = z.infer<typeof substitute> | z.infer<typeof colleague>;
export type MovedSession = z.infer<typeof movedSession>;
export type MultiDay = z.infer<typeof multiDay>;
export type AgendaItem = z.infer<typeof agendaItem>;

/** The file's `edgeCases`, each block read by itself: one that is missing or of another shape does not hide the others. */
export interface EdgeCases {
  readonly extraRegistrations: readonly ExtraRegistration[];
  readonly cancellation: Cancellation | undefined;
  readonly substitute: z.infer<typeof substitute> | undefined;
  readonly colleague: z.infer<typeof colleague> | undefined;
  readonly movedSession: MovedSession | undefined;
  readonly multiDay: MultiDay | undefined;
  readonly tightAgenda: readonly AgendaItem[];
  readonly tightAgendaExpect: readonly string[];
  /** Names of blocks that nothing here lives. */
  readonly unsupported: readonly string[];
}

const lived = [
  'extraRegistrations',
  'cancellation',
  'substitute',
  'colleague',
  'movedSession',
  'multiDay',
  'tightAgenda',
  'tightAgendaExpect',
];

export function edgeCasesOf({ file }: Script): EdgeCases {
  const blocks = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(file['edgeCases'] ?? {});
  const read = <Value>(name: string, shape: z.ZodType<Value>, otherwise: Value): Value => {
    const found = shape.safeParse(blocks[name]);
    return found.success ? found.data : otherwise;
  };
  return {
    extraRegistrations: read('extraRegistrations', z.array(registration), []),
    cancellation: read('cancellation', cancellation.optional(), undefined),
    substitute: read('substitute', substitute.optional(), undefined),
    colleague: read('colleague', colleague.optional(), undefined),
    movedSession: read('movedSession', movedSession.optional(), undefined),
    multiDay: read('multiDay', multiDay.optional(), undefined),
    tightAgenda: read('tightAgenda', z.array(agendaItem), []),
    tightAgendaExpect: read('tightAgendaExpect', z.array(z.string()), []),
    unsupported: Object.keys(blocks).filter((name) => !lived.includes(name) && !name.startsWith('$')),
  };
}
