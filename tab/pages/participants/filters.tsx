import { Button, Field, SearchBox, Select } from '@fluentui/react-components';
import type { SessionAnswer } from '../../../src/domain/people.ts';
import type { Participant, ParticipantList } from '../../../src/features/registration/types.ts';
import { swedish } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { useSessionName } from '../../parts/session-name.ts';
import { participants as words } from '../../wording/participants.ts';

export type SortKey = 'family' | 'organisation' | 'registered';

export interface Filter {
  readonly text: string;
  /** Empty: all. */
  readonly organisationId: string;
  readonly states: 'now' | 'all';
  /** Empty: all sessions beside each other. */
  readonly sessionId: string;
  readonly answer: SessionAnswer | '';
  readonly sort: SortKey;
}

export const noFilter: Filter = {
  text: '',
  organisationId: '',
  states: 'now',
  sessionId: '',
  answer: '',
  sort: 'family',
};

const gone: readonly Participant['state'][] = ['cancelled', 'declined'];
export const answers: readonly SessionAnswer[] = ['accepted', 'declined', 'tentativelyAccepted', 'none'];
const sorts = { family: words.sortFamily, organisation: words.sortOrganisation, registered: words.sortRegistered };

/** The rows that the filter lets through, sorted as Swedes sort. */
export function chosenOf(people: readonly Participant[], filter: Filter): readonly Participant[] {
  const wanted = filter.text.trim().toLocaleLowerCase('sv');
  return people
    .filter(({ state }) => filter.states === 'all' || !gone.includes(state))
    .filter(({ organisationId }) => filter.organisationId === '' || organisationId === filter.organisationId)
    .filter((person) => wanted === '' || searched(person).includes(wanted))
    .filter((person) => hasAnswer(person, filter))
    .toSorted((one, other) => compare(one, other, filter.sort));
}

function searched({ displayName, organisation, email, title }: Participant): string {
  return [displayName, organisation, email, title].join(' ').toLocaleLowerCase('sv');
}

/** With a session chosen, the answer to that one; without, to any. */
function hasAnswer({ sessions }: Participant, { answer, sessionId }: Filter): boolean {
  if (answer === '') return true;
  return sessions.some((one) => one.answer === answer && (sessionId === '' || one.sessionId === sessionId));
}

function compare(one: Participant, other: Participant, sort: SortKey): number {
  const byName = swedish.compare(one.familyName, other.familyName) || swedish.compare(one.givenName, other.givenName);
  if (sort === 'organisation') return swedish.compare(one.organisation, other.organisation) || byName;
  if (sort === 'registered') return other.registeredAt.localeCompare(one.registeredAt) || byName;
  return byName;
}

interface FiltersProps {
  readonly list: ParticipantList;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

export function Filters({ list, filter, onChange }: FiltersProps) {
  const say = useSay();
  const nameOf = useSessionName();
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  const organisations = [
    ...new Map(list.participants.map(({ organisationId, organisation }) => [organisationId ?? '', organisation])),
  ]
    .filter(([id]) => id !== '')
    .toSorted(([, one], [, other]) => swedish.compare(one, other));
  return (
    <div className="filters no-print" role="search">
      <Field label={say(words.search)} className="filter-wide">
        <SearchBox value={filter.text} onChange={(_event, { value }) => set({ text: value })} />
      </Field>
      <Field label={say(words.organisation)}>
        <Select value={filter.organisationId} onChange={(_event, { value }) => set({ organisationId: value })}>
          <option value="">{say(words.allOrganisations)}</option>
          {organisations.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say(words.sessionChoice)}>
        <Select value={filter.sessionId} onChange={(_event, { value }) => set({ sessionId: value })}>
          <option value="">{say(words.allSessions)}</option>
          {list.sessions.map((session) => (
            <option key={session.id} value={session.id}>
              {nameOf(session.id, session.number)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say(words.answerFilter)}>
        <Select
          value={filter.answer}
          onChange={(_event, { value }) => set({ answer: answers.find((one) => one === value) ?? '' })}
        >
          <option value="">{say(words.anyAnswer)}</option>
          {answers.map((answer) => (
            <option key={answer} value={answer}>
              {say(words[answer])}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say(words.state)}>
        <Select
          value={filter.states}
          onChange={(_event, { value }) => set({ states: value === 'all' ? 'all' : 'now' })}
        >
          <option value="now">{say(words.stateNow)}</option>
          <option value="all">{say(words.stateAll)}</option>
        </Select>
      </Field>
      <Field label={say(words.sortBy)}>
        <Select
          value={filter.sort}
          onChange={(_event, { value }) =>
            set({ sort: value === 'organisation' || value === 'registered' ? value : 'family' })
          }
        >
          {Object.entries(sorts).map(([value, name]) => (
            <option key={value} value={value}>
              {say(name)}
            </option>
          ))}
        </Select>
      </Field>
      {JSON.stringify(filter) !== JSON.stringify(noFilter) && (
        <Button className="filter-clear" appearance="subtle" onClick={() => onChange(noFilter)}>
          {say(words.clear)}
        </Button>
      )}
    </div>
  );
}
