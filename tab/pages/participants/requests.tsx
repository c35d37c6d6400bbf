import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Decision, Participant, ParticipantList } from '../../../src/features/registration/types.ts';
import { moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { useMay } from '../../project.tsx';
import { participants as words } from '../../wording/participants.ts';
import { DecisionWindow } from './decision.tsx';
import { PersonRow } from './person-row.tsx';
import { StateText } from './roll.tsx';

/** REG-04: late requests and the waiting list, each with a yes and a no. */
export function RequestsSection({ list }: { list: ParticipantList }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const [opened, setOpened] = useState<{ readonly person: Participant; readonly decision: Decision }>();
  const waiting = list.participants
    .filter(({ state }) => state === 'lateRequest' || state === 'waitingList')
    .toSorted(
      (one, other) => one.state.localeCompare(other.state) || one.registeredAt.localeCompare(other.registeredAt),
    );
  if (waiting.length === 0) return null;
  return (
    <Section id="vantar" title={say(words.requests)} intro={say(words.requestsText)}>
      <ul className="rows">
        {waiting.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            acts={
              may('participants.edit') ? (
                <>
                  <Button
                    appearance="primary"
                    aria-label={say(words.approveFor, { name: person.displayName })}
                    onClick={() => setOpened({ person, decision: 'approve' })}
                  >
                    {say(words.approve)}
                  </Button>
                  <Button
                    aria-label={say(words.declineFor, { name: person.displayName })}
                    onClick={() => setOpened({ person, decision: 'decline' })}
                  >
                    {say(words.decline)}
                  </Button>
                </>
              ) : undefined
            }
          >
            <p className="quiet">{say(words.registeredAt, { when: moment(person.registeredAt, language) })}</p>
            <StateText person={person} />
          </PersonRow>
        ))}
      </ul>
      {opened !== undefined && <DecisionWindow {...opened} onClose={() => setOpened(undefined)} />}
    </Section>
  );
}
