import type { RankedProposal, ThemesView } from '../../../src/features/themes/types.ts';
import { useSay } from '../../language.tsx';
import { themes as words } from '../../wording/themes.ts';

/** "11 av 15 kommuner"; without a number of municipalities that makes sense of it, "11 kommuner". */
export function useSupport({ municipalities }: Pick<ThemesView, 'municipalities'>) {
  const say = useSay();
  return ({ support }: Pick<RankedProposal, 'support'>): string => {
    if (support === 0) return say(words.supportNone);
    return support > municipalities
      ? say(words.supportOnly, { n: support })
      : say(words.support, { n: support, all: municipalities });
  };
}

/** How many municipalities are behind it, as a bar beside the words that say it. */
export function Support({ proposal, view }: { proposal: RankedProposal; view: ThemesView }) {
  const text = useSupport(view)(proposal);
  const most = Math.max(view.municipalities, ...view.proposals.map(({ support }) => support), 1);
  return (
    <div className="support">
      <span className="support-bar" aria-hidden>
        <span style={{ width: `${(100 * proposal.support) / most}%` }} />
      </span>
      <span className="support-text">{text}</span>
    </div>
  );
}
