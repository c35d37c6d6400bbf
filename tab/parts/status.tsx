import {
  ArrowCircleRight20Filled,
  CheckmarkCircle20Filled,
  Circle20Regular,
  Clock20Regular,
  DismissCircle20Filled,
  Edit20Regular,
  ErrorCircle20Filled,
  Question20Regular,
  Warning20Filled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';

/** How a status looks. Its words always stand beside the icon, so that colour alone says nothing. */
export type Tone = 'done' | 'late' | 'next' | 'later' | 'overridden' | 'warning' | 'waiting' | 'no' | 'unknown';

const icons: Readonly<Record<Tone, ReactNode>> = {
  done: <CheckmarkCircle20Filled />,
  late: <ErrorCircle20Filled />,
  next: <ArrowCircleRight20Filled />,
  later: <Circle20Regular />,
  overridden: <Edit20Regular />,
  warning: <Warning20Filled />,
  waiting: <Clock20Regular />,
  no: <DismissCircle20Filled />,
  unknown: <Question20Regular />,
};

export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`status status-${tone}`}>
      <span aria-hidden className="status-icon">
        {icons[tone]}
      </span>
      <span>{children}</span>
    </span>
  );
}

/** A line of advice: a sign, and the words. */
export function Remark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <p className={`remark status-${tone}`}>
      <span aria-hidden className="status-icon">
        {icons[tone]}
      </span>
      <span>{children}</span>
    </p>
  );
}
