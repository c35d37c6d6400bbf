import { Button } from '@fluentui/react-components';
import type { UnreadLetter } from '../../../src/features/notices/inbox/types.ts';
import { call, useAct } from '../../api.ts';
import { moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Section } from '../../parts/section.tsx';
import { useMay, usePath } from '../../project.tsx';
import { today as words } from '../../wording/today.ts';

/** Comments and replies in the organiser's mailbox: who has written, and the way there. */
export function LettersSection({ letters }: { letters: readonly UnreadLetter[] }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const address = (id: string): string => path(`/letters/${encodeURIComponent(id)}/read`);
  const act = useAct(async ({ id, method }: { id: string; method: 'PUT' | 'DELETE' }) => {
    await call(address(id), { method });
  });
  const putBack = (id: string): void => {
    act.run({ id, method: 'DELETE' }).then(() => messages.done(say(words.letterBack)), messages.failed);
  };
  const done = (id: string): void => {
    act.run({ id, method: 'PUT' }).then(() => messages.done(say(words.letterRead), () => putBack(id)), messages.failed);
  };
  return (
    <Section id="att-lasa" title={say(words.letters, { n: letters.length })} intro={say(words.lettersIntro)}>
      <ul className="letters">
        {letters.map(({ id, name, kind, receivedAt, webLink, sessionNumber }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span className="quiet">
              {[
                say(kind === 'comment' ? words.letterComment : words.letterReply),
                ...(sessionNumber === null ? [] : [say(words.letterSession, { n: sessionNumber })]),
                moment(receivedAt, language),
              ].join(', ')}
            </span>
            <span className="actions">
              <a href={webLink} target="_blank" rel="noreferrer" aria-label={say(words.letterOpenOf, { name })}>
                {say(words.letterOpen)}
              </a>
              {may('participants.edit') && (
                <Button
                  appearance="subtle"
                  disabled={act.isBusy}
                  aria-label={say(words.letterDoneOf, { name })}
                  onClick={() => done(id)}
                >
                  {say(words.letterDone)}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
