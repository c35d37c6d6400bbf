import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { swedish } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { useProject } from '../../project.tsx';
import { themes as words } from '../../wording/themes.ts';

interface WhoProps {
  readonly legend: string;
  readonly name: string;
  readonly chosen: readonly string[];
}

/** Which of the project's organisations: the municipalities first, all of them at a press. */
export function WhoPicker({ legend, name, chosen }: WhoProps) {
  const say = useSay();
  const { organisations } = useProject().plan;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen));
  const isMunicipality = ({ type }: { readonly type: string }) => type === 'municipality';
  const sorted = organisations.toSorted(
    (one, other) =>
      Number(isMunicipality(other)) - Number(isMunicipality(one)) || swedish.compare(one.shortName, other.shortName),
  );
  const municipalities = sorted.filter(isMunicipality).map(({ id }) => id);
  const areAll = municipalities.every((id) => ticked.has(id));
  const tick = (ids: readonly string[], isOn: boolean) =>
    setTicked((before) => new Set(isOn ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  return (
    <div className="who">
      {municipalities.length > 1 && (
        <div className="actions">
          <Button size="small" onClick={() => tick(municipalities, !areAll)}>
            {say(areAll ? words.noMunicipality : words.allMunicipalities)}
          </Button>
        </div>
      )}
      <fieldset className="tick-list who-list">
        <legend>{legend}</legend>
        {sorted.map(({ id, shortName }) => (
          <Checkbox
            key={id}
            name={name}
            value={id}
            label={shortName}
            checked={ticked.has(id)}
            onChange={(_event, { checked }) => tick([id], checked === true)}
          />
        ))}
      </fieldset>
    </div>
  );
}

/** The ticked ones of a form. */
export function idsIn(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}
