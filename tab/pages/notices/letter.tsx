import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { MailingView } from '../../../src/features/mailings/types.ts';
import { ApiProblem, call, useRead } from '../../api.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { ConfirmWindow } from '../../parts/confirm.tsx';
import { LOOK_OFTEN_MS } from '../../parts/leaving.tsx';
import { LookAtLinks } from '../../parts/link-look.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useMay, usePath, useProject } from '../../project.tsx';
import { mailings as words } from '../../wording/mailings.ts';
import { Due, LetterStatus } from './letters.tsx';
import { LetterOf, Looks } from './looks.tsx';
import { Needs } from './needs.tsx';
import { OwnWordsSection, type Unsaved } from './own-words.tsx';
import { Recipients } from './recipients.tsx';
import { Latest, LetterLog } from './sendings.tsx';

/** One letter under its own address: who gets it, how it looks, what it needs, and the yes. */
export function LetterPage({ id }: { id: string }) {
  const path = usePath();
  const query = useRead<MailingView>(path(`/mailings/${encodeURIComponent(id)}`), LOOK_OFTEN_MS);
  const isUnknown = query.error instanceof ApiProblem && query.error.reason === 'mailingUnknown';
  if (isUnknown) return <Empty title={words.notFoundTitle} text={words.notFound} />;
  return <Answered query={query}>{(view) => <Letter key={view.id} view={view} />}</Answered>;
}

function Letter({ view }: { view: MailingView }) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  // Nothing chosen by hand: those who lack it, also when they change.
  const [byHand, setByHand] = useState<readonly string[]>();
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  const onUnsaved = useCallback<Unsaved>((slot, isUnsaved) => {
    setUnsaved((before) => new Set([...[...before].filter((one) => one !== slot), ...(isUnsaved ? [slot] : [])]));
  }, []);
  const known = new Set(view.recipients.map(({ id }) => id));
  const selected = byHand === undefined ? view.selected : byHand.filter((id) => known.has(id));
  return (
    <div className="stack">
      <header className="detail-head">
        <h2>{say(view.name)}</h2>
        <p>{say(view.purpose)}</p>
        <p>
          <LetterStatus mailing={view} />
        </p>
        {view.state !== 'sent' && <Due mailing={view} />}
      </header>
      <Latest view={view} />
      {view.template === 'invitation' && view.state !== 'sent' && (
        <LookAtLinks at={may('notices.send') ? path('/invitation/link') : null} />
      )}
      <div className="letter-columns">
        <div className="stack">
          <Needs view={view} />
          <Recipients view={view} selected={selected} onSelect={setByHand} />
          <OwnWordsSection view={view} onUnsaved={onUnsaved} />
        </div>
        <div className="stack">
          <Looks view={view} selected={selected} />
        </div>
      </div>
      <SendBar
        view={view}
        selected={selected}
        isByHand={byHand !== undefined}
        isUnsaved={unsaved.size > 0}
        onSent={() => setByHand(undefined)}
      />
      <LetterLog view={view} />
    </div>
  );
}

interface SendBarProps {
  readonly view: MailingView;
  readonly selected: readonly string[];
  readonly isByHand: boolean;
  /** Own words that would not be in the letter. */
  readonly isUnsaved: boolean;
  readonly onSent: () => void;
}

/** The yes, always in sight while there is something to say yes to. */
function SendBar({ view, selected, isByHand, isUnsaved, onSent }: SendBarProps) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const isManual = useProject().plan.project.delivery === 'manual';
  const [isOpen, setOpen] = useState(false);
  // Nobody is left: it has gone to all, or there is nobody yet.
  if (view.recipients.length === 0 && (view.state === 'sent' || view.hinders.length === 0)) return null;
  const canSend = may('notices.send') && view.hinders.length === 0 && selected.length > 0 && !isUnsaved;
  const why = !may('notices.send')
    ? say(words.mayNotSend)
    : view.hinders.length > 0
      ? [...new Set(view.hinders.map((one) => one[language]))].join(' ')
      : selected.length === 0
        ? say(words.chooseSome)
        : isUnsaved
          ? say(words.unsavedHinders)
          : '';
  return (
    <div className="send-bar">
      {why !== '' && (
        <MessageBar intent={view.hinders.length > 0 ? 'warning' : 'info'} layout="multiline">
          <MessageBarBody>{why}</MessageBarBody>
        </MessageBar>
      )}
      {may('notices.send') && (
        <Button
          appearance="primary"
          size="large"
          icon={<Send20Regular />}
          disabled={!canSend}
          onClick={() => setOpen(true)}
        >
          {say(isManual ? words.prepareTo : words.sendTo, { n: selected.length })}
        </Button>
      )}
      {isOpen && (
        <SendWindow
          view={view}
          {...(isByHand && view.canSelect ? { selection: selected } : {})}
          onSent={onSent}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

interface SendWindowProps {
  readonly view: MailingView;
  readonly selection?: readonly string[];
  readonly onSent: () => void;
  readonly onClose: () => void;
}

function SendWindow({ view, selection, onSent, onClose }: SendWindowProps) {
  const say = useSay();
  const path = usePath();
  const isManual = useProject().plan.project.delivery === 'manual';
  const base = path(`/mailings/${encodeURIComponent(view.id)}`);
  const chosen = selection === undefined ? {} : { selection };
  const seconds = view.graceSeconds;
  const grace =
    seconds % 60 === 0
      ? say(seconds === 60 ? { sv: '1 minut', en: '1 minute' } : { sv: '{n} minuter', en: '{n} minutes' }, {
          n: seconds / 60,
        })
      : say({ sv: '{n} sekunder', en: '{n} seconds' }, { n: seconds });
  return (
    <ConfirmWindow<MailingView>
      title={say(isManual ? words.prepareTitle : words.sendTitle, { name: say(view.name) })}
      preview={() => call(`${base}/preview`, { method: 'POST', body: chosen })}
      confirm={async ({ textVersion, recipientCount }) => {
        await call(`${base}/send`, { method: 'POST', body: { textVersion, recipientCount, ...chosen } });
        onSent();
      }}
      confirmLabel={say(isManual ? words.prepare : words.send)}
      done={({ recipientCount }) => say(isManual ? words.prepareDone : words.sendDone, { n: recipientCount })}
      onClose={onClose}
    >
      {(seen) => {
        const first = seen.recipients.find(({ id }) => seen.selected.includes(id));
        return (
          <>
            <p>{say(isManual ? words.prepareText : words.sendText, { grace })}</p>
            {first !== undefined && (
              <>
                <p className="quiet">{say(words.sendSample, { name: first.name })}</p>
                <LetterOf mailing={seen.id} version={seen.textVersion} recipientId={first.id} form="text" />
              </>
            )}
          </>
        );
      }}
    </ConfirmWindow>
  );
}
