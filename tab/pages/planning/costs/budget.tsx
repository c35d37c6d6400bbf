import { Button } from '@fluentui/react-components';
import { Add20Regular, Delete20Regular, Edit20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CostsView, LineView } from '../../../../src/features/costs/types.ts';
import { call, useAct } from '../../../api.ts';
import { dayMonth } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { Figure, Section } from '../../../parts/section.tsx';
import { Remark, Status } from '../../../parts/status.tsx';
import { useDone } from '../../../parts/undo.ts';
import { useMay, usePath, useProject } from '../../../project.tsx';
import { costKinds, costs as words } from '../../../wording/costs.ts';
import { AgreeWindow } from './agree-window.tsx';
import { LineWindow, wishOf } from './line-window.tsx';
import { kronor } from './money.ts';

export function BudgetSection({ view }: { view: CostsView }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { budget, expected, spent } = view.total;
  const left = budget - expected;
  const isCounted = view.lines.some(({ portions }) => portions !== null);
  return (
    <Section
      id="budget"
      title={say(words.title)}
      intro={say(words.intro)}
      acts={
        may('costs.edit') && (
          <Button icon={<Add20Regular />} onClick={() => setAdding(true)}>
            {say(words.add)}
          </Button>
        )
      }
    >
      {view.warnings.map((one) => (
        <Remark key={one.sv} tone="warning">
          {say(one)}
        </Remark>
      ))}
      {view.lines.length === 0 ? (
        <p className="quiet">{say(may('costs.edit') ? words.none : words.noneShort)}</p>
      ) : (
        <>
          <dl className="figures">
            <Figure value={kronor(budget, language)} label={say(words.set)} />
            <Figure value={kronor(expected, language)} label={say(words.expected)} />
            <Figure value={kronor(spent, language)} label={say(words.spent)} />
            <Figure value={kronor(Math.abs(left), language)} label={say(left < 0 ? words.over : words.left)} />
          </dl>
          {isCounted && view.countedFrom === 'maximum' && <p className="quiet">{say(words.byMost)}</p>}
          <ul className="rows">
            {view.lines.map((line) => (
              <li key={line.id} className="row">
                <LineRow line={line} view={view} />
              </li>
            ))}
          </ul>
        </>
      )}
      {isAdding && <LineWindow view={view} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function LineRow({ line, view }: { line: LineView; view: CostsView }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const { sessions } = useProject().plan;
  const [opened, setOpened] = useState<'change' | 'agree'>();
  const remove = useRemove();
  const named = { what: line.text };
  const number = sessions.find(({ id }) => id === line.sessionId)?.number;
  const sums = { expected: kronor(line.expected, language), budget: kronor(line.budget, language) };
  const isPlain = line.outcome === null && line.perPortion === null;
  const standing = isPlain ? words.only : line.outcome === null ? words.ofBudget : words.cost;
  const about = [
    say(costKinds[line.kind]),
    number === undefined ? say(words.wholeProject) : say(words.session, { number }),
    ...(line.portions === null || line.perPortion === null
      ? []
      : [say(words.portions, { n: line.portions, price: kronor(line.perPortion, language) })]),
  ];
  return (
    <>
      <div className="row-text">
        <p className="row-title">{line.text}</p>
        <p className="quiet">{about.join(' · ')}</p>
        <p>{say(standing, sums)}</p>
        {line.isOver && (
          <Status tone="warning">{say(words.isOver, { sum: kronor(line.expected - line.budget, language) })}</Status>
        )}
        <Yes line={line} />
      </div>
      {may('costs.edit') && (
        <div className="actions">
          {line.needsAgreement && line.agreement === null && (
            <Button size="small" aria-label={say(words.agreeOf, named)} onClick={() => setOpened('agree')}>
              {say(words.agree)}
            </Button>
          )}
          <Button
            appearance="subtle"
            icon={<Edit20Regular />}
            aria-label={say(words.changeOf, named)}
            title={say(words.changeOf, named)}
            onClick={() => setOpened('change')}
          />
          <Button
            appearance="subtle"
            icon={<Delete20Regular />}
            aria-label={say(words.removeOf, named)}
            title={say(words.removeOf, named)}
            disabled={remove.isBusy}
            onClick={() => remove.run(line)}
          />
        </div>
      )}
      {opened === 'change' && <LineWindow line={line} view={view} onClose={() => setOpened(undefined)} />}
      {opened === 'agree' && <AgreeWindow line={line} today={view.today} onClose={() => setOpened(undefined)} />}
    </>
  );
}

/** CST-03: whether the working group has said yes to what costs. */
function Yes({ line }: { line: LineView }) {
  const say = useSay();
  const language = useLanguage();
  if (!line.needsAgreement) return null;
  if (line.agreement === null) return <Status tone="waiting">{say(words.needsYes)}</Status>;
  const { by, on } = line.agreement;
  return <Status tone="done">{say(words.agreed, { by, day: dayMonth(on, language) })}</Status>;
}

function useRemove() {
  const say = useSay();
  const path = usePath();
  const tell = useDone();
  const messages = useMessages();
  const base = (id: string) => path(`/costs/lines/${encodeURIComponent(id)}`);
  const removing = useAct((id: string) => call(base(id), { method: 'DELETE' }));
  const bringBack = async (line: LineView) => {
    await call(base(line.id), { method: 'PUT', body: wishOf(line) });
    const { agreement } = line;
    if (agreement !== null) await call(`${base(line.id)}/agreement`, { method: 'PUT', body: { agreement } });
  };
  const run = (line: LineView): void =>
    void removing.run(line.id).then(
      () => tell(say(words.removed, { what: line.text }), () => bringBack(line)),
      (cause: unknown) => messages.failed(cause),
    );
  return { run, isBusy: removing.isBusy };
}
