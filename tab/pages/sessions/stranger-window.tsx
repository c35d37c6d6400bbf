import { Field, Select } from '@fluentui/react-components';
import type { ParticipantList } from '../../../src/features/registration/types.ts';
import { useRead } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { usePath } from '../../project.tsx';
import { strangers as words } from '../../wording/strangers.ts';

export type GuestKind = 'substitute' | 'colleague';

/** Says whose guest somebody is, or that they are to be taken off, before it is done. */
export function StrangerWindow({
  stranger,
  kind,
  save,
  onClose,
}: {
  stranger: { readonly name: string; readonly address: string };
  kind: GuestKind | 'remove';
  save: (decision: object) => Promise<unknown>;
  onClose: () => void;
}) {
  const say = useSay();
  const path = usePath();
  const list = useRead<ParticipantList>(kind === 'remove' ? null : path('/participants'));
  const { name } = stranger;
  if (kind === 'remove')
    return (
      <AskWindow
        title={say(words.removeOf, { name })}
        actLabel={say(words.remove)}
        done={say(words.taken, { name })}
        onClose={onClose}
        act={() => save({ as: 'remove' })}
      >
        <p>{say(words.isRemoved)}</p>
      </AskWindow>
    );
  const [, domain = ''] = stranger.address.split('@');
  // Those of the same organisation first: a forwarded invitation seldom goes far.
  const isNear = (email: string): boolean => email.endsWith(`@${domain}`);
  const hosts = (list.data?.participants ?? [])
    .filter(({ state }) => state === 'confirmed')
    .toSorted((one, other) => Number(isNear(other.email)) - Number(isNear(one.email)));
  return (
    <AskWindow
      title={say(kind === 'substitute' ? words.substituteOf : words.colleagueOf, { name })}
      actLabel={say(words.save)}
      done={say(words.isGuest)}
      onClose={onClose}
      act={(form) => save({ as: kind, hostPersonId: field(form, 'host') })}
    >
      <Field label={say(kind === 'substitute' ? words.hostOfSubstitute : words.hostOfColleague)} required>
        <Select name="host" required defaultValue="">
          <option value="" disabled>
            {say(words.choose)}
          </option>
          {hosts.map(({ id, displayName, organisation }) => (
            <option key={id} value={id}>
              {`${displayName}, ${organisation}`}
            </option>
          ))}
        </Select>
      </Field>
    </AskWindow>
  );
}
