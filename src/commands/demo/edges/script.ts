import type { Script } from '../script.ts';
import { edgeCasesOf } from './cases.ts';
import { movedScript } from './moving.ts';

/** The script as it is when the file's edge cases happen: a session has another time, and some stay away from one. */
export function edgedScript(script: Script): Script {
  const { cancellation, substitute } = edgeCasesOf(script);
  const away = [
    ...(cancellation === undefined ? [] : [{ id: cancellation.participantId, sessionId: cancellation.sessionId }]),
    ...(substitute === undefined ? [] : [{ id: substitute.forParticipantId, sessionId: substitute.sessionId }]),
  ];
  return { ...movedScript(script), away };
}
