import { Checkbox, Field, Select } from '@fluentui/react-components';
import type { PlanAnswer } from '../../../../src/features/planning/reading/types.ts';
import type { AgendaItem } from '../../../../src/features/sessions/types.ts';
import { useSay, type Say } from '../../../language.tsx';
import { swedish } from '../../../format.ts';
import { useProject } from '../../../project.tsx';
import { agendaEditor as words } from '../../../wording/agenda.ts';
import type { Row } from './rows.ts';

/** Who is named at an item, or that nobody is. */
export function peopleText(row: Row, { speakers, people }: PlanAnswer, say: Say): string {
  const named = (row.speakerIds ?? []).flatMap((id) => speakers.find((one) => one.id === id)?.displayName ?? []);
  const responsible = people.find(({ id }) => id === row.responsibleId)?.displayName;
  const all = [
    ...(responsible === undefined ? [] : [say(words.responsibleIs, { name: responsible })]),
    ...(named.length === 0 ? [] : [say(words.speakersAre, { names: named.join(', ') })]),
  ];
  return all.length === 0 ? say(words.nobody) : all.join(' · ');
}

/** Who answers for an item, and who speaks, in the room or by link. */
export function RowPeople({ row, onChange }: { row: Row; onChange: (part: Partial<AgendaItem>) => void }) {
  const say = useSay();
  const { plan } = useProject();
  const holders = new Set(plan.roles.map(({ personId }) => personId));
  const people = plan.people
    .filter(({ id }) => holders.has(id))
    .toSorted((one, other) => swedish.compare(one.displayName, other.displayName));
  const chosen = row.speakerIds ?? [];
  const tick = (id: string, isChosen: boolean) =>
    onChange({ speakerIds: isChosen ? [...chosen, id] : chosen.filter((one) => one !== id) });
  return (
    <div className="agenda-people">
      <div className="field-row">
        <Field label={say(words.responsible)}>
          <Select value={row.responsibleId ?? ''} onChange={(_event, { value }) => onChange({ responsibleId: value })}>
            <option value="">{say(words.nobodyYet)}</option>
            {people.map(({ id, displayName }) => (
              <option key={id} value={id}>
                {displayName}
              </option>
            ))}
          </Select>
        </Field>
        {chosen.length > 0 && (
          <Field label={say(words.how)}>
            <Select
              value={row.mode ?? ''}
              onChange={(_event, { value }) => {
                if (value === 'remote' || value === 'onsite') onChange({ mode: value });
              }}
            >
              {row.mode === undefined && <option value="">{say(words.asSpeaker)}</option>}
              <option value="onsite">{say(words.onsite)}</option>
              <option value="remote">{say(words.remote)}</option>
            </Select>
          </Field>
        )}
      </div>
      {plan.speakers.length === 0 ? (
        <p className="quiet">{say(words.noSpeakers)}</p>
      ) : (
        <fieldset className="tick-list">
          <legend>{say(words.speakers)}</legend>
          {plan.speakers.map(({ id, displayName }) => (
            <Checkbox
              key={id}
              label={displayName}
              checked={chosen.includes(id)}
              onChange={(_event, { checked }) => tick(id, checked === true)}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
