import type { SessionNeed, SessionState } from '../../../src/features/sessions/types.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { Status, type Tone } from '../../parts/status.tsx';
import { sessions as words } from '../../wording/sessions.ts';

const tones: Readonly<Record<SessionNeed['state'], Tone>> = { done: 'done', missing: 'warning', open: 'later' };

/** TEC-01, TEC-02, CAT-01: what follows from the programme, why, and whether it is seen to. Nothing when nothing does. */
export function NeedsSection({ session: { needs } }: { session: SessionState }) {
  const say = useSay();
  const language = useLanguage();
  if (needs.length === 0) return null;
  return (
    <Section title={say(words.needs)} intro={say(words.needsIntro)} id="behov">
      <ul className="plain-list needs">
        {needs.map(({ id, what, why, state, stands }) => (
          <li key={id}>
            <strong>{what[language]}</strong>
            <span className="quiet">{why[language]}</span>
            <Status tone={tones[state]}>{stands[language]}</Status>
          </li>
        ))}
      </ul>
    </Section>
  );
}
