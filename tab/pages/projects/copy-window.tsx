import { Field, Input } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { ProjectListItem } from '../../../src/features/planning/types.ts';
import { call, readKey } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { projectPath } from '../../project.tsx';
import { projects as words } from '../../wording/projects.ts';

/** A new project of another one's texts. */
export function CopyWindow({ item, onClose }: { item: ProjectListItem; onClose: () => void }) {
  const say = useSay();
  const [, go] = useLocation();
  const cache = useQueryClient();
  const copy = async (form: FormData) => {
    const { projectId } = await call<{ projectId: string }>(`${projectPath(item.projectId)}/copy`, {
      method: 'POST',
      body: { title: field(form, 'title') },
    });
    await cache.refetchQueries({ queryKey: readKey('') });
    go(`/planering/datum?projekt=${encodeURIComponent(projectId)}`);
  };
  return (
    <AskWindow
      title={say(words.copyOf, item)}
      actLabel={say(words.copyNow)}
      done={say(words.copied)}
      onClose={onClose}
      act={copy}
    >
      <p>{say(words.copyText)}</p>
      <Field label={say(words.name)} hint={say(words.copyNameHelp)} required>
        <Input name="title" required maxLength={300} />
      </Field>
    </AskWindow>
  );
}
