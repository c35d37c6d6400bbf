import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { DisposedNote } from '../../src/features/retention/types.ts';
import { dayOf, dayYear } from '../format.ts';
import { useLanguage, useSay } from '../language.tsx';
import { disposed as words } from '../wording/disposed.ts';

/** what used to stand here has been disposed of, by which decision, and what is left. */
export function DisposedLines({ notes }: { notes: readonly DisposedNote[] }) {
  const say = useSay();
  const language = useLanguage();
  return notes.map(({ dataClass, name, at, decision, kept }) => (
    <MessageBar key={dataClass} intent="info" layout="multiline">
      <MessageBarBody>
        {say(words.note, { what: say(name), day: dayYear(dayOf(at), language), decision })}
        {kept.length > 0 && (
          <> {say(words.left, { counts: kept.map(({ words: of, count }) => `${say(of)}: ${count}`).join(' · ') })}</>
        )}
      </MessageBarBody>
    </MessageBar>
  ));
}
