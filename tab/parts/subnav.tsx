import type { Words } from '../../src/domain/words.ts';
import { useSay } from '../language.tsx';
import { PageLink } from './page-link.tsx';

interface Props {
  /** What the parts are parts of, for those who hear it. */
  readonly label: Words;
  readonly parts: readonly { readonly to: string; readonly name: Words }[];
  readonly current: string | undefined;
}

/** The parts of a page, each under an address of its own. */
export function Subnav({ label, parts, current }: Props) {
  const say = useSay();
  return (
    <nav aria-label={say(label)}>
      <ul className="subnav">
        {parts.map(({ to, name }) => (
          <li key={to}>
            <PageLink to={to} current={to === current}>
              {say(name)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
