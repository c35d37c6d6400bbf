import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Words } from '../../../src/domain/words.ts';
import type { TimelineEntry } from '../../../src/features/planning/guidance/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { placeOf } from '../../parts/places.ts';
import { useMay, usePath } from '../../project.tsx';
import { milestoneNames, planning as words } from '../../wording/planning.ts';

// Fetched when somebody hands a rule on, or goes on without it.
const OverrideWindow = lazy(async () => ({ default: (await import('./override-window.tsx')).OverrideWindow }));
const RuleTask = lazy(async () => ({ default: (await import('./tasks/rule-task.tsx')).RuleTask }));

/** What is ticked: a milestone of the project's, or a rule's own. */
interface Tick {
  readonly name: string;
  readonly label: Words;
}

/** Rules that are met outside the tool, and what one says has been done. */
const milestonesOf: Readonly<Record<string, readonly (keyof typeof milestoneNames)[]>> = {
  'INV-01': ['invitationSent'],
  'LST-01': ['participantListShared'],
};

function ticksOf({ ruleId, byHand, title }: TimelineEntry): readonly Tick[] {
  if (byHand !== undefined) return [{ name: byHand, label: title }];
  return (milestonesOf[ruleId] ?? []).map((name) => ({ name, label: milestoneNames[name] }));
}

/** The buttons of one rule: go where it is met, say that it is done, or go on anyway with a reason. */
export function RuleActs({ entry, isPlain = false }: { entry: TimelineEntry; isPlain?: boolean }) {
  const say = useSay();
  const may = useMay();
  const [asked, setAsked] = useState<'override' | 'tick' | 'untick' | 'task'>();
  const ticks = ticksOf(entry);
  const canTick = ticks.length > 0 && may('plan.edit');
  const isOpen = entry.state !== 'met' && entry.state !== 'overridden';
  const action = entry.action;
  const place = placeOf(action, entry.sessionId);
  const close = () => setAsked(undefined);
  return (
    <div className="actions rule-acts">
      {place !== undefined && isOpen && (
        <PageLink to={place.to} className={isPlain ? 'button button-primary' : 'button'}>
          {say(place.label)}
        </PageLink>
      )}
      {canTick && isOpen && (
        <Button appearance={isPlain && place === undefined ? 'primary' : 'secondary'} onClick={() => setAsked('tick')}>
          {say(words.tick)}
        </Button>
      )}
      {canTick && entry.state === 'met' && !isPlain && (
        <Button appearance="subtle" onClick={() => setAsked('untick')}>
          {say(words.untick)}
        </Button>
      )}
      {!isPlain && isOpen && may('tasks.edit') && (
        <Button appearance="subtle" onClick={() => setAsked('task')}>
          {say(words.makeTask)}
        </Button>
      )}
      {!isPlain && isOpen && entry.isFinal !== true && may('plan.override') && (
        <Button appearance="subtle" onClick={() => setAsked('override')}>
          {say(words.override)}
        </Button>
      )}
      {asked === 'task' && (
        <Suspense>
          <RuleTask entry={entry} onClose={close} />
        </Suspense>
      )}
      {asked === 'override' && (
        <Suspense>
          <OverrideWindow entry={entry} onClose={close} />
        </Suspense>
      )}
      {asked === 'tick' && <TickWindow entry={entry} ticks={ticks} onClose={close} />}
      {asked === 'untick' && <TickWindow entry={entry} ticks={ticks} isUndo onClose={close} />}
    </div>
  );
}

interface TickProps {
  readonly entry: TimelineEntry;
  readonly ticks: readonly Tick[];
  /** Takes the mark away instead. */
  readonly isUndo?: boolean;
  readonly onClose: () => void;
}

/** Says that something was done outside the tool, and when; or that it was not. */
function TickWindow({ entry, ticks, isUndo = false, onClose }: TickProps) {
  const say = useSay();
  const path = usePath();
  const record = async (form: FormData) => {
    const on = field(form, 'on');
    for (const { name } of ticks.filter((one) => form.has(one.name)))
      await call(path('/milestones'), {
        method: 'POST',
        body: { name, isDone: !isUndo, ...(on === '' ? {} : { on }) },
      });
  };
  return (
    <AskWindow
      title={say(entry.title)}
      actLabel={say(isUndo ? words.untick : words.tick)}
      done={say(isUndo ? words.unticked : words.tickDone)}
      onClose={onClose}
      act={record}
    >
      <p>{say(entry.words)}</p>
      <div>
        {ticks.map(({ name, label }) => (
          <div key={name}>
            <Checkbox name={name} defaultChecked label={say(label)} />
          </div>
        ))}
      </div>
      {!isUndo && (
        <Field label={say(words.tickDay)} hint={say(words.tickHelp)}>
          <Input type="date" name="on" />
        </Field>
      )}
    </AskWindow>
  );
}
