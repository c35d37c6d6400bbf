import { Button, Checkbox } from '@fluentui/react-components';
import { ArrowDownload20Regular, Copy20Regular, Mail20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { DeliveryView } from '../../src/features/meetings/delivery/types.ts';
import type { HandItem, HandList } from '../../src/features/notices/by-hand/types.ts';
import { call, download, useAct, useRead } from '../api.ts';
import { moment } from '../format.ts';
import { useLanguage, useSay } from '../language.tsx';
import { ConfirmWindow } from '../parts/confirm.tsx';
import { useMessages } from '../parts/messages.tsx';
import { Section } from '../parts/section.tsx';
import { Answered } from '../parts/states.tsx';
import { Status } from '../parts/status.tsx';
import { useDone } from '../parts/undo.ts';
import { useMay, usePath } from '../project.tsx';
import { byHand as words } from '../wording/by-hand.ts';

/** who sends, and what a person has to send before the tool may. */
export function ByHand() {
  const path = usePath();
  const query = useRead<DeliveryView | null>(path('/delivery'));
  return <Answered query={query}>{(view) => (view === null ? null : <Delivery view={view} />)}</Answered>;
}

function Delivery({ view }: { view: DeliveryView }) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const [isOpen, setOpen] = useState(false);
  const isManual = view.delivery === 'manual';
  const change = say(isManual ? words.toGraph : words.toManual);
  return (
    <>
      {isManual && may('notices.send') && <HandSection />}
      <Section
        title={say(words.title)}
        acts={may('notices.send') && <Button onClick={() => setOpen(true)}>{change}</Button>}
      >
        <Status tone={isManual ? 'overridden' : 'done'}>{say(isManual ? words.manual : words.graph)}</Status>
        {isManual && <p className="quiet">{say(words.manualText)}</p>}
        {isOpen && (
          <ConfirmWindow<DeliveryView['change']>
            title={change}
            preview={async () => (await call<DeliveryView>(path('/delivery'))).change}
            confirm={({ to, textVersion, recipientCount }) =>
              call(path('/delivery'), { method: 'POST', body: { to, textVersion, recipientCount } })
            }
            confirmLabel={change}
            done={() => say(isManual ? words.nowGraph : words.nowManual)}
            onClose={() => setOpen(false)}
            showCount={false}
          >
            {({ lines }) => (
              <ul>
                {lines.map((line) => (
                  <li key={line.sv}>{say(line)}</li>
                ))}
              </ul>
            )}
          </ConfirmWindow>
        )}
      </Section>
    </>
  );
}

function HandSection() {
  const path = usePath();
  const query = useRead<HandList>(path('/by-hand'));
  return <Answered query={query}>{(list) => <Lists list={list} />}</Answered>;
}

