import { useEffect } from 'react';
import type { Today } from '../../../src/features/today/types.ts';
import { call, useRead } from '../../api.ts';
import { listDate, weekOf } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Answered } from '../../parts/states.tsx';
import { usePath } from '../../project.tsx';
import { today as words } from '../../wording/today.ts';
import { AwaitedSection } from './awaited.tsx';
import { HappenedSection } from './happened.tsx';
import { LettersSection } from './letters.tsx';
import { NextSessionSection } from './next-session.tsx';
import { OutboundSection } from './outbound-section.tsx';
import { StepsSection } from './steps.tsx';
import { TasksSection } from './tasks-section.tsx';
import { TipsSection } from './tips.tsx';

/** Something can be stopped for a couple of minutes, so the page looks often, in milliseconds. */
const LOOK_AGAIN_MS = 10_000;

/** I dag: what to do now, what comes, who is awaited, what goes out, what has happened, and tips. */
export function TodayPage() {
  const path = usePath();
  const query = useRead<Today>(path('/today'), LOOK_AGAIN_MS);
  return <Answered query={query}>{(today) => <Page today={today} />}</Answered>;
}

function Page({ today }: { today: Today }) {
  const say = useSay();
  const language = useLanguage();
  useRememberedLook();
  return (
    <>
      <p className="today-date">
        {say(words.greeting, { day: listDate(today.today, language), week: weekOf(today.today) })}
      </p>
      <div className="stack">
        <StepsSection today={today} />
        <div className="columns">
          <div className="stack">
            <NextSessionSection session={today.nextSession} today={today.today} />
            <HappenedSection happened={today.happened} today={today.today} />
          </div>
          <div className="stack">
            {today.letters.length > 0 && <LettersSection letters={today.letters} />}
            {today.tasks.open > 0 && <TasksSection tasks={today.tasks} today={today.today} />}
            <AwaitedSection awaited={today.awaited} today={today.today} />
            {today.outbound !== null && <OutboundSection outbound={today.outbound} now={today.now} />}
            <TipsSection tips={today.tips} dismissed={today.dismissedTips} />
          </div>
        </div>
      </div>
    </>
  );
}

/** Tells once per opening that somebody has looked. If it does not arrive, the same news stands next time. */
function useRememberedLook(): void {
  const address = usePath()('/today/look');
  useEffect(() => {
    void call(address, { method: 'POST', body: {} }).catch(() => undefined);
  }, [address]);
}
