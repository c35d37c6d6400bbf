import { Button, Link } from '@fluentui/react-components';
import { Edit20Regular, Open16Regular, Send20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { KitchenView } from '../../../../src/features/kitchen/types.ts';
import type { SessionState } from '../../../../src/features/sessions/types.ts';
import { call, useAct, useRead } from '../../../api.ts';
import { clock } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { DisposedNote } from '../../../parts/disposed-note.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { Section } from '../../../parts/section.tsx';
import { Answered } from '../../../parts/states.tsx';
import { Remark } from '../../../parts/status.tsx';
import { useDone } from '../../../parts/undo.ts';
import { useMay, usePath } from '../../../project.tsx';
import { kitchen as words } from '../../../wording/kitchen.ts';
import { shell } from '../../../wording/shell.ts';
import { LinkActs } from './link-acts.tsx';
import { OrderActs, useKitchenPath } from './order.tsx';
import { DietSummary, FinalState, HeadLine, OrderState } from './numbers.tsx';

// Fetched when they are opened: once or twice in a project.
const AgreementWindow = lazy(async () => ({ default: (await import('./agreement-window.tsx')).AgreementWindow }));
const OrderWindow = lazy(async () => ({ default: (await import('./order-window.tsx')).OrderWindow }));
const FinalWindow = lazy(async () => ({ default: (await import('./order-window.tsx')).FinalWindow }));
const ReviewWindow = lazy(async () => ({ default: (await import('./review-window.tsx')).ReviewWindow }));

/** CAT-01: how many eat, what the kitchen is told, and the order. For those who may see the kitchen alone. */
export function FoodSection({ session }: { session: SessionState }) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const query = useRead<KitchenView>(
    may('kitchen.view') ? path(`/sessions/${encodeURIComponent(session.id)}/kitchen`) : null,
  );
  if (!may('kitchen.view')) return null;
  return (
    <Section title={say(words.title)} intro={say(words.intro)} id="mat">
      <DisposedNote of={['dietary']} />
      <Answered query={query}>
        {(view) =>
          view.sheet.state === 'none' ? (
            <p className="quiet">{say(words.none)}</p>
          ) : (
            <Food session={session} view={view} />
          )
        }
      </Answered>
    </Section>
  );
}

type Opened = 'order' | 'review' | 'agreement' | 'final';

function Food({ session, view }: { session: SessionState; view: KitchenView }) {
  const say = useSay();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const { sheet, order } = view;
  const isPlanned = sheet.state === 'planned';
  return (
    <>
      <div className="food">
        <div className="food-part">
          <HeadLine heads={sheet.numbers.heads} />
          {isPlanned && <Visitors session={session} view={view} />}
          <OrderState view={view} />
          <FinalState sheet={sheet} />
          {isPlanned && (
            <div className="actions">
              <Button
                appearance={order.at === null ? 'primary' : 'secondary'}
                icon={<Send20Regular />}
                onClick={() => setOpened('order')}
              >
                {say(order.at === null ? words.order : words.orderAgain)}
              </Button>
              <OrderActs session={session} view={view} onFinal={() => setOpened('final')} />
            </div>
          )}
        </div>
        <div className="food-part">
          <DietSummary view={view} onReview={() => setOpened('review')} />
        </div>
      </div>
      <h3>{say(words.sheet)}</h3>
      <p className="quiet">{say(words.sheetText)}</p>
      <SheetFacts view={view} />
      <div className="actions">
        {view.url !== null && (
          <Link href={view.url} target="_blank" rel="noopener" className="icon-link">
            {say(words.open)} <Open16Regular aria-hidden />
            <span className="hidden"> ({say(shell.opensOutside)})</span>
          </Link>
        )}
        <LinkActs session={session} url={view.url} />
        <Button icon={<Edit20Regular />} onClick={() => setOpened('agreement')}>
          {say(words.edit)}
        </Button>
      </div>
      {opened === 'order' && (
        <Suspense fallback={null}>
          <OrderWindow session={session} isAgain={order.at !== null} onClose={close} />
        </Suspense>
      )}
      {opened === 'final' && (
        <Suspense fallback={null}>
          <FinalWindow session={session} view={view} onClose={close} />
        </Suspense>
      )}
      {opened === 'review' && (
        <Suspense fallback={null}>
          <ReviewWindow onClose={close} />
        </Suspense>
      )}
      {opened === 'agreement' && (
        <Suspense fallback={null}>
          <AgreementWindow session={session} view={view} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

/** RG-05: speakers who are not counted as participants may eat too; one click counts them. */
function Visitors({
  session,
  view: { agreement, visitingSpeakers: count },
}: {
  session: SessionState;
  view: KitchenView;
}) {
  const say = useSay();
  const path = useKitchenPath(session);
  const messages = useMessages();
  const tell = useDone();
  const put = (extraHeads: number) => call(path(''), { method: 'PUT', body: { ...agreement, extraHeads } });
  const { run, isBusy } = useAct(put);
  if (count <= agreement.extraHeads) return null;
  const include = () =>
    void run(count).then(
      () => tell(say(words.visitorsCounted, { count }), () => put(agreement.extraHeads)),
      messages.failed,
    );
  return (
    <div>
      <Remark tone="next">{say(count === 1 ? words.oneVisitor : words.visitors, { count })}</Remark>
      <Button size="small" disabled={isBusy} onClick={include}>
        {say(words.countVisitors)}
      </Button>
    </div>
  );
}

function SheetFacts({ view: { sheet, orderTo } }: { view: KitchenView }) {
  const say = useSay();
  const language = useLanguage();
  const contact = [sheet.contact.name, sheet.contact.phone].filter((part) => part !== null).join(', ');
  const meals = sheet.meals.map(({ at, title }) => `${clock(at, language)} ${title}`).join(', ');
  const rows = [
    { name: say(words.meals), value: meals },
    { name: say(words.orderTo), value: orderTo ?? say(words.orderToNobody) },
    { name: say(words.contact), value: contact },
    { name: say(words.reference), value: sheet.reference ?? '' },
  ].filter(({ value }) => value !== '');
  return (
    <dl className="facts">
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
