import type { AccountType } from '../../../src/domain/people.ts';
import type { ParticipantList } from '../../../src/features/registration/types.ts';
import { useSay } from '../../language.tsx';
import { Figure, Section } from '../../parts/section.tsx';
import { participants as words } from '../../wording/participants.ts';

/** Of one kind of account. */
export type Reach = ParticipantList['reach'][AccountType];

const types: readonly AccountType[] = ['member', 'guest', 'external', 'mailOnly'];

/** how many there are of each kind of account. */
export function ReachSection({ list }: { list: ParticipantList }) {
  const say = useSay();
  const { perAccountType } = list.counts;
  return (
    <Section title={say(words.reach)} intro={say(words.reachIntro)}>
      <dl className="figures">
        {types.map((type) => (
          <Figure key={type} value={perAccountType[type]} label={say(words[type])} />
        ))}
      </dl>
    </Section>
  );
}

/** How each thing reaches this person, and what does not work and why. */
export function ReachLines({ reach }: { reach: Reach }) {
  const say = useSay();
  return (
    <section aria-label={say(words.reach)}>
      <h3>{say(words.reach)}</h3>
      <dl className="facts">
        {reach.map(({ purpose, how, not }) => (
          <div key={purpose}>
            <dt>{say(words[purpose])}</dt>
            <dd>
              {say(how)}
              {not !== null && <span className="quiet block">{say(not)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
