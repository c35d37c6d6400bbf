import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { MailingView, Requirement } from '../../../src/features/mailings/types.ts';
import { call } from '../../api.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { placeOf } from '../../parts/places.ts';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { mailings as words } from '../../wording/mailings.ts';
import { planning } from '../../wording/planning.ts';

/** Each thing that the letter needs, ticked or missing, with the way to where it is filled in. */
export function Needs({ view }: { view: MailingView }) {
  const say = useSay();
  const { requirements } = view;
  const met = requirements.filter(({ state }) => state !== 'missing').length;
  if (requirements.length === 0) return null;
  return (
    <Section title={say(words.needs)} intro={say(words.needsParts, { met, all: requirements.length })}>
      <ul className="rows needs">
        {requirements.map((one) => (
          <li key={`${one.id} ${one.sessionId ?? ''}`} className="row">
            <Need need={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Need({ need }: { need: Requirement }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const { state, hinders, action } = need;
  const place = placeOf(action, need.sessionId);
  const tone = state === 'met' ? 'done' : state === 'overridden' ? 'overridden' : hinders ? 'late' : 'warning';
  const word = { met: words.met, overridden: words.overridden, missing: hinders ? words.missing : words.stays }[state];
  return (
    <>
      <div className="row-text">
        <Status tone={tone}>
          <span className="hidden">{say(word)}: </span>
          <strong>{say(need.title)}</strong>
          <span className={state === 'met' ? 'need-words quiet' : 'need-words'}> {need.words[language]}</span>
        </Status>
      </div>
      {state === 'missing' && (
        <div className="actions">
          {place !== undefined && (
            <PageLink to={place.to} className="button">
              {say(place.label)}
            </PageLink>
          )}
          {hinders && need.canOverride && may('plan.override') && (
            <Button appearance="subtle" onClick={() => setAsking(true)}>
              {say(words.goAnyway)}
            </Button>
          )}
        </div>
      )}
      {isAsking && <ReasonWindow need={need} onClose={() => setAsking(false)} />}
    </>
  );
}

/** The guideline lets somebody go on without, with a reason that is kept. */
function ReasonWindow({ need, onClose }: { need: Requirement; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  return (
    <AskWindow
      title={say(planning.overrideTitle, { rule: say(need.title) })}
      actLabel={say(planning.overrideSave)}
      done={say(planning.overrideDone)}
      onClose={onClose}
      act={(form) =>
        call(path(`/rules/${encodeURIComponent(need.id)}/override`), {
          method: 'POST',
          body: {
            reason: field(form, 'reason'),
            ...(need.sessionId === null ? {} : { sessionId: need.sessionId }),
          },
        })
      }
    >
      <p>{say(need.words)}</p>
      <Field label={say(planning.overrideReason)} hint={say(planning.overrideHelp)} required>
        <Textarea name="reason" minLength={5} rows={3} required />
      </Field>
    </AskWindow>
  );
}
