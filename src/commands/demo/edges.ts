import type { Temporal } from 'temporal-polyfill';
import { agendaEdges } from './edges/agenda.ts';
import { edgeCasesOf } from './edges/cases.ts';
import { movingEdges } from './edges/moving.ts';
import { multiDayEdges } from './edges/multi-day.ts';
import { peopleEdges } from './edges/people.ts';
import { registrationEdges } from './edges/registrations.ts';
import { roomEdges } from './edges/rooms.ts';
import { note } from './edges/telling.ts';
import type { Act, Life } from './life.ts';
import type { Script } from './script.ts';

/** The file's edge cases, each at its time, and what nothing lives told at the start. */
export function edgeActs(script: Script, roomsBooked: Temporal.Instant): Act[] {
  const cases = edgeCasesOf(script);
  return [
    { at: script.startsAt, title: 'Särfall', run: (life) => tellUnsupported(life, cases.unsupported) },
    ...agendaEdges(script, cases, roomsBooked.subtract({ minutes: 15 })),
    ...roomEdges(script, roomsBooked),
    ...registrationEdges(cases.extraRegistrations),
    ...peopleEdges(script, cases),
    ...movingEdges(script, cases.movedSession),
    ...multiDayEdges(script, cases.multiDay),
  ];
}

function tellUnsupported(life: Life, names: readonly string[]): Promise<void> {
  for (const name of names) note(life, { name, result: 'unsupported', told: '' });
  return Promise.resolve();
}
