import { Field, Input } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { call, readKey } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { projects as words } from '../../wording/projects.ts';

export function CreateWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const [, go] = useLocation();
  const cache = useQueryClient();
  const create = async (form: FormData) => {
    const { projectId } = await call<{ projectId: string }>('', {
      method: 'POST',
      body: { title: field(form, 'title'), sessions: Number(field(form, 'sessions')) },
    });
    await cache.refetchQueries({ queryKey: readKey('') });
    go(`/planering/projektet?projekt=${encodeURIComponent(projectId)}`);
  };
  return (
    <AskWindow
      title={say(words.createTitle)}
      actLabel={say(words.create)}
      done={say(words.created)}
      onClose={onClose}
      act={create}
    >
      <Field label={say(words.name)} hint={say(words.nameHelp)} required>
        <Input name="title" required maxLength={300} />
      </Field>
      <Field label={say(words.count)} hint={say(words.countHelp)}>
        <Input name="sessions" type="number" min={1} max={30} defaultValue="4" required />
      </Field>
    </AskWindow>
  );
}
