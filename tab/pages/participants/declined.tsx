import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Participant, ParticipantList } from '../../../src/features/registration/types.ts';
import { call, useAct } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Section } from '../../parts/section.tsx';
import { useMay, usePath } from '../../project.tsx';
import { participants as words } from '../../wording/participants.ts';
import { DecisionWindow } from './decision.tsx';
import { PersonRow } from './person-row.tsx';

/** who has said no to every session that is left and still holds a place. */
export function DeclinedSection({ list }: { list: ParticipantList }) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const [leaving, setLeaving] = useState<Participant>();
  const keep = useAct<string, unknown>((id) =>
    call(path(`/participants/${encodeURIComponent(id)}/keep`), { method: 'POST' }),
  );
  const people = list.participants.filter(({ hasDeclinedAll }) => hasDeclinedAll);
  if (people.length === 0 || !may('participants.edit')) return null;
  const stays = async ({ id, displayName: name }: Participant): Promise<void> => {
    try {
      await keep.run(id);
      messages.done(say(words.kept, { name }));
    } catch (cause) {
      messages.failed(cause);
    }
  };
  return (
    <Section id="tackat-nej" title={say(words.declinedAll)} intro={say(words.declinedAllText)}>
      <ul className="rows">
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            acts={
              <>
                <Button
                  disabled={keep.isBusy}
                  aria-label={say(words.keepFor, { name: person.displayName })}
                  onClick={() => void stays(person)}
                >
                  {say(words.keep)}
                </Button>
                <Button
                  aria-label={say(words.giveUpFor, { name: person.displayName })}
                  onClick={() => setLeaving(person)}
                >
                  {say(words.giveUp)}
                </Button>
              </>
            }
          />
        ))}
      </ul>
      {leaving !== undefined && (
        <DecisionWindow person={leaving} decision="cancel" onClose={() => setLeaving(undefined)} />
      )}
    </Section>
  );
}
