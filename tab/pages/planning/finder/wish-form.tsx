import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { CalendarSearch20Regular } from '@fluentui/react-icons';
import { useId, useState, type FormEvent } from 'react';
import type { Attendance, DateWish, DateWishForm } from '../../../../src/features/planning/dates/finding/types.ts';
import { dayMonth, weekdayOf } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { field } from '../../../parts/ask.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { useSessionName } from '../../../parts/session-name.ts';
import { finder as words } from '../../../wording/finder.ts';

const attendances: readonly Attendance[] = ['must', 'should', 'no'];
const mostWeeksApart = 10;
const workingDays = [1, 2, 3, 4, 5];

interface WishFormProps {
  readonly form: DateWishForm;
  readonly isBusy: boolean;
  readonly hasSearched: boolean;
  readonly onSearch: (wish: DateWish) => void;
}

export function WishForm({ form, isBusy, hasSearched, onSearch }: WishFormProps) {
  const say = useSay();
  const id = useId();
  const [objective, setObjective] = useState(form.wish.objective);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const answers = new FormData(event.currentTarget);
    const all = (name: string): readonly string[] => answers.getAll(name).map(String);
    onSearch({
      ...timesIn(answers),
      sessions: form.sessions.map((session) => session.id).filter((one) => all('session').includes(one)),
      venues: all('venue'),
      people: Object.fromEntries(form.people.map((person) => [person.id, attendanceIn(answers, person.id)])),
      objective,
    });
  }
  return (
    <form id={id} className="form finder-form" onSubmit={submit}>
      <Times wish={form.wish} />
      <div className="finder-groups">
        <Weekdays chosen={form.wish.weekdays} />
        <Sessions form={form} />
      </div>
      <Venues form={form} />
      <People form={form} />
      <div className="finder-act">
        <Choices
          label={say(words.objective)}
          chosen={objective}
          onChoose={setObjective}
          choices={[
            { value: 'leastCost', name: say(words.leastCost) },
            { value: 'mostPresent', name: say(words.mostPresent) },
          ]}
        />
        <Button appearance="primary" type="submit" icon={<CalendarSearch20Regular />} disabled={isBusy}>
          {say(hasSearched ? words.again : words.search)}
        </Button>
      </div>
    </form>
  );
}

function attendanceIn(answers: FormData, personId: string): Attendance {
  const said = field(answers, `person ${personId}`);
  return attendances.find((one) => one === said) ?? 'no';
}

/** What of the answers is about when. */
export function timesIn(answers: FormData) {
  return {
    from: field(answers, 'from'),
    until: field(answers, 'until'),
    startTime: field(answers, 'startTime'),
    endTime: field(answers, 'endTime'),
    weeksApart: Number(field(answers, 'weeksApart')),
    weekdays: answers.getAll('weekday').map(Number),
  };
}

type TimesWish = Pick<DateWish, 'from' | 'until' | 'startTime' | 'endTime' | 'weeksApart'>;

export function Times({ wish }: { wish: TimesWish }) {
  const say = useSay();
  return (
    <div className="field-row">
      <Field label={say(words.from)}>
        <Input type="date" name="from" defaultValue={wish.from} required />
      </Field>
      <Field label={say(words.until)}>
        <Input type="date" name="until" defaultValue={wish.until} required />
      </Field>
      <Field label={say(words.start)}>
        <Input type="time" name="startTime" defaultValue={wish.startTime} required />
      </Field>
      <Field label={say(words.end)}>
        <Input type="time" name="endTime" defaultValue={wish.endTime} required />
      </Field>
      <Field label={say(words.weeksApart)}>
        <Select name="weeksApart" defaultValue={String(wish.weeksApart)}>
          {Array.from({ length: mostWeeksApart }, (_week, index) => (
            <option key={index} value={index + 1}>
              {index + 1}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

export function Weekdays({ chosen }: { chosen: readonly number[] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <fieldset className="ticks">
      <legend>{say(words.weekdays)}</legend>
      {workingDays.map((day) => (
        <Checkbox
          key={day}
          name="weekday"
          value={String(day)}
          label={weekdayOf(day, language)}
          defaultChecked={chosen.includes(day)}
        />
      ))}
    </fieldset>
  );
}

function Sessions({ form }: { form: DateWishForm }) {
  const say = useSay();
  const language = useLanguage();
  const nameOf = useSessionName();
  return (
    <fieldset className="ticks">
      <legend>{say(words.sessions)}</legend>
      {form.sessions.map(({ id, number, date }) => {
        const name = nameOf(id, number);
        const label = date === null ? name : say(words.sessionNow, { name, day: dayMonth(date, language) });
        return (
          <Checkbox key={id} name="session" value={id} label={label} defaultChecked={form.wish.sessions.includes(id)} />
        );
      })}
    </fieldset>
  );
}

function Venues({ form }: { form: DateWishForm }) {
  const say = useSay();
  if (form.venues.length === 0) return null;
  return (
    <details>
      <summary>{say(words.venues, { n: form.venues.length })}</summary>
      <div className="ticks">
        {form.venues.map(({ id, name, city, capacity, hasCalendar }) => {
          const more = [
            ...(city === '' ? [] : [city]),
            ...(capacity === null ? [] : [say(words.seats, { n: capacity })]),
            ...(hasCalendar ? [] : [say(words.noCalendar)]),
          ];
          return (
            <Checkbox
              key={id}
              name="venue"
              value={id}
              label={more.length === 0 ? name : `${name} (${more.join(', ')})`}
              defaultChecked={form.wish.venues.includes(id)}
            />
          );
        })}
      </div>
    </details>
  );
}

function People({ form }: { form: DateWishForm }) {
  const say = useSay();
  return (
    <details>
      <summary>{say(words.people, { n: form.people.length })}</summary>
      <p className="quiet">{say(words.peopleHelp)}</p>
      <div className="finder-people">
        {form.people.map(({ id, name, role }) => (
          <Field key={id} label={`${name}, ${say(role)}`} orientation="horizontal">
            <Select name={`person ${id}`} defaultValue={form.wish.people[id] ?? 'no'}>
              {attendances.map((one) => (
                <option key={one} value={one}>
                  {say(one === 'no' ? words.uncounted : words[one])}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </details>
  );
}
