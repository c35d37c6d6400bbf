import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { Copy20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Publication, PublicationsView, Published } from '../../../src/features/publications/types.ts';
import { call, useAct, useRead } from '../../api.ts';
import { listDate } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Answered } from '../../parts/states.tsx';
import { Status } from '../../parts/status.tsx';
import { useDone } from '../../parts/undo.ts';
import { useMay, usePath } from '../../project.tsx';
import { publications as words } from '../../wording/publications.ts';
import { Due } from './letters.tsx';

type Shown = Pick<PublicationsView, 'today' | 'language'>;

/** COM-01…COM-04: every text that is published outside the tool, to copy and to tick off. */
export function PublicationsPage() {
  const say = useSay();
  const path = usePath();
  const query = useRead<PublicationsView>(path('/publications'));
  return (
    <Answered query={query}>
      {({ publications, ...shown }) => (
        <div className="stack">
          <header className="detail-head">
            <h2>{say(words.title)}</h2>
            <p>{say(words.intro)}</p>
          </header>
          {publications.map((one) => (
            <One key={one.channel} one={one} {...shown} />
          ))}
        </div>
      )}
    </Answered>
  );
}

const tones = { done: 'done', late: 'late', now: 'next', later: 'later' } as const;

function One({ one, today, language: written }: { one: Publication } & Shown) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const [asked, setAsked] = useState<'tick' | 'text'>();
  const id = `publicering-${one.channel}`;
  const state =
    one.published === null ? say(words[one.state]) : say(words.done, { day: listDate(one.published.on, language) });
  return (
    <article className="card" aria-labelledby={id}>
      <div className="card-head">
        <h3 id={id}>{say(one.name)}</h3>
        <Status tone={tones[one.state]}>{state}</Status>
      </div>
      <p>{say(one.how)}</p>
      {one.published === null && <Due mailing={one} />}
      {one.published?.url != null && (
        <p className="break">
          <a href={one.published.url} target="_blank" rel="noreferrer">
            {say(words.show)}
          </a>
        </p>
      )}
      <details open={one.state === 'now' || one.state === 'late'}>
        <summary>{say(words.text)}</summary>
        <div className="letter" lang={written}>
          <div className="letter-text break">{one.text}</div>
        </div>
        {one.isOwn && <p className="quiet">{say(words.own)}</p>}
        {one.text.includes('…') && <p className="quiet">{say(words.gaps)}</p>}
      </details>
      <div className="actions">
        <CopyButton text={one.text} />
        {may('plan.edit') && (
          <>
            <Button aria-label={say(words.editOf, { name: say(one.name) })} onClick={() => setAsked('text')}>
              {say(words.edit)}
            </Button>
            {one.isOwn && <BackButton one={one} />}
            <Button
              appearance={one.state === 'now' || one.state === 'late' ? 'primary' : 'secondary'}
              aria-label={one.published === null ? say(words.tickOf, { name: say(one.name) }) : undefined}
              onClick={() => setAsked('tick')}
            >
              {say(one.published === null ? words.tick : words.change)}
            </Button>
            {one.published !== null && <UntickButton one={one} published={one.published} />}
          </>
        )}
      </div>
      {asked === 'tick' && <TickWindow one={one} today={today} onClose={() => setAsked(undefined)} />}
      {asked === 'text' && <TextWindow one={one} written={written} onClose={() => setAsked(undefined)} />}
    </article>
  );
}

function CopyButton({ text }: { text: string }) {
  const say = useSay();
  const messages = useMessages();
  // A frame may be kept from the clipboard; then the way around is said.
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => messages.done(say(words.copied)),
      () => messages.failed(new Error(say(words.copyFailed))),
    );
  return (
    <Button icon={<Copy20Regular />} onClick={copy}>
      {say(words.copy)}
    </Button>
  );
}

function useCalls(channel: Publication['channel']) {
  const path = usePath();
  const address = path(`/publications/${channel}`);
  return {
    tick: (body: { readonly on: string; readonly url: string | null }) =>
      call<{ readonly published: Published | null }>(address, { method: 'PUT', body }),
    untick: () => call(address, { method: 'DELETE' }),
    write: (text: string) => call<{ readonly text: string }>(`${address}/text`, { method: 'PUT', body: { text } }),
  };
}

function UntickButton({ one, published }: { one: Publication; published: Published }) {
  const say = useSay();
  const done = useDone();
  const messages = useMessages();
  const { tick, untick } = useCalls(one.channel);
  const act = useAct(untick);
  const run = () =>
    void act
      .run(undefined)
      .then(() => done(say(words.unticked, { name: say(one.name) }), () => tick(published)), messages.failed);
  return (
    <Button appearance="subtle" disabled={act.isBusy} onClick={run}>
      {say(words.untick)}
    </Button>
  );
}

function BackButton({ one }: { one: Publication }) {
  const say = useSay();
  const done = useDone();
  const messages = useMessages();
  const { write } = useCalls(one.channel);
  const act = useAct(write);
  const run = () => void act.run('').then(({ text }) => done(say(words.backDone), () => write(text)), messages.failed);
  return (
    <Button appearance="subtle" disabled={act.isBusy} onClick={run}>
      {say(words.back)}
    </Button>
  );
}

function TickWindow({ one, today, onClose }: { one: Publication; today: string; onClose: () => void }) {
  const say = useSay();
  const { tick, untick } = useCalls(one.channel);
  const name = say(one.name);
  return (
    <AskWindow<{ readonly published: Published | null }>
      title={name}
      actLabel={say(words.tick)}
      done={say(one.published === null ? words.ticked : words.changed, { name })}
      undo={({ published }) => (published === null ? untick() : tick(published))}
      onClose={onClose}
      act={(form) => tick({ on: field(form, 'on'), url: field(form, 'url') || null })}
    >
      <Field label={say(words.day)} required>
        <Input type="date" name="on" required max={today} defaultValue={one.published?.on ?? today} />
      </Field>
      <Field label={say(words.url)} hint={say(words.urlHelp)} required={one.needsUrl}>
        <Input
          type="url"
          name="url"
          inputMode="url"
          placeholder="https://"
          required={one.needsUrl}
          defaultValue={one.published?.url ?? ''}
        />
      </Field>
    </AskWindow>
  );
}

interface TextWindowProps {
  readonly one: Publication;
  readonly written: Shown['language'];
  readonly onClose: () => void;
}

function TextWindow({ one, written, onClose }: TextWindowProps) {
  const say = useSay();
  const { write } = useCalls(one.channel);
  return (
    <AskWindow<{ readonly text: string }>
      title={say(one.name)}
      actLabel={say(words.save)}
      done={say(words.saved)}
      undo={({ text }) => write(text)}
      onClose={onClose}
      act={(form) => write(field(form, 'text'))}
    >
      <Field label={say(words.text)} required>
        <Textarea
          name="text"
          lang={written}
          rows={14}
          required
          maxLength={8000}
          resize="vertical"
          defaultValue={one.text}
        />
      </Field>
    </AskWindow>
  );
}
