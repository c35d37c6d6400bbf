import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useId, useState, type FormEvent } from 'react';
import type {
  SeriesOrder,
  SeriesPlace,
  SeriesPreview,
  SeriesView,
} from '../../../../src/features/meetings/series/types.ts';
import { call } from '../../../api.ts';
import { weekdayOf } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { field } from '../../../parts/ask.tsx';
import { ConfirmWindow, LetterPaper } from '../../../parts/confirm.tsx';
import { Status } from '../../../parts/status.tsx';
import { Window } from '../../../parts/window.tsx';
import { usePath } from '../../../project.tsx';
import { meetings as words } from '../../../wording/planning-meetings.ts';
import { shell } from '../../../wording/shell.ts';
import { SeriesDays } from './planning-meetings.tsx';

/** First how often, when and where; then which days it comes to and who is told; then the yes. */
export function SeriesWindow({ view, onClose }: { view: SeriesView; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const [order, setOrder] = useState(() => usual(view));
  const [isSeen, setSeen] = useState(false);
  const isNew = view.series === null || view.series.problem === 'gone';
  const title = say(isNew ? words.book : words.changeTitle);
  if (!isSeen)
    return (
      <OrderWindow
        title={title}
        view={view}
        order={order}
        onClose={onClose}
        onDone={(chosen) => {
          setOrder(chosen);
          setSeen(true);
        }}
      />
    );
  return (
    <ConfirmWindow<SeriesPreview>
      title={title}
      preview={() => call(path('/planning-meetings/preview'), { method: 'POST', body: order })}
      confirm={({ textVersion, recipientCount }) =>
        call(path('/planning-meetings'), {
          method: 'POST',
          body: { ...order, confirm: { textVersion, recipientCount } },
        })
      }
      confirmLabel={say(isNew ? words.confirmStart : words.confirmChange)}
      done={() => say(isNew ? words.doneStart : words.doneChange)}
      onClose={onClose}
      onBack={() => setSeen(false)}
      backLabel={say(words.back)}
    >
      {(seen) => <Seen seen={seen} />}
    </ConfirmWindow>
  );
}

/** Calls the whole series off. */
export function EndWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  return (
    <ConfirmWindow<SeriesPreview>
      title={say(words.end)}
      preview={() => call(path('/planning-meetings/end'))}
      confirm={({ textVersion, recipientCount }) =>
        call(path('/planning-meetings/end'), { method: 'POST', body: { textVersion, recipientCount } })
      }
      confirmLabel={say(words.confirmEnd)}
      done={() => say(words.doneEnd)}
      onClose={onClose}
    >
      {(seen) => (
        <>
          <p className="quiet">{seen.names.join(', ')}</p>
          <LetterPaper subject={seen.subject} text={seen.text} />
        </>
      )}
    </ConfirmWindow>
  );
}

function Seen({ seen }: { seen: SeriesPreview }) {
  const say = useSay();
  const held = seen.days.filter(({ leftOut }) => leftOut === null).length;
  return (
    <>
      <p className="quiet">{seen.names.join(', ')}</p>
      {seen.remarks.map((remark) => (
        <Status key={remark.sv} tone="next">
          {say(remark)}
        </Status>
      ))}
      <h3>{say(words.days, { n: held })}</h3>
      <SeriesDays days={seen.days} />
      <LetterPaper subject={seen.subject} text={seen.text} />
    </>
  );
}

