import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { CostsView, Split } from '../../../../src/features/costs/types.ts';
import { call } from '../../../api.ts';
import { listDate } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../../parts/ask.tsx';
import { Section } from '../../../parts/section.tsx';
import { useMay, usePath } from '../../../project.tsx';
import { costs as words } from '../../../wording/costs.ts';
import { EditButton } from '../facts.tsx';
import { kronor, shareText } from './money.ts';

export function SplitSection({ view }: { view: CostsView }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const { agreedOn, agreedBy, guidanceFrom } = view.split;
  const about = [
    ...(agreedOn === null ? [] : [say(words.splitAgreed, { day: listDate(agreedOn, language) })]),
    ...(agreedBy === null ? [] : [say(words.splitBy, { by: agreedBy })]),
    ...(guidanceFrom === null ? [] : [say(words.splitGuided, { from: guidanceFrom })]),
  ];
  return (
    <Section
      id="fordelning"
      title={say(words.split)}
      intro={say(words.splitIntro)}
      acts={may('costs.edit') && <EditButton name={say(words.split)} onClick={() => setOpen(true)} />}
    >
      {view.shares.length === 0 ? (
        <p className="quiet">{say(words.splitNone)}</p>
      ) : (
        <>
          <ul className="rows">
            {view.shares.map(({ organisationId, name, sharePercent, expected, budget }) => (
              <li key={organisationId} className="row">
                <div className="row-text">
                  <p className="row-title">{name}</p>
                  <p className="quiet">
                    {say(words.shareOf, {
                      percent: shareText(sharePercent, language),
                      expected: kronor(expected, language),
                      budget: kronor(budget, language),
                    })}
                  </p>
                </div>
                <p className="sum">{kronor(expected, language)}</p>
              </li>
            ))}
          </ul>
          {about.length > 0 && <p className="quiet">{about.join(', ')}.</p>}
        </>
      )}
      {isOpen && <SplitWindow view={view} onClose={() => setOpen(false)} />}
    </Section>
  );
}

const fewestParties = 2;

function SplitWindow({ view, onClose }: { view: CostsView; onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const path = usePath()('/costs/split');
  const { split, organisations, today } = view;
  const [shares, setShares] = useState<readonly string[]>(() => {
    const known = split.parties.map(({ sharePercent }) => String(sharePercent).replace('.', ','));
    return [...known, ...Array.from({ length: Math.max(0, fewestParties - known.length) }, () => '')];
  });
  const numbers = shares.map((said) => Number(said.replace(',', '.')) || 0);
  const sum = Math.round(numbers.reduce((all, one) => all + one, 0) * 100) / 100;
  const put = (wish: Split) => call(path, { method: 'PUT', body: wish });
  const read = (form: FormData): Split => ({
    parties: numbers.flatMap((sharePercent, index) => {
      const organisationId = field(form, `party-${index}`);
      return organisationId === '' || sharePercent === 0 ? [] : [{ organisationId, sharePercent }];
    }),
    agreedOn: fieldOrNull(form, 'agreedOn'),
    agreedBy: fieldOrNull(form, 'agreedBy'),
    guidanceFrom: fieldOrNull(form, 'guidanceFrom'),
  });
  const sumText = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB').format(sum);
  return (
    <AskWindow
      title={say(words.splitChange)}
      actLabel={say(words.save)}
      done={say(words.splitSaved)}
      undo={() => put(split)}
      onClose={onClose}
      act={(form) => put(read(form))}
    >
      {shares.map((share, index) => (
        // The rows have no other name than their place.
        <div key={index} className="field-row">
          <Field label={say(words.party, { n: index + 1 })}>
            <Select name={`party-${index}`} defaultValue={split.parties[index]?.organisationId ?? ''}>
              <option value="">{say(words.nobody)}</option>
              {organisations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={say(words.percentOf, { n: index + 1 })}>
            <Input
              inputMode="decimal"
              value={share}
              onChange={(_event, { value }) => setShares(shares.map((one, at) => (at === index ? value : one)))}
            />
          </Field>
        </div>
      ))}
      <p role="status" className={sum === 100 ? 'quiet' : ''}>
        {say(sum === 100 ? words.sumNow : words.sumWrong, { sum: sumText })}
      </p>
      <div>
        <Button size="small" onClick={() => setShares([...shares, ''])}>
          {say(words.moreParties)}
        </Button>
      </div>
      <div className="field-row">
        <Field label={say(words.agreedOn)}>
          <Input type="date" name="agreedOn" max={today} defaultValue={split.agreedOn ?? ''} />
        </Field>
        <Field label={say(words.agreedBy)}>
          <Input name="agreedBy" maxLength={200} defaultValue={split.agreedBy ?? say(words.workingGroup)} />
        </Field>
      </div>
      <Field label={say(words.guidance)}>
        <Input name="guidanceFrom" maxLength={200} defaultValue={split.guidanceFrom ?? say(words.steeringGroup)} />
      </Field>
    </AskWindow>
  );
}
