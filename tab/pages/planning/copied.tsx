import { Copy24Regular } from '@fluentui/react-icons';
import { useSay } from '../../language.tsx';
import { useProject } from '../../project.tsx';
import { dates as words } from '../../wording/dates.ts';

/** A copy says so until it has dates of its own. */
export function CopiedBanner() {
  const say = useSay();
  const { plan } = useProject();
  const { copiedFrom, sessions } = plan;
  if (copiedFrom === null || sessions.every(({ date }) => date !== null)) return null;
  return (
    <section className="banner" aria-labelledby="copied">
      <Copy24Regular aria-hidden />
      <div>
        <h2 id="copied">{say(words.copiedFrom, { title: copiedFrom })}</h2>
        <p>{say(words.copiedText)}</p>
      </div>
    </section>
  );
}
