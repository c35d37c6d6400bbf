import { Button, Checkbox } from '@fluentui/react-components';
import type { MailingView, RecipientGroup, RecipientRow } from '../../../src/features/mailings/types.ts';
import { moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { mailings as words } from '../../wording/mailings.ts';

const groupNames = {
  participants: words.groupParticipants,
  municipalDirectors: words.groupMunicipalDirectors,
  targetGroups: words.groupTargetGroups,
  municipalMailboxes: words.groupMunicipalMailboxes,
  earlier: words.groupEarlier,
} as const satisfies Record<RecipientGroup, unknown>;

interface RecipientsProps {
  readonly view: MailingView;
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
}

/** Who gets it, in groups; who does not, and why. */
export function Recipients({ view, selected, onSelect }: RecipientsProps) {
  const say = useSay();
  const language = useLanguage();
  const { recipients, leftOut, canSelect } = view;
  const groups = [...Map.groupBy(recipients, ({ group }) => group)];
  return (
    <Section
      title={say(words.recipients)}
      intro={
        recipients.length === 0
          ? say(words.recipientsNone)
          : canSelect
            ? say(words.chosen, { n: selected.length, all: recipients.length })
            : say(words.together)
      }
      acts={
        canSelect &&
        recipients.length > 0 && (
          <>
            <Button appearance="subtle" onClick={() => onSelect(recipients.map(({ id }) => id))}>
              {say(words.all)}
            </Button>
            <Button appearance="subtle" onClick={() => onSelect([])}>
              {say(words.none)}
            </Button>
          </>
        )
      }
    >
      {groups.map(([group, rows]) => (
        <Group
          key={group}
          name={say(groupNames[group])}
          {...{ rows, selected, onSelect, canSelect }}
          isOpen={groups.length > 1 && rows.length < 4}
        />
      ))}
      {leftOut.length > 0 && (
        <details>
          <summary>{say(words.leftOut, { n: leftOut.length })}</summary>
          <ul className="left-out">
            {leftOut.map(({ name, why }) => (
              <li key={`${name} ${why.sv}`}>
                {name} <span className="quiet">· {why[language]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

interface GroupProps extends Omit<RecipientsProps, 'view'> {
  readonly name: string;
  readonly rows: readonly RecipientRow[];
  readonly canSelect: boolean;
  readonly isOpen: boolean;
}

function Group({ name, rows, selected, onSelect, canSelect, isOpen }: GroupProps) {
  const language = useLanguage();
  const say = useSay();
  const ids = rows.map(({ id }) => id);
  const chosen = ids.filter((id) => selected.includes(id));
  const set = (some: readonly string[], isOn: boolean) =>
    onSelect(isOn ? [...new Set([...selected, ...some])] : selected.filter((id) => !some.includes(id)));
  return (
    <div className="group">
      {canSelect ? (
        <Checkbox
          checked={chosen.length === ids.length ? true : chosen.length === 0 ? false : 'mixed'}
          label={`${name} (${chosen.length}/${ids.length})`}
          onChange={(_, { checked }) => set(ids, checked === true)}
        />
      ) : (
        <p>
          {name} ({ids.length})
        </p>
      )}
      <details open={isOpen}>
        <summary>
          {say({ sv: 'Visa', en: 'Show' })} <span className="hidden">{name}</span>
        </summary>
        <ul className="people">
          {rows.map((row) => (
            <li key={row.id}>
              {canSelect ? (
                <Checkbox
                  checked={selected.includes(row.id)}
                  label={row.name}
                  onChange={(_, { checked }) => set([row.id], checked === true)}
                />
              ) : (
                row.name
              )}
              <span className="quiet break">
                {row.address}
                {row.earlier !== null && ` · ${say(words.earlier, { when: moment(row.earlier, language) })}`}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
