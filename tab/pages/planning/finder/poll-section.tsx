import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PollAnswer, PollResult, PollView } from '../../../../src/features/date-polls/types.ts';
import { useRead } from '../../../api.ts';
import { dayMonth, listDate } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Section } from '../../../parts/section.tsx';
import { useMay, usePath } from '../../../project.tsx';
import { finder as words } from '../../../wording/finder.ts';
import { PollReminder } from './poll-window.tsx';

const answers: readonly PollAnswer[] = ['yes', 'ifNeeded', 'no'];

/** What has been answered to the latest question about dates; nothing while none has been asked. */
export function PollSection() {
  const path = usePath();
  const poll = useRead<PollView>(path('/date-poll')).data?.poll ?? null;
  return poll === null ? null : <Result poll={poll} />;
}

function Result({ poll }: { poll: PollResult }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const [isReminding, setReminding] = useState(false);
  const { asked, answered, silent } = poll;
  const closes = dayMonth(poll.closesOn, language);
  return (
    <Section
      title={say(words.pollResult)}
      intro={say(poll.isOpen ? words.pollOpen : words.pollClosed, { answered, asked, day: closes })}
      acts={
        may('notices.send') && poll.isOpen && silent.length > 0 ? (
          <Button onClick={() => setReminding(true)}>{say(words.pollRemind)}</Button>
        ) : undefined
      }
    >
      <ul className="rows">
        {poll.results.map(({ date, names }) => (
          <li key={date}>
            <p className="row-title">{listDate(date, language)}</p>
            <p>{answers.map((one) => `${say(words[one])}: ${names[one].length}`).join(' · ')}</p>
            {names.no.length > 0 && <p className="quiet">{say(words.pollCannot, { names: names.no.join(', ') })}</p>}
          </li>
        ))}
      </ul>
      {silent.length > 0 && <p className="quiet">{say(words.pollSilent, { names: silent.join(', ') })}</p>}
      {isReminding && <PollReminder onClose={() => setReminding(false)} />}
    </Section>
  );
}
