import { useEffect, useState } from 'react';
import { timeLeft } from '../format.ts';
import { useLanguage } from '../language.tsx';

interface CountdownProps {
  /** ISO instant. */
  readonly until: string;
  /** The product's clock when `until` was read; it may stand elsewhere than the browser's. */
  readonly now: string;
}

const TICK_MS = 1000;

/** "(om 1 min 40 s)", running. A timer is read when somebody goes there, not every second. */
export function Countdown({ until, now }: CountdownProps) {
  return <Running key={now} left={Date.parse(until) - Date.parse(now)} />;
}

function Running({ left }: { left: number }) {
  const language = useLanguage();
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const start = Date.now();
    const timer = setInterval(() => setPassed(Date.now() - start), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <span role="timer" className="countdown">
      ({timeLeft(left - passed, language)})
    </span>
  );
}
