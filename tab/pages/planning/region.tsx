import { Button } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { RegionView, ShownPeriod } from '../../../src/features/planning/region/types.ts';
import { call, useAct, useRead } from '../../api.ts';
import { listDate, moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Section } from '../../parts/section.tsx';
import { Answered } from '../../parts/states.tsx';
import { Status } from '../../parts/status.tsx';
import { useDone } from '../../parts/undo.ts';
import { useMay, usePath } from '../../project.tsx';
import { region as words } from '../../wording/region.ts';
import { RegionWindow } from './region-window.tsx';

/** The times of the year when people in the region are away: what the warnings and the last days are made from. */
export function RegionSection() {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const query = useRead<RegionView>(path('/region'));
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      id="borta"
      title={say(words.title)}
      intro={say(words.intro)}
      acts={
        may('plan.edit') && (
          <Button icon={<Add20Regular />} onClick={() => setAdding(true)}>
            {say(words.add)}
          </Button>
        )
      }
    >
      <Answered query={query}>
        {({ periods, removed }) => (
          <>
            <ul className="rows">
              {periods.map((period) => (
                <li key={period.id} className="row">
                  <PeriodRow period={period} />
                </li>
              ))}
            </ul>
            {removed.length > 0 && <RemovedPeriods periods={removed} />}
            {isAdding && <RegionWindow taken={[...periods, ...removed]} onClose={() => setAdding(false)} />}
          </>
        )}
      </Answered>
    </Section>
  );
}

function PeriodRow({ period }: { period: ShownPeriod }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const tell = useDone();
  const [isChanging, setChanging] = useState(false);
  const base = path(`/region/${encodeURIComponent(period.id)}`);
  const remove = useAct(() => call(base, { method: 'DELETE' }));
  const restore = useAct(() => call(`${base}/restore`, { method: 'POST' }));
  const named = { name: say(period.words) };
  const when = useWhen(period);
  const { changed } = period;
  return (
    <>
      <div className="row-text">
        <p className="row-title">
          {capital(named.name)}
          {period.where.sv !== '' && <span className="quiet"> · {say(period.where)}</span>}
        </p>
        <p>{when}</p>
        <Status tone={period.strength === 'warning' ? 'warning' : 'later'}>
          {say(period.strength === 'warning' ? words.many : words.some)}
        </Status>
        {period.source.sv !== '' && <p className="quiet">{say(words.sourceOf, { source: say(period.source) })}</p>}
        {changed !== null && (
          <p className="quiet">{say(words.changedBy, { by: changed.by, when: moment(changed.at, language) })}</p>
        )}
      </div>
      {may('plan.edit') && (
        <div className="actions">
          <Button size="small" aria-label={say(words.editOf, named)} onClick={() => setChanging(true)}>
            {say(words.edit)}
          </Button>
          {period.origin === 'changed' && (
            <Button
              size="small"
              disabled={restore.isBusy}
              onClick={() =>
                void restore.run(undefined).then(
                  () => messages.done(say(words.restored, named)),
                  (cause: unknown) => messages.failed(cause),
                )
              }
            >
              {say(words.restore)}
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            aria-label={`${say(words.remove)}: ${named.name}`}
            disabled={remove.isBusy}
            onClick={() =>
              void remove.run(undefined).then(
                () => tell(say(words.removed, named), () => bringBack(base, period)),
                (cause: unknown) => messages.failed(cause),
              )
            }
          >
            {say(words.remove)}
          </Button>
        </div>
      )}
      {isChanging && <RegionWindow period={period} taken={[]} onClose={() => setChanging(false)} />}
    </>
  );
}

/** As it stood a moment ago: what the region had changed is written again, since bringing back starts from the beginning. */
function bringBack(base: string, { origin, words: named, where, when, strength, source }: ShownPeriod) {
  if (origin !== 'changed') return call(`${base}/restore`, { method: 'POST' });
  const body = { name: named.sv, where: where.sv, when, strength, source: source.sv };
  return call(base, { method: 'PUT', body });
}

function RemovedPeriods({ periods }: { periods: readonly ShownPeriod[] }) {
  const say = useSay();
  return (
    <details>
      <summary>{say(words.removedOnes, { count: periods.length })}</summary>
      <ul className="rows">
        {periods.map((period) => (
          <li key={period.id} className="row">
            <RemovedRow period={period} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function RemovedRow({ period }: { period: ShownPeriod }) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const back = useAct(() => call(path(`/region/${encodeURIComponent(period.id)}/restore`), { method: 'POST' }));
  const named = { name: say(period.words) };
  return (
    <>
      <div className="row-text">
        <p className="row-title">{capital(named.name)}</p>
        <p className="quiet">{useWhen(period)}</p>
      </div>
      {may('plan.edit') && (
        <Button
          size="small"
          aria-label={`${say(words.back)}: ${named.name}`}
          disabled={back.isBusy}
          onClick={() =>
            void back.run(undefined).then(
              () => messages.done(say(words.broughtBack, named)),
              (cause: unknown) => messages.failed(cause),
            )
          }
        >
          {say(words.back)}
        </Button>
      )}
    </>
  );
}

function useWhen({ when }: ShownPeriod): string {
  const say = useSay();
  const language = useLanguage();
  if (when.kind === 'rule') return say(words.ruleOf);
  if (when.kind === 'weeks') return say(words.weeksOf, { weeks: when.weeks.join(', ') });
  return say(words.datesOf, { from: listDate(when.from, language), to: listDate(when.to, language) });
}

/** A name stands within a sentence elsewhere, and begins a row here. */
function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