/** What stands, from today on; else what most groups begin with. */
function usual({ series, today }: SeriesView): SeriesOrder {
  if (series !== null) {
    const { wish, days } = series;
    return { ...wish, from: days[0]?.date ?? today };
  }
  return {
    rhythm: 'fortnight',
    weekday: 2,
    from: today,
    until: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`.replace('-02-29', '-02-28'),
    startTime: '09:00',
    endTime: '10:00',
    place: { kind: 'teams' },
    agenda: 'dayBefore',
  };
}

interface OrderProps {
  readonly title: string;
  readonly view: SeriesView;
  readonly order: SeriesOrder;
  readonly onDone: (order: SeriesOrder) => void;
  readonly onClose: () => void;
}

const rhythms = ['week', 'fortnight', 'month'] as const;
const agendas = [
  ['dayBefore', words.dayBefore],
  ['twoHours', words.twoHours],
  ['none', words.noAgenda],
] as const;

function OrderWindow({ title, view, order, onDone, onClose }: OrderProps) {
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const [place, setPlace] = useState(placeValue(order.place));
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onDone(readOrder(new FormData(event.currentTarget), order));
  }
  return (
    <Window
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(shell.cancel)}</Button>
          <Button appearance="primary" type="submit" form={id}>
            {say(words.preview)}
          </Button>
        </>
      }
    >
      <form id={id} className="form" onSubmit={submit}>
        <div className="field-row">
          <Field label={say(words.rhythm)}>
            <Select name="rhythm" defaultValue={order.rhythm}>
              {rhythms.map((one) => (
                <option key={one} value={one}>
                  {say(words[one])}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={say(words.weekday)}>
            <Select name="weekday" defaultValue={String(order.weekday)}>
              {[1, 2, 3, 4, 5].map((one) => (
                <option key={one} value={one}>
                  {weekdayOf(one, language)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <div className="field-row">
          <Field label={say(words.start)} required>
            <Input type="time" name="startTime" required defaultValue={order.startTime} />
          </Field>
          <Field label={say(words.finish)} required>
            <Input type="time" name="endTime" required defaultValue={order.endTime} />
          </Field>
        </div>
        <div className="field-row">
          <Field label={say(words.from)} required>
            <Input type="date" name="from" required min={view.today} defaultValue={order.from} />
          </Field>
          <Field label={say(words.lastDay)} required>
            <Input type="date" name="until" required min={view.today} defaultValue={order.until} />
          </Field>
        </div>
        <Field label={say(words.place)}>
          <Select name="place" value={place} onChange={(_event, { value }) => setPlace(value)}>
            <option value="teams">{say(words.teams)}</option>
            {view.rooms.map(({ venueId, name, hasMailbox }) => (
              <option key={venueId} value={`room:${venueId}`}>
                {hasMailbox ? name : say(words.noMailbox, { name })}
              </option>
            ))}
            <option value="other">{say(words.otherPlace)}</option>
          </Select>
        </Field>
        {place === 'other' && (
          <Field label={say(words.otherText)} required>
            <Input
              name="otherPlace"
              required
              maxLength={200}
              defaultValue={order.place.kind === 'other' ? order.place.text : ''}
            />
          </Field>
        )}
        <Field label={say(words.agenda)}>
          <Select name="agenda" defaultValue={order.agenda}>
            {agendas.map(([value, name]) => (
              <option key={value} value={value}>
                {say(name)}
              </option>
            ))}
          </Select>
        </Field>
        <p className="quiet">{say(words.leftOutHelp)}</p>
      </form>
    </Window>
  );
}

function placeValue(place: SeriesPlace): string {
  return place.kind === 'room' ? `room:${place.venueId}` : place.kind;
}

function readOrder(form: FormData, before: SeriesOrder): SeriesOrder {
  const place = field(form, 'place');
  return {
    rhythm: rhythms.find((one) => one === field(form, 'rhythm')) ?? before.rhythm,
    weekday: Number(field(form, 'weekday')),
    from: field(form, 'from'),
    until: field(form, 'until'),
    startTime: field(form, 'startTime').slice(0, 5),
    endTime: field(form, 'endTime').slice(0, 5),
    place: readPlace(place, field(form, 'otherPlace')),
    agenda: agendas.find(([value]) => value === field(form, 'agenda'))?.[0] ?? before.agenda,
  };
}

function readPlace(value: string, text: string): SeriesPlace {
  if (value.startsWith('room:')) return { kind: 'room', venueId: value.slice('room:'.length) };
  return value === 'other' ? { kind: 'other', text } : { kind: 'teams' };
}
