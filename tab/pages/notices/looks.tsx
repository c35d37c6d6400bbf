import { Button, Select } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { LetterTo, MailingView, Recipient } from '../../../src/features/mailings/types.ts';
import { useRead } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { Choices } from '../../parts/choices.tsx';
import { Section } from '../../parts/section.tsx';
import { Answered } from '../../parts/states.tsx';
import { usePath } from '../../project.tsx';
import { mailings as words } from '../../wording/mailings.ts';
import { shell } from '../../wording/shell.ts';

type Form = 'mail' | 'text';

/** The letter as one recipient reads it; any of them can be chosen. */
export function Looks({ view, selected }: { view: MailingView; selected: readonly string[] }) {
  const say = useSay();
  const id = useId();
  const [wanted, setWanted] = useState<string>();
  const [form, setForm] = useState<Form>('mail');
  const chosen = view.recipients.filter((one) => selected.includes(one.id));
  const all: readonly Recipient[] = chosen.length > 0 ? chosen : view.readers;
  const at = Math.max(
    0,
    all.findIndex((one) => one.id === wanted),
  );
  const recipient = all[at];
  if (recipient === undefined)
    return (
      <Section title={say(words.looks)}>
        <p className="quiet">{say(words.looksNobody)}</p>
      </Section>
    );
  const go = (step: number) => setWanted(all[(at + step + all.length) % all.length]?.id);
  return (
    <Section title={say(words.looks)}>
      <div className="looks-for">
        <label htmlFor={id}>{say(words.looksFor)}</label>
        <div className="looks-pick">
          <Select id={id} value={recipient.id} onChange={(_, { value }) => setWanted(value)}>
            {all.map((one) => (
              <option key={one.id} value={one.id}>
                {one.givenName === null && all.filter(({ name }) => name === one.name).length > 1
                  ? `${one.name}, ${one.address}`
                  : one.name}
              </option>
            ))}
          </Select>
          {all.length > 1 && (
            <>
              <Button icon={<ChevronLeft20Regular />} aria-label={say(words.previous)} onClick={() => go(-1)} />
              <Button icon={<ChevronRight20Regular />} aria-label={say(words.next)} onClick={() => go(1)} />
            </>
          )}
        </div>
      </div>
      <Choices<Form>
        label={say(words.form)}
        chosen={form}
        onChoose={setForm}
        choices={[
          { value: 'mail', name: say(words.asMail) },
          { value: 'text', name: say(words.asText) },
        ]}
      />
      <LetterOf mailing={view.id} version={view.textVersion} recipientId={recipient.id} form={form} />
    </Section>
  );
}

interface LetterOfProps {
  readonly mailing: string;
  /** A new version of the words is another letter. */
  readonly version: string;
  readonly recipientId: string;
  readonly form: Form;
}

export function LetterOf({ mailing, recipientId, form }: LetterOfProps) {
  const say = useSay();
  const path = usePath();
  const query = useRead<LetterTo>(
    path(`/mailings/${encodeURIComponent(mailing)}/letters/${encodeURIComponent(recipientId)}`),
  );
  return (
    <Answered query={query}>
      {({ recipient, subject, text, html }) => (
        <article className="letter" lang={recipient.language}>
          <p className="quiet break">
            {recipient.name} &lt;{recipient.address}&gt;
          </p>
          <p>
            <span className="quiet">{say(shell.subject)}: </span>
            <strong>{subject}</strong>
          </p>
          {form === 'mail' ? (
            <iframe
              className="mail-body mail-tall"
              sandbox=""
              srcDoc={html}
              title={say(words.mailOf, { name: recipient.name })}
            />
          ) : (
            <div className="letter-text">{text}</div>
          )}
        </article>
      )}
    </Answered>
  );
}
