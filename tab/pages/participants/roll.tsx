import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { SessionAnswer } from '../../../src/domain/people.ts';
import type { Participant, ParticipantList, ParticipantSession } from '../../../src/features/registration/types.ts';
import { call, useAct } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { Address } from '../../parts/address.tsx';
import { useSessionName } from '../../parts/session-name.ts';
import { useMessages } from '../../parts/messages.tsx';
import { Status, type Tone } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { participants as words } from '../../wording/participants.ts';

type SessionOfList = ParticipantList['sessions'][number];

interface Tick {
  readonly personId: string;
  readonly sessionId: string;
  readonly attended: boolean | null;
}

interface RollProps {
  readonly people: readonly Participant[];
  readonly sessions: readonly SessionOfList[];
  /** Empty shows all sessions. */
  readonly sessionId: string;
  readonly onOpen: (person: Participant) => void;
}

/**
 * The list as a table; on a narrow screen each row becomes a card. The roles are written out, because a table that
 * is displayed as blocks loses them.
 */
export function Roll({ people, sessions, sessionId, onOpen }: RollProps) {
  const say = useSay();
  const nameOf = useSessionName();
  const may = useMay();
  const tick = useTick();
  const shown = sessions.filter(({ id }) => sessionId === '' || id === sessionId);
  const one = sessionId === '' ? undefined : shown[0];
  const canTick = may('attendance.edit');
  return (
    <>
      {one !== undefined && canTick && (
        <p className="no-print">
          <Button disabled={tick.isBusy} onClick={() => tick.run(acceptedOf(people, one.id))}>
            {say(words.tickAccepted)}
          </Button>
        </p>
      )}
      <table className={`roll ${one === undefined ? '' : 'roll-one'}`} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {say(words.name)}
            </th>
            <th role="columnheader" scope="col">
              {say(words.organisation)}
            </th>
            {shown.map((session) => (
              <th key={session.id} role="columnheader" scope="col">
                {nameOf(session.id, session.number)}
              </th>
            ))}
            {one !== undefined && (
              <th role="columnheader" scope="col">
                {say(words.attended)}
              </th>
            )}
            <th role="columnheader" scope="col">
              {say(words.reach)}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {people.map((person) => (
            <tr key={person.id} role="row">
              <th role="rowheader" scope="row" className="roll-name">
                <Button appearance="transparent" className="name-button" onClick={() => onOpen(person)}>
                  {person.givenName} {person.familyName}
                </Button>
                <span className="quiet">{person.title}</span>
                <StateText person={person} />
              </th>
              <td role="cell" data-label={say(words.organisation)}>
                {person.organisation}
              </td>
              {shown.map((session) => (
                <td key={session.id} role="cell" data-label={nameOf(session.id, session.number)}>
                  <AnswerCell of={sessionOf(person, session.id)} isLong={one !== undefined} />
                </td>
              ))}
              {one !== undefined && (
                <td role="cell" data-label={say(words.attended)}>
                  <Checkbox
                    checked={tick.latest(person.id, one.id) ?? sessionOf(person, one.id)?.attended ?? false}
                    disabled={!canTick || person.state !== 'confirmed'}
                    aria-label={say(words.attendedLabel, { name: person.displayName, number: one.number })}
                    onChange={(_event, { checked }) =>
                      tick.run([{ personId: person.id, sessionId: one.id, attended: checked === true }])
                    }
                  />
                </td>
              )}
              <td role="cell" data-label={say(words.reach)} className="roll-reach">
                {say(words[person.accountType])}
                <Address email={person.email} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface Ticking {
  readonly isBusy: boolean;
  /** The tick as it was just made, before the server's answer; undefined when the list is the latest word. */
  latest(personId: string, sessionId: string): boolean | null | undefined;
  run(ticks: readonly Tick[]): void;
}

const tickKey = ({ personId, sessionId }: Pick<Tick, 'personId' | 'sessionId'>) => `${personId} ${sessionId}`;

/** A tick shows at once; what the server then says is what stands. */
function useTick(): Ticking {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const [made, setMade] = useState<ReadonlyMap<string, boolean | null>>(new Map());
  const act = useAct((ticks: readonly Tick[]) => call(path('/attendance'), { method: 'PUT', body: ticks }));
  async function run(ticks: readonly Tick[]) {
    setMade((all) => new Map([...all, ...ticks.map((tick) => [tickKey(tick), tick.attended] as const)]));
    try {
      await act.run(ticks);
      messages.done(say(words.ticked));
    } catch (cause) {
      messages.failed(cause);
    } finally {
      setMade((all) => new Map([...all].filter(([key]) => ticks.every((tick) => tickKey(tick) !== key))));
    }
  }
  return {
    isBusy: act.isBusy,
    latest: (personId, sessionId) => made.get(tickKey({ personId, sessionId })),
    run: (ticks) => void run(ticks),
  };
}

function acceptedOf(people: readonly Participant[], sessionId: string): readonly Tick[] {
  return people
    .filter((person) => person.state === 'confirmed' && sessionOf(person, sessionId)?.answer === 'accepted')
    .map(({ id }) => ({ personId: id, sessionId, attended: true }));
}

function sessionOf(person: Participant, sessionId: string): ParticipantSession | undefined {
  return person.sessions.find((one) => one.sessionId === sessionId);
}

const tones: Readonly<Record<SessionAnswer, Tone>> = {
  accepted: 'done',
  declined: 'no',
  tentativelyAccepted: 'unknown',
  none: 'later',
};

function AnswerCell({ of, isLong }: { of: ParticipantSession | undefined; isLong: boolean }) {
  const say = useSay();
  if (of === undefined) return <span aria-hidden>–</span>;
  return (
    <>
      <Status tone={tones[of.answer]}>{say(words[of.answer])}</Status>
      {isLong && of.answerFrom === 'own' && <span className="quiet block">{say(words.ownWord)}</span>}
      {!isLong && of.attended !== null && (
        <span className="quiet block">{say(of.attended ? words.wasThere : words.wasAbsent)}</span>
      )}
      {of.guests.map((guest) => (
        <span key={guest.id} className="quiet block">
          {say(words[guest.kind], guest)}
        </span>
      ))}
    </>
  );
}

const states = {
  confirmed: words.stateConfirmed,
  waitingList: words.stateWaitingList,
  lateRequest: words.stateLateRequest,
  cancelled: words.stateCancelled,
  declined: words.stateDeclined,
};

/** Said only when it is not the ordinary: a confirmed person whose mail has arrived says nothing. */
export function StateText({ person }: { person: Participant }) {
  const say = useSay();
  return (
    <>
      {person.state !== 'confirmed' && (
        <Status tone={person.state === 'waitingList' || person.state === 'lateRequest' ? 'waiting' : 'no'}>
          {say(states[person.state], { position: person.waitingPosition ?? '' })}
        </Status>
      )}
      {person.confirmationMail === 'failed' && <Status tone="warning">{say(words.mailFailed)}</Status>}
    </>
  );
}
