import { Button } from '@fluentui/react-components';
import type { ComingReminder, RemindersView, Switch } from '../../../../src/features/reminders/types.ts';
import { call, useAct, useRead } from '../../../api.ts';
import { dayMonth, listDate } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { Section } from '../../../parts/section.tsx';
import { Answered } from '../../../parts/states.tsx';
import { Status } from '../../../parts/status.tsx';
import { useDone } from '../../../parts/undo.ts';
import { useMay, usePath } from '../../../project.tsx';
import { reminders as words } from '../../../wording/reminders.ts';

/** What the tool tells of by itself, with a switch each, and what comes next. */
export function RemindersSection() {
  const say = useSay();
  const language = useLanguage();
  const query = useRead<RemindersView>(usePath()('/reminders'));
  return (
    <Section id="paminnelser" title={say(words.title)} intro={say(words.intro)}>
      <Answered query={query}>
        {(view) => (
          <>
            {!view.hasPlanningChat && <p className="quiet">{say(words.noChat)}</p>}
            <ul className="rows">
              <li className="row">
                <SwitchRow name="reminders" isOn={view.reminders} text={say(words.remindersText)} />
              </li>
              <li className="row">
                <SwitchRow
                  name="weekly"
                  isOn={view.weekly}
                  text={`${say(words.weeklyText)}${
                    view.nextWeeklyOn === null
                      ? ''
                      : ` ${say(words.weeklyNext, { day: dayMonth(view.nextWeeklyOn, language) })}`
                  }`}
                />
              </li>
            </ul>
            {view.reminders && <ComingList coming={view.coming} />}
          </>
        )}
      </Answered>
    </Section>
  );
}

function SwitchRow({ name, isOn, text }: { name: Switch; isOn: boolean; text: string }) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const tell = useDone();
  const messages = useMessages();
  const title = say(words[name]);
  const put = (on: boolean) => call(path('/reminders'), { method: 'PUT', body: { name, isOn: on } });
  const flip = useAct(() => put(!isOn));
  return (
    <>
      <div className="row-text">
        <p className="row-title">{title}</p>
        <p className="quiet">{text}</p>
        <Status tone={isOn ? 'done' : 'later'}>{say(isOn ? words.on : words.off)}</Status>
      </div>
      {may('plan.edit') && (
        <div className="actions">
          <Button
            size="small"
            aria-label={`${say(isOn ? words.turnOff : words.turnOn)}: ${title}`}
            disabled={flip.isBusy}
            onClick={() =>
              void flip.run(undefined).then(
                () => tell(say(isOn ? words.turnedOff : words.turnedOn, { name: title }), () => put(isOn)),
                (cause: unknown) => messages.failed(cause),
              )
            }
          >
            {say(isOn ? words.turnOff : words.turnOn)}
          </Button>
        </div>
      )}
    </>
  );
}

function ComingList({ coming }: { coming: readonly ComingReminder[] }) {
  const say = useSay();
  const language = useLanguage();
  if (coming.length === 0) return <p className="quiet">{say(words.none)}</p>;
  return (
    <>
      <h3>{say(words.next)}</h3>
      <ul className="rows">
        {coming.map(({ on, stage, title, sessionNumber, dueOn, to }) => (
          <li key={`${on} ${title.sv} ${sessionNumber ?? ''}`} className="row">
            <div className="row-text">
              <p className="row-title">
                {sessionNumber === null ? say(title) : say(words.session, { number: sessionNumber, title: say(title) })}
              </p>
              <p className="quiet">
                <time dateTime={on}>{listDate(on, language)}</time>, {say(words.line, { to })},{' '}
                {say(words[stage], { due: dayMonth(dueOn, language) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
