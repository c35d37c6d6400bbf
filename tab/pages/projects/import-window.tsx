import { Checkbox, Field } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ImportedProject } from '../../../src/features/planning/file/types.ts';
import { ApiProblem, call, readKey } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow } from '../../parts/ask.tsx';
import { projects as words } from '../../wording/projects.ts';

interface Mistake {
  /** The path in the file, and what stands there where it may be shown. */
  readonly where: string;
  readonly message: string;
}

/** So many that one can act on them; the rest is counted. */
const mostShown = 12;

export function ImportWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const [, go] = useLocation();
  const cache = useQueryClient();
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const read = async (form: FormData) => {
    setMistakes([]);
    const file = form.get('file');
    const content = await contentOf(file, say(words.notJson));
    try {
      const { projectId } = await call<ImportedProject>(`/import${form.has('replace') ? '?replace=true' : ''}`, {
        method: 'POST',
        body: content,
      });
      await cache.refetchQueries({ queryKey: readKey('') });
      go(`/planering?projekt=${encodeURIComponent(projectId)}`);
    } catch (cause) {
      if (cause instanceof ApiProblem) setMistakes(mistakesIn(cause.details));
      throw cause;
    }
  };
  return (
    <AskWindow
      title={say(words.importTitle)}
      actLabel={say(words.import)}
      done={say(words.imported)}
      onClose={onClose}
      act={read}
    >
      {mistakes.length > 0 && (
        <div className="mistakes">
          <p>{say(words.problems)}</p>
          <ul>
            {mistakes.slice(0, mostShown).map(({ where, message }) => (
              <li key={`${where} ${message}`}>
                <code>{where}</code> {message}
              </li>
            ))}
          </ul>
          {mistakes.length > mostShown && <p>{say(words.more, { n: mistakes.length - mostShown })}</p>}
        </div>
      )}
      <p>{say(words.importText)}</p>
      <Field label={say(words.file)} required>
        <input type="file" name="file" accept=".json,application/json" required className="file-input" />
      </Field>
      <Checkbox name="replace" label={say(words.replace)} />
    </AskWindow>
  );
}

async function contentOf(file: FormDataEntryValue | null, otherwise: string): Promise<unknown> {
  if (!(file instanceof File)) throw new Error(otherwise);
  try {
    return JSON.parse(await file.text());
  } catch (cause) {
    throw new Error(otherwise, { cause });
  }
}

function mistakesIn(details: unknown): readonly Mistake[] {
  if (!Array.isArray(details)) return [];
  return details.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('path' in one) || !('message' in one)) return [];
    const value = 'value' in one && typeof one.value === 'string' ? one.value : null;
    const where = [String(one.path), value].filter((part) => part !== null && part !== '').join(' = ');
    return [{ where, message: String(one.message) }];
  });
}
