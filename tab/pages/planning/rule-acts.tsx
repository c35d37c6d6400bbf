import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { TimelineEntry } from '../../../src/features/planning/guidance/types.ts';
import { useSay } from '../../language.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { placeOf } from '../../parts/places.ts';
import { useMay } from '../../project.tsx';
import { milestoneNames, planning as words } from '../../wording/planning.ts';
import type { Tick } from './tick-window.tsx';

// Fetched when somebody hands a rule on, goes on without it or says that it is done.
const OverrideWindow = lazy(async () => ({ default: (await import('./override-window.tsx')).OverrideWindow }));
const TickWindow = lazy(async () => ({ default: (await import('./tick-window.tsx')).TickWindow }));
const RuleTask = lazy(async () => ({ default: (await import('./tasks/rule-task.tsx')).RuleTask }));

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
      <Suspense>
        {asked === 'task' && <RuleTask entry={entry} onClose={close} />}
        {asked === 'override' && <OverrideWindow entry={entry} onClose={close} />}
        {asked === 'tick' && <TickWindow entry={entry} ticks={ticks} onClose={close} />}
        {asked === 'untick' && <TickWindow entry={entry} ticks={ticks} isUndo onClose={close} />}
      </Suspense>
    </div>
  );
}