function Lists({ list }: { list: HandList }) {
  const say = useSay();
  return (
    <Section title={say(words.list, { n: list.waiting.length })} intro={say(words.listText)}>
      {list.waiting.length === 0 ? (
        <Status tone="done">{say(words.nothing)}</Status>
      ) : (
        <ul className="rows">
          {groupsOf(list.waiting).map((group) => (
            <Group key={group.flatMap(({ ids }) => ids).join()} items={group} />
          ))}
        </ul>
      )}
      {list.sent.length > 0 && (
        <details>
          <summary>{say(words.done, { n: list.sent.length })}</summary>
          <ul className="rows">
            {list.sent.map((item) => (
              <li key={item.ids.join()} className="row">
                <Sent item={item} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

/** From so many on, mails that differ only in who gets them stand behind one line. */
const manyMails = 3;

/** A calendar file is one person's own, so a session makes as many mails as it has people: kept together by subject. */
function groupsOf(items: readonly HandItem[]): readonly (readonly HandItem[])[] {
  const bySubject = Map.groupBy(items, ({ isPersonal, subject, ids }) => (isPersonal ? subject : ids.join()));
  return [...bySubject.values()].flatMap((group) => (group.length < manyMails ? group.map((item) => [item]) : [group]));
}

function Group({ items }: { items: readonly HandItem[] }) {
  const say = useSay();
  const tick = useTick(true);
  const [first] = items;
  if (first === undefined) return null;
  if (items.length === 1)
    return (
      <li className="row">
        <Waiting item={first} />
      </li>
    );
  return (
    <li className="row">
      <div className="row-text">
        <p className="row-title break">{first.subject}</p>
        <p className="quiet">{say(words.oneEach, { n: items.length })}</p>
        <details>
          <summary>{say(words.showMails, { n: items.length })}</summary>
          <ul className="rows">
            {items.map((item) => (
              <li key={item.ids.join()} className="row">
                <Waiting item={item} />
              </li>
            ))}
          </ul>
        </details>
      </div>
      <Checkbox
        label={say(words.allSent)}
        aria-label={say(words.allSentOf, { subject: first.subject, n: items.length })}
        checked={false}
        disabled={tick.isBusy}
        onChange={() => tick.run(items.flatMap(({ ids }) => ids))}
      />
    </li>
  );
}

function toText({ recipients }: HandItem): string {
  const [first] = recipients;
  return recipients.length === 1 && first !== undefined
    ? `${first.name} <${first.address}>`
    : String(recipients.length);
}

function useTick(isSent: boolean) {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const done = useDone();
  const put = (ids: readonly string[], to: boolean) =>
    call(path('/by-hand'), { method: 'POST', body: { ids, isSent: to } });
  const act = useAct((ids: readonly string[]) => put(ids, isSent));
  return {
    isBusy: act.isBusy,
    run: (ids: readonly string[]) =>
      void act
        .run(ids)
        .then(
          () => (isSent ? done(say(words.ticked), () => put(ids, false)) : done(say(words.unticked))),
          messages.failed,
        ),
  };
}

function Waiting({ item }: { item: HandItem }) {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const tick = useTick(true);
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(() => messages.done(say(words.copied)), messages.failed);
  const addresses = item.recipients.map(({ address }) => address).join('; ');
  const fetchFile = (name: string) =>
    void download(path(`/by-hand/${encodeURIComponent(item.ids[0] ?? '')}/file`), name).then(
      () => messages.done(say(words.fetched)),
      messages.failed,
    );
  return (
    <>
      <div className="row-text">
        <p className="row-title break">{item.subject}</p>
        <p className="quiet break">
          {item.recipients.length === 1
            ? `${say(words.to)}: ${toText(item)}`
            : `${say(words.bcc, { n: item.recipients.length })}: ${addresses}`}
        </p>
        {item.isPersonal && <p className="quiet">{say(words.personal)}</p>}
        <details>
          <summary>{say(words.showText)}</summary>
          <div className="letter">
            <div className="letter-text">{item.text}</div>
          </div>
        </details>
        <div className="actions">
          {item.mailto !== null && (
            <Button as="a" href={item.mailto} icon={<Mail20Regular />}>
              {say(words.open)}
            </Button>
          )}
          {item.file !== null && (
            <Button icon={<ArrowDownload20Regular />} onClick={() => fetchFile(item.file ?? '')}>
              {say(words.file)}
            </Button>
          )}
          <Button appearance="subtle" icon={<Copy20Regular />} onClick={() => copy(addresses)}>
            {say(words.copyTo)}
          </Button>
          <Button appearance="subtle" icon={<Copy20Regular />} onClick={() => copy(item.subject)}>
            {say(words.copySubject)}
          </Button>
          <Button appearance="subtle" icon={<Copy20Regular />} onClick={() => copy(item.text)}>
            {say(words.copyText)}
          </Button>
        </div>
      </div>
      <Checkbox
        label={say(words.sent)}
        aria-label={say(words.tickOf, { subject: item.subject, to: toText(item) })}
        checked={false}
        disabled={tick.isBusy}
        onChange={() => tick.run(item.ids)}
      />
    </>
  );
}

function Sent({ item }: { item: HandItem }) {
  const say = useSay();
  const language = useLanguage();
  const untick = useTick(false);
  const when = item.sentAt === null ? '' : moment(item.sentAt, language);
  return (
    <>
      <div className="row-text">
        <p className="row-title break">{item.subject}</p>
        <p className="quiet break">{toText(item)}</p>
        <Status tone="done">{say(words.by, { name: item.sentBy ?? '', when })}</Status>
      </div>
      {item.mayUndo && (
        <Button
          disabled={untick.isBusy}
          aria-label={say(words.undoOf, { subject: item.subject, to: toText(item) })}
          onClick={() => untick.run(item.ids)}
        >
          {say(words.undo)}
        </Button>
      )}
    </>
  );
}
