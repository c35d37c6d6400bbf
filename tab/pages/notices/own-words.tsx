import { Button, Field, Textarea } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { MailingView, OwnWords } from '../../../src/features/mailings/types.ts';
import { call, useAct } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Section } from '../../parts/section.tsx';
import { useMay, usePath } from '../../project.tsx';
import { mailings as words } from '../../wording/mailings.ts';

/** A text that is typed and not saved, so not in the letter. */
export type Unsaved = (slot: string, isUnsaved: boolean) => void;

/** The content lead's own text in the letter; one per group of recipients where each has its own. */
export function OwnWordsSection({ view, onUnsaved }: { view: MailingView; onUnsaved: Unsaved }) {
  const say = useSay();
  const may = useMay();
  if (!may('notices.send')) return null;
  const needsEnglish = view.recipients.some(({ language }) => language === 'en');
  const isOne = view.ownWords.length === 1;
  return (
    <Section title={say(isOne ? (view.ownWords[0]?.label ?? words.ownNone) : { sv: 'Följebrev', en: 'Cover texts' })}>
      {view.ownWords.map((own) => (
        <Slot
          key={own.slot}
          mailing={view.id}
          own={own}
          needsEnglish={needsEnglish}
          isOne={isOne}
          onUnsaved={onUnsaved}
        />
      ))}
    </Section>
  );
}

interface SlotProps {
  readonly mailing: string;
  readonly own: OwnWords;
  readonly needsEnglish: boolean;
  readonly isOne: boolean;
  readonly onUnsaved: Unsaved;
}

function Slot({ mailing, own, needsEnglish, isOne, onUnsaved }: SlotProps) {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  // What stands in the letter is shown, so that it can be changed rather than guessed at.
  const [sv, setSv] = useState(own.sv || own.standard.sv);
  const [en, setEn] = useState(own.en || own.standard.en);
  const asWritten = (text: string, standard: string) => (text.trim() === standard.trim() ? '' : text.trim());
  const body = { slot: own.slot, sv: asWritten(sv, own.standard.sv), en: asWritten(en, own.standard.en) };
  const isChanged = body.sv !== own.sv || body.en !== own.en;
  useEffect(() => onUnsaved(own.slot, isChanged), [onUnsaved, own.slot, isChanged]);
  const save = useAct(() => call(path(`/mailings/${encodeURIComponent(mailing)}/words`), { method: 'PUT', body }));
  const hint = say(own.standard.sv === '' ? words.ownNone : words.standardHint);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(null).then(() => messages.done(say(words.savedWords)), messages.failed);
      }}
    >
      <Field label={isOne ? <span className="hidden">{say(own.label)}</span> : say(own.label)} hint={hint}>
        <Textarea
          name="sv"
          lang="sv"
          rows={own.standard.sv === '' ? 3 : 5}
          resize="vertical"
          value={sv}
          maxLength={3000}
          onChange={(_, { value }) => setSv(value)}
        />
      </Field>
      {(needsEnglish || own.en !== '') && (
        <Field label={say(words.inEnglish, { label: say(own.label) })}>
          <Textarea
            name="en"
            lang="en"
            rows={3}
            value={en}
            maxLength={3000}
            onChange={(_, { value }) => setEn(value)}
          />
        </Field>
      )}
      {isChanged && (
        <div className="actions">
          <Button type="submit" disabled={save.isBusy}>
            {say(words.saveWords)}
          </Button>
          <span className="quiet">{say(words.unsaved)}</span>
        </div>
      )}
    </form>
  );
}
