import { Button } from '@fluentui/react-components';
import type { Heads, KitchenSheet, KitchenView } from '../../../../src/features/kitchen/types.ts';
import { dayMonth, moment } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Remark, Status } from '../../../parts/status.tsx';
import { useToday } from '../../../project.tsx';
import { kitchen as words } from '../../../wording/kitchen.ts';

/** The number that the kitchen cooks for, and what it is made of. */
export function HeadLine({ heads }: { heads: Heads }) {
  const say = useSay();
  const parts = [
    { count: heads.participants, name: words.participants },
    { count: heads.substitutes, name: words.substitutes },
    { count: heads.colleagues, name: words.colleagues },
    { count: heads.leaders, name: words.leaders },
    { count: heads.extra, name: words.extra },
  ].filter(({ count }) => count > 0);
  return (
    <div>
      <p className="food-count">
        <strong>{heads.total}</strong> {say(words.people)}
      </p>
      <p className="quiet">{parts.map(({ count, name }) => `${count} ${say(name)}`).join(' + ')}</p>
    </div>
  );
}

export function OrderState({ view: { order, sheet } }: { view: KitchenView }) {
  const say = useSay();
  const language = useLanguage();
  const today = useToday() ?? '';
  if (order.at !== null)
    return (
      <Status tone="done">
        {say(order.how === 'mail' ? words.orderedMail : words.orderedHand, { when: moment(order.at, language) })}
      </Status>
    );
  if (sheet.state === 'held') return <Status tone="later">{say(words.notOrderedHeld)}</Status>;
  if (order.lastDay === null) return <Status tone="unknown">{say(words.notOrderedUndated)}</Status>;
  return (
    <Status tone={today > order.lastDay ? 'warning' : 'waiting'}>
      {say(today > order.lastDay ? words.orderLate : words.notOrdered, { day: dayMonth(order.lastDay, language) })}
    </Status>
  );
}

export function FinalState({ sheet: { final, state } }: { sheet: KitchenSheet }) {
  const say = useSay();
  const language = useLanguage();
  if (final.at !== null)
    return (
      <>
        <Status tone="done">{say(words.finalAt, { when: moment(final.at, language) })}</Status>
        {final.changes.length === 0 ? (
          <p className="quiet">{say(words.unchanged)}</p>
        ) : (
          <Remark tone="warning">
            {say(words.changed, {
              changes: final.changes
                .map(({ label, change }) => `${change > 0 ? '+' : '−'}${Math.abs(change)} ${label[language]}`)
                .join(', '),
            })}
          </Remark>
        )}
      </>
    );
  if (final.on === null || state !== 'planned') return null;
  return <Status tone="waiting">{say(words.finalOn, { day: dayMonth(final.on, language) })}</Status>;
}

/** Counts per kind, and the way to the texts that are still to be gone through. */
export function DietSummary({ view, onReview }: { view: KitchenView; onReview: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const { counts, others, severe } = view.sheet.numbers.diet;
  const rows = [
    ...counts.map((one) => ({ name: one.label[language], count: one.count, severe: one.severe })),
    ...others.map((one) => ({ name: say(words.other, one), count: one.count, severe: one.severe })),
  ];
  return (
    <>
      <h3>{say(words.diet)}</h3>
      {rows.length === 0 ? (
        <p className="quiet">{say(words.dietNone)}</p>
      ) : (
        <ul className="diet-list">
          {rows.map((row) => (
            <li key={row.name}>
              <strong>{row.count}</strong> {row.name}
              {row.severe > 0 && <span className="diet-severe">{say(words.severeOf, { n: row.severe })}</span>}
            </li>
          ))}
        </ul>
      )}
      {severe > 0 && <Status tone="late">{say(words.severeCount, { n: severe })}</Status>}
      <div className="actions">
        {view.toReview > 0 ? (
          <>
            <Status tone="next">
              {say(view.toReview === 1 ? words.toReviewOne : words.toReview, { n: view.toReview })}
            </Status>
            <Button onClick={onReview}>{say(words.review)}</Button>
          </>
        ) : (
          rows.length > 0 && (
            <>
              <Status tone="done">{say(words.allReviewed)}</Status>
              <Button appearance="subtle" onClick={onReview}>
                {say(words.reviewAgain)}
              </Button>
            </>
          )
        )}
      </div>
    </>
  );
}
