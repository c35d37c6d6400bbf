import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DietTopic, DietTopics } from '../../../../src/features/registration/dietary/types.ts';
import { call } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { Failed, Loading } from '../../../parts/states.tsx';
import { Window } from '../../../parts/window.tsx';
import { usePath } from '../../../project.tsx';
import { kitchen as words } from '../../../wording/kitchen.ts';
import { shell } from '../../../wording/shell.ts';
import { TopicForm, TopicLine, type TopicAnswer } from './topic.tsx';

/**
 * What people have written about food, without names, to be gone through once. It is fetched when the window opens and
 * never again by itself, since every reading is written to the log.
 */
export function ReviewWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const cache = useQueryClient();
  const [topics, setTopics] = useState<DietTopics>();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const kitchen = path('/kitchen');

  useEffect(() => {
    let isGone = false;
    call<DietTopics>(kitchen, { method: 'POST' }).then(
      (answer) => !isGone && setTopics(answer),
      (cause: unknown) => !isGone && setProblem(cause),
    );
    return () => {
      isGone = true;
    };
  }, [kitchen]);

  async function save(answers: readonly TopicAnswer[]) {
    setBusy(true);
    setProblem(undefined);
    try {
      for (const answer of answers) {
        await call(kitchen, { method: 'PUT', body: answer });
        setTopics((before) => before && withAnswer(before, answer));
      }
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
      void cache.invalidateQueries();
    }
  }

  const clear = topics?.waiting.filter(({ tags }) => tags.length > 0) ?? [];
  return (
    <Window
      title={say(words.reviewTitle)}
      isBusy={isBusy}
      onClose={onClose}
      actions={
        <>
          {clear.length > 1 && (
            <Button appearance="primary" disabled={isBusy} onClick={() => void save(clear.map(answerOf))}>
              {say(words.confirmAll, { n: clear.length })}
            </Button>
          )}
          <Button onClick={onClose} disabled={isBusy}>
            {say(shell.close)}
          </Button>
        </>
      }
    >
      <p>{say(words.reviewIntro)}</p>
      {topics === undefined && problem === undefined && <Loading lines={3} />}
      {topics === undefined && problem !== undefined && <Failed cause={problem} />}
      {topics !== undefined && problem !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem instanceof Error ? problem.message : say(shell.fault)}</MessageBarBody>
        </MessageBar>
      )}
      {topics !== undefined && <Topics topics={topics} isBusy={isBusy} onSave={(answer) => void save([answer])} />}
    </Window>
  );
}

interface TopicsProps {
  readonly topics: DietTopics;
  readonly isBusy: boolean;
  readonly onSave: (answer: TopicAnswer) => void;
}

function Topics({ topics: { waiting, reviewed, choices }, isBusy, onSave }: TopicsProps) {
  const say = useSay();
  const all = waiting.length + reviewed.length;
  if (all === 0) return <p className="quiet">{say(words.reviewNone)}</p>;
  return (
    <>
      <p role="status">
        <strong>
          {waiting.length === 0 ? say(words.reviewDone) : say(words.reviewLeft, { done: reviewed.length, all })}
        </strong>
      </p>
      <ul className="plain-list">
        {waiting.map((topic) => (
          <li key={topic.text}>
            <TopicForm topic={topic} choices={choices} isBusy={isBusy} onSave={onSave} />
          </li>
        ))}
      </ul>
      {reviewed.length > 0 && (
        <>
          <h3>{say(words.reviewed)}</h3>
          <ul className="plain-list">
            {reviewed.map((topic) => (
              <li key={topic.text}>
                <TopicLine topic={topic} choices={choices} isBusy={isBusy} onSave={onSave} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function answerOf({ text, tags, severe, wording }: DietTopic): TopicAnswer {
  return { text, tags, severe, wording };
}

/** The list as it is after an answer, in the order it had, without asking for the texts again. */
function withAnswer(topics: DietTopics, answer: TopicAnswer): DietTopics {
  const { waiting, reviewed } = topics;
  const found = [...waiting, ...reviewed].find(({ text }) => text === answer.text);
  if (found === undefined) return topics;
  const changed = { ...found, ...answer, isReviewed: true };
  const isOther = ({ text }: DietTopic): boolean => text !== answer.text;
  return reviewed.some((one) => !isOther(one))
    ? { ...topics, reviewed: reviewed.map((one) => (isOther(one) ? one : changed)) }
    : { ...topics, waiting: waiting.filter(isOther), reviewed: [changed, ...reviewed] };
}
