import type { AgendaLook } from '../../../../src/features/sessions/types.ts';
import { timeRange } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Remark, Status } from '../../../parts/status.tsx';
import { agendaEditor as words } from '../../../wording/agenda.ts';
import { BalanceBar } from '../session-parts.tsx';
import { sentence } from './agenda-row.tsx';
import type { Row } from './rows.ts';

/** The day as a whole: from when to when, how it divides, and what the rules say of all of it. */
export function AgendaSummary({
  rows,
  look,
  hasFailed,
}: {
  rows: readonly Row[];
  look: AgendaLook | undefined;
  hasFailed: boolean;
}) {
  const say = useSay();
  const language = useLanguage();
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const ofDay = look?.findings.filter((finding) => finding.rows.length === 0) ?? [];
  const isFine = look !== undefined && look.findings.length === 0 && look.fault === null;
  return (
    <div className="agenda-day">
      <p>
        <strong>{timeRange(first.start, last.end, language)}</strong>
        <span className="quiet"> · {say(words.count, { n: rows.length })}</span>
      </p>
      {look !== undefined && <BalanceBar session={look} />}
      {hasFailed && <Remark tone="unknown">{say(words.lookFailed)}</Remark>}
      {isFine && <Status tone="done">{say(words.fine)}</Status>}
      {ofDay.map((finding) => (
        <Remark key={`${finding.ruleId} ${finding.words.sv}`} tone={finding.tone === 'warning' ? 'warning' : 'next'}>
          {sentence(finding.words[language])}
        </Remark>
      ))}
    </div>
  );
}
