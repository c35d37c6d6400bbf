import { useSay } from '../language.tsx';
import { useProject } from '../project.tsx';
import { shell } from '../wording/shell.ts';

/** What the session is about: its theme, else the title it was given. */
export function useTopic(): (session: { theme: string | null; title: string; number: number }) => string {
  const say = useSay();
  return ({ theme, title, number }) => theme ?? (title === `Träff ${number}` ? say(shell.noTheme) : title);
}

/** "Träff 3", or "Träff 3, dag 1 av 2" where a session lasts several days (RG-07). */
export function useSessionName(): (sessionId: string, number: number) => string {
  const say = useSay();
  const { plan } = useProject();
  return (sessionId, number) => {
    const day = plan.sessions.find(({ id }) => id === sessionId)?.day ?? null;
    return day === null
      ? say(shell.session, { number })
      : say(shell.sessionDay, { number, day: day.number, of: day.of });
  };
}
