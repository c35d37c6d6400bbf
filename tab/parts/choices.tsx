import { useId } from 'react';

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
}

/** One of a few, always in sight: radio buttons that look like a row of buttons. */
export function Choices<Value extends string>({ label, chosen, onChoose, choices }: ChoicesProps<Value>) {
  const group = useId();
  return (
    <fieldset className="choices">
      <legend className="hidden">{label}</legend>
      {choices.map(({ value, name }) => (
        <label key={value} className="choice">
          <input type="radio" name={group} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
