import { Button } from '@fluentui/react-components';
import { Lightbulb20Regular } from '@fluentui/react-icons';
import type { DismissedTip, Tip } from '../../../src/features/today/types.ts';
import { call, useAct } from '../../api.ts';
import { dayMonth, dayOf } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { placeOf } from '../../parts/places.ts';
import { Section } from '../../parts/section.tsx';
import { useMay, usePath } from '../../project.tsx';
import { shell } from '../../wording/shell.ts';
import { today as words } from '../../wording/today.ts';

/** At most three tips; what is put aside can be taken back at once or later. */
export function TipsSection({ tips, dismissed }: { tips: readonly Tip[]; dismissed: readonly DismissedTip[] }) {
  const say = useSay();
  if (tips.length === 0 && dismissed.length === 0) return null;
  return (
    <Section title={say(words.tips)} intro={say(words.tipsText)}>
      {tips.length > 0 && (
        <ul className="rows">
          {tips.map((tip) => (
            <li key={tip.id}>
              <TipRow tip={tip} />
            </li>
          ))}
        </ul>
      )}
      {dismissed.length > 0 && <PutAside dismissed={dismissed} />}
    </Section>
  );
}

function useTips() {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const at = (id: string): string => path(`/today/tips/${encodeURIComponent(id)}/dismissed`);
  const dismissing = useAct((id: string) => call(at(id), { method: 'PUT' }));
  const restoring = useAct((id: string) => call(at(id), { method: 'DELETE' }));
  const restore = (id: string) =>
    void restoring.run(id).then(() => messages.done(say(words.restored)), messages.failed);
  const dismiss = (id: string) =>
    void dismissing.run(id).then(() => messages.done(say(words.dismissed), () => restore(id)), messages.failed);
  return { dismiss, restore, isBusy: dismissing.isBusy || restoring.isBusy };
}

function TipRow({ tip }: { tip: Tip }) {
  const say = useSay();
  const may = useMay();
  const tips = useTips();
  const place = placeOf(tip.action, tip.sessionId);
  const number = tip.sessionNumber;
  const title = say(tip.title);
  return (
    <article className="tip" aria-label={title}>
      <span aria-hidden className="status-icon">
        <Lightbulb20Regular />
      </span>
      <div className="row-text">
        <h3 className="row-title">
          {title}
          {number !== null && <span className="quiet"> · {say(shell.session, { number })}</span>}
        </h3>
        <p>{say(tip.words)}</p>
        <p className="eyebrow">{say(tip.source)}</p>
        <div className="actions">
          <PageLink to={place?.to ?? '/planering#regler'} className="button">
            {say(place?.label ?? words.seeRule)}
          </PageLink>
          {may('plan.edit') && (
            <Button
              appearance="subtle"
              disabled={tips.isBusy}
              aria-label={say(words.notForUsOf, { what: title })}
              onClick={() => tips.dismiss(tip.id)}
            >
              {say(words.notForUs)}
            </Button>
          )}
        </div>
      </div>
    </article>
  );
}

function PutAside({ dismissed }: { dismissed: readonly DismissedTip[] }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const tips = useTips();
  return (
    <details>
      <summary>{say(words.putAside, { n: dismissed.length })}</summary>
      <ul className="rows">
        {dismissed.map(({ id, title, by, at }) => (
          <li key={id} className="row">
            <div className="row-text">
              <p className="row-title">{say(title)}</p>
              <p className="quiet">{say(words.putAsideBy, { by, day: dayMonth(dayOf(at), language) })}</p>
            </div>
            {may('plan.edit') && (
              <Button
                disabled={tips.isBusy}
                aria-label={say(words.restoreOf, { what: say(title) })}
                onClick={() => tips.restore(id)}
              >
                {say(words.restore)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
