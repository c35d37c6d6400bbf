import { useEffect, useState } from 'react';
import type { AgendaItem, AgendaLook } from '../../../../src/features/sessions/types.ts';
import { call } from '../../../api.ts';
import { usePath } from '../../../project.tsx';

/** Between the last change and the question of what it means, so that a word is one question. */
const WAIT_MS = 300;

export interface Looked {
  readonly look: AgendaLook | undefined;
  /** Could not be asked about. Saving says why. */
  readonly hasFailed: boolean;
}

/** What the rules say of a programme that is not saved yet; the server knows them. */
export function useLook(sessionId: string, items: readonly AgendaItem[]): Looked {
  const path = usePath()(`/sessions/${encodeURIComponent(sessionId)}/agenda/look`);
  const [looked, setLooked] = useState<Looked>({ look: undefined, hasFailed: false });
  const draft = JSON.stringify(items);
  useEffect(() => {
    let isOld = false;
    const ask = async (): Promise<void> => {
      try {
        const look = await call<AgendaLook>(path, { method: 'POST', body: { agenda: JSON.parse(draft) as unknown } });
        if (!isOld) setLooked({ look, hasFailed: false });
      } catch {
        if (!isOld) setLooked(({ look }) => ({ look, hasFailed: true }));
      }
    };
    const timer = setTimeout(() => void ask(), WAIT_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [path, draft]);
  return looked;
}
