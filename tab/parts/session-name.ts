import { sayIn, useSay } from '../language.tsx';
import { useProject } from '../project.tsx';
import { shell } from '../wording/shell.ts';

/** What the session is about: its theme, else a title that says more than its name, which stands beside. */
export function useTopic(): (session: { theme: string | null; title: string; number: number }) => string {
  const say = useSay();
  const isName = (title: string, number: number): boolean =>
    (['sv', 'en'] as const).some((language) => title === sayIn(language)(shell.session, { number }));
  return ({ theme, title, number }) => theme ?? (isName(title, number) ? say(shell.noTheme) : title);
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
