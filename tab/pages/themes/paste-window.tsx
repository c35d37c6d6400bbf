import { Field, Textarea } from '@fluentui/react-components';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { usePath } from '../../project.tsx';
import { themes as words } from '../../wording/themes.ts';

interface Added {
  readonly ids: readonly string[];
}

/** THM-03: the proposals of a list that somebody already has. */
export function PasteWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const all = path('/themes/proposals');
  return (
    <AskWindow<Added>
      title={say(words.pasteTitle)}
      actLabel={say(words.pasteSave)}
      done={say(words.pasted)}
      act={(form) => call<Added>(`${all}/several`, { method: 'POST', body: { text: field(form, 'text') } })}
      undo={async ({ ids }) => {
        for (const id of ids) await call(`${all}/${encodeURIComponent(id)}`, { method: 'DELETE' });
      }}
      onClose={onClose}
    >
      <Field label={say(words.pasteText)} hint={say(words.pasteHelp)} required>
        <Textarea name="text" rows={8} resize="vertical" required maxLength={20_000} />
      </Field>
    </AskWindow>
  );
}
