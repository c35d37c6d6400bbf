import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { DietaryTag } from '../../../../src/domain/dietary.ts';
import type { DietReview, DietTopic, DietTopics } from '../../../../src/features/registration/dietary/types.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Status } from '../../../parts/status.tsx';
import { kitchen as words } from '../../../wording/kitchen.ts';
import { shell } from '../../../wording/shell.ts';

export type TopicAnswer = DietReview & { readonly text: string };

interface Props {
  readonly topic: DietTopic;
  readonly choices: DietTopics['choices'];
  readonly isBusy: boolean;
  readonly onSave: (answer: TopicAnswer) => void;
}

/** One text: what it seems to say, to be confirmed or changed. */
export function TopicForm({ topic, choices, isBusy, onSave }: Props) {
  const say = useSay();
  const language = useLanguage();
  const [tags, setTags] = useState<readonly DietaryTag[]>(topic.tags);
  const [severe, setSevere] = useState(topic.severe);
  const [wording, setWording] = useState(topic.wording ?? '');
  const [isWide, setWide] = useState(topic.tags.length === 0);
  const toggle = (tag: DietaryTag): void =>
    setTags((all) => (all.includes(tag) ? all.filter((one) => one !== tag) : [...all, tag]));
  const shown = choices.filter(({ tag }) => isWide || tags.includes(tag) || topic.tags.includes(tag));
  return (
    <div className="topic">
      <blockquote>{topic.text}</blockquote>
      {topic.people > 1 && <p className="quiet">{say(words.same, { n: topic.people })}</p>}
      <fieldset className="choices">
        <legend className="quiet">{say(words.tags)}</legend>
        {shown.map(({ tag, label }) => (
          <label key={tag} className="choice">
            <input type="checkbox" checked={tags.includes(tag)} onChange={() => toggle(tag)} />
            <span>{label[language]}</span>
          </label>
        ))}
        {!isWide && (
          <Button size="small" appearance="subtle" onClick={() => setWide(true)}>
            {say(shell.change)}
          </Button>
        )}
      </fieldset>
      {isWide && (
        <Field label={say(words.wording)} hint={say(words.wordingHelp)}>
          <Input value={wording} maxLength={200} onChange={(_event, { value }) => setWording(value)} />
        </Field>
      )}
      <div className="topic-end">
        <Checkbox
          label={say(words.severe)}
          checked={severe}
          onChange={(_event, { checked }) => setSevere(checked === true)}
        />
        <Button
          disabled={isBusy}
          aria-label={say(words.confirmTopic, { text: topic.text })}
          onClick={() => onSave({ text: topic.text, tags, severe, wording: wording.trim() || null })}
        >
          {say(words.confirm)}
        </Button>
      </div>
    </div>
  );
}

/** One that has been gone through, in a line; it opens to be changed. */
export function TopicLine(props: Props) {
  const say = useSay();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { topic, choices, onSave } = props;
  if (isOpen)
    return (
      <TopicForm
        {...props}
        onSave={(answer) => {
          onSave(answer);
          setOpen(false);
        }}
      />
    );
  const told = [
    ...choices.filter(({ tag }) => topic.tags.includes(tag)).map(({ label }) => label[language]),
    ...(topic.wording === null ? [] : [topic.wording]),
    ...(topic.severe ? [say(words.severe).toLocaleLowerCase('sv')] : []),
  ];
  return (
    <div className="row">
      <div className="row-text">
        <span>{topic.text}</span>
        <Status tone="done">{told.length === 0 ? say(words.nothing) : told.join(', ')}</Status>
      </div>
      <Button
        size="small"
        appearance="subtle"
        aria-label={say(words.changeTopic, { text: topic.text })}
        onClick={() => setOpen(true)}
      >
        {say(shell.change)}
      </Button>
    </div>
  );
}
