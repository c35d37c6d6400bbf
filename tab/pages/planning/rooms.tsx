import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { RoomChoice, RoomSession, RoomsView } from '../../../src/features/rooms/types.ts';
import { call, useRead } from '../../api.ts';
import { listDate, moment, timeRange, placeText } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { useSessionName } from '../../parts/session-name.ts';
import { AskWindow, field } from '../../parts/ask.tsx';
import { Section } from '../../parts/section.tsx';
import { Answered } from '../../parts/states.tsx';
import { Remark, Status, type Tone } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { rooms as words } from '../../wording/rooms.ts';
import { shell } from '../../wording/shell.ts';
import { RoomsWindow } from './rooms-window.tsx';

type Choices = Readonly<Record<string, string>>;

/** VEN-01, VEN-02: per session what would do, what is asked, and what the venue answered. */
export function RoomsSection() {
  const say = useSay();
  const path = usePath();
  const query = useRead<RoomsView>(path('/rooms'));
  return (
    <Section id="lokaler" title={say(words.title)} intro={say(words.intro)}>
      <Answered query={query}>{(view) => <Rooms view={view} />}</Answered>
    </Section>
  );
}

function Rooms({ view }: { view: RoomsView }) {
  const say = useSay();
  const may = useMay();
  const [chosen, setChosen] = useState<Choices>({});
  const [asked, setAsked] = useState<readonly RoomChoice[]>();
  const venueOf = (session: RoomSession) => chosen[session.sessionId] ?? session.booking?.venueId ?? session.proposal;
  const choicesOf = (sessions: readonly RoomSession[]): readonly RoomChoice[] =>
    sessions.flatMap((session) => {
      const venueId = venueOf(session);
      return venueId === null || !session.isBookable ? [] : [{ sessionId: session.sessionId, venueId }];
    });
  const unsettled = choicesOf(view.sessions.filter((session) => !isSettled(session, chosen)));
  if (view.sessions.length === 0) return <p className="quiet">{say(words.nothing)}</p>;
  return (
    <>
      <ul className="rows">
        {view.sessions.map((session) => (
          <li key={session.sessionId}>
            <RoomRow
              session={session}
              venueId={venueOf(session)}
              onChoose={(venueId) => setChosen((all) => ({ ...all, [session.sessionId]: venueId }))}
              onPreview={() => setAsked(choicesOf([session]))}
              isSettled={isSettled(session, chosen)}
            />
          </li>
        ))}
      </ul>
      {may('rooms.book') && unsettled.length > 0 && (
        <p className="section-end">
          <Button appearance="primary" onClick={() => setAsked(unsettled)}>
            {say(words.bookAll)}
          </Button>
        </p>
      )}
      {asked !== undefined && <RoomsWindow choices={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

const open: readonly string[] = ['none', 'declined', 'declinedByHand'];

/** Nothing to ask: the venue has been asked for this time, has not said no, and no other one has been chosen. */
function isSettled({ sessionId, booking, isBookable }: RoomSession, chosen: Choices): boolean {
  if (!isBookable) return true;
  if (booking === null || !booking.isCurrent || open.includes(booking.status)) return false;
  return chosen[sessionId] === undefined || chosen[sessionId] === booking.venueId;
}

const tones: Readonly<Record<string, Tone>> = {
  none: 'unknown',
  asked: 'waiting',
  accepted: 'done',
  tentative: 'waiting',
  declined: 'no',
  askedByMail: 'waiting',
  confirmedByHand: 'done',
  declinedByHand: 'no',
};

interface RowProps {
  readonly session: RoomSession;
  readonly venueId: string | null;
  readonly onChoose: (venueId: string) => void;
  readonly onPreview: () => void;
  readonly isSettled: boolean;
}

function RoomRow({ session, venueId, onChoose, onPreview, isSettled }: RowProps) {
  const say = useSay();
  const nameOf = useSessionName();
  const language = useLanguage();
  const may = useMay();
  const [isAnswering, setAnswering] = useState(false);
  const { booking } = session;
  const isOther = venueId !== null && venueId !== (booking?.venueId ?? session.proposal);
  const option = session.options.find((one) => one.venueId === venueId);
  const warnings = isOther ? (option?.warnings ?? []) : session.warnings;
  const isDeclined = booking !== null && ['declined', 'declinedByHand'].includes(booking.status);
  const isByHand = booking !== null && ['askedByMail', 'confirmedByHand', 'declinedByHand'].includes(booking.status);
  return (
    <article className="row row-room" aria-label={session.title}>
      <div className="row-text">
        <p className="eyebrow">{nameOf(session.sessionId, session.number)}</p>
        <p className="row-title">{booking?.venueName ?? option?.name ?? '–'}</p>
        <p className="quiet">
          {session.date === null ? say(shell.noDate) : listDate(session.date, language)}
          {session.start !== null && session.end !== null && `, ${timeRange(session.start, session.end, language)}`}
        </p>
        {session.isBookable && (
          <p className="quiet">
            {say(words.need)}: {session.needText}
          </p>
        )}
        {booking !== null ? (
          <Status tone={tones[booking.status] ?? 'unknown'}>
            {booking.statusText}
            {booking.askedAt !== null && booking.answeredAt === null && (
              <span className="quiet"> ({say(words.asked, { when: moment(booking.askedAt, language) })})</span>
            )}
            {booking.note !== null && <span className="quiet"> ”{booking.note}”</span>}
          </Status>
        ) : (
          !session.isBookable && <p className="quiet">{say(words.notBookable)}</p>
        )}
        {warnings.map((warning) => (
          <Remark key={warning} tone="warning">
            {warning}
          </Remark>
        ))}
        {isDeclined && <Alternatives session={session} onChoose={onChoose} />}
      </div>
      {may('rooms.book') && session.isBookable && (
        <div className="room-acts">
          <Field label={say(words.choose, session)}>
            <Select value={venueId ?? ''} onChange={(_event, { value }) => onChoose(value)}>
              {venueId === null && <option value="">–</option>}
              {session.options.map((one) => (
                <option key={one.venueId} value={one.venueId}>
                  {`${placeText(one)} (${describe(one)})`}
                </option>
              ))}
            </Select>
          </Field>
          <div className="actions">
            {!isSettled && venueId !== null && <Button onClick={onPreview}>{say(words.bookOne)}</Button>}
            {isByHand && (
              <Button appearance="subtle" onClick={() => setAnswering(true)}>
                {say(words.byHandTitle)}
              </Button>
            )}
          </div>
        </div>
      )}
      {isAnswering && <AnswerWindow session={session} onClose={() => setAnswering(false)} />}
    </article>
  );

  function describe(one: RoomSession['options'][number]): string {
    return [
      one.capacity === null ? say(words.seatsUnknown) : say(words.seats, { n: one.capacity }),
      say(words[one.availability]),
      ...(one.isTooSmall ? [say(words.tooSmall)] : []),
      ...(one.hasMailbox ? [] : [say(one.canBeAsked ? words.byMail : words.nobodyToAsk)]),
    ].join(', ');
  }
}

/** After a no: the venues that would do instead, a button each. */
function Alternatives({ session, onChoose }: { session: RoomSession; onChoose: (venueId: string) => void }) {
  const say = useSay();
  const others = session.options.filter(({ venueId }) => venueId !== session.booking?.venueId);
  const fits = others.filter(({ fit }) => fit === 'fits');
  const shown = fits.length > 0 ? fits : others.filter(({ fit }) => fit === 'lacksEquipment');
  if (shown.length === 0) return null;
  return (
    <div className="alternatives">
      <p className="quiet">{say(fits.length > 0 ? words.otherVenues : words.nearlyVenues)}</p>
      <div className="actions">
        {shown.slice(0, 3).map((one) => (
          <Button key={one.venueId} size="small" onClick={() => onChoose(one.venueId)}>
            {placeText(one)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** The host answered by telephone or in a mail of their own. */
function AnswerWindow({ session, onClose }: { session: RoomSession; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  return (
    <AskWindow
      title={say(words.byHandTitle)}
      actLabel={say(words.byHandSave)}
      done={say(words.byHandDone)}
      onClose={onClose}
      act={(form) => {
        const note = field(form, 'note');
        return call(path(`/rooms/${encodeURIComponent(session.sessionId)}/answer`), {
          method: 'POST',
          body: { answer: field(form, 'answer'), ...(note === '' ? {} : { note }) },
        });
      }}
    >
      <Field label={say(words.answer)}>
        <Select name="answer" defaultValue="confirmed">
          <option value="confirmed">{say(words.byHandYes)}</option>
          <option value="declined">{say(words.byHandNo)}</option>
        </Select>
      </Field>
      <Field label={say(words.note)}>
        <Input name="note" maxLength={300} />
      </Field>
    </AskWindow>
  );
}
