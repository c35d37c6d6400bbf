import type { EvaluationView } from '../../../src/features/evaluations/types.ts';
import { percent } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { evaluation as words } from '../../wording/evaluation.ts';

interface Point {
  readonly number: number;
  /** 0–1; null when there is nothing to divide by. */
  readonly answered: number | null;
  readonly useful: number | null;
}

/** The two upper choices of the first question. */
const usefulValues: readonly string[] = ['3', '4'];

function pointOf(view: EvaluationView): Point {
  const counts = view.results.find(({ id }) => id === 'useful')?.counts ?? [];
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const high = counts.filter(({ value }) => usefulValues.includes(value)).reduce((sum, { count }) => sum + count, 0);
  return {
    number: view.sessionNumber,
    answered: view.invited === 0 ? null : view.answered / view.invited,
    useful: total === 0 ? null : high / total,
  };
}

const height = 120;
const columnWidth = 22;
const groupWidth = 84;

/** How answering and usefulness move from session to session: a picture, and the same figures as a table. */
export function Trend({ views }: { views: readonly EvaluationView[] }) {
  const say = useSay();
  const points = views.filter(({ state }) => state === 'open' || state === 'closed').map(pointOf);
  if (points.length < 2)
    return (
      <Section title={say(words.trend)}>
        <p className="quiet">{say(words.trendNeedsTwo)}</p>
      </Section>
    );
  return (
    <Section title={say(words.trend)} intro={say(words.trendIntro)}>
      <p className="legends">
        <span className="legend">
          <span className="dot bar-answered" aria-hidden /> {say(words.trendAnswered)}
        </span>
        <span className="legend">
          <span className="dot bar-useful" aria-hidden /> {say(words.trendUseful)}
        </span>
      </p>
      <div className="trend-parts">
        <Picture points={points} />
        <Figures points={points} />
      </div>
    </Section>
  );
}

function Picture({ points }: { points: readonly Point[] }) {
  const say = useSay();
  const width = points.length * groupWidth;
  const column = (share: number | null, x: number, className: string) =>
    share === null ? null : (
      <rect
        className={className}
        x={x}
        width={columnWidth}
        y={height - share * height}
        height={share * height}
        rx="2"
      />
    );
  return (
    <svg className="trend" role="img" aria-label={say(words.trendPicture)} viewBox={`0 -4 ${width} ${height + 28}`}>
      {[0, 0.5, 1].map((share) => (
        <line key={share} className="grid" x1="0" x2={width} y1={height * (1 - share)} y2={height * (1 - share)} />
      ))}
      {points.map((point, index) => (
        <g key={point.number} transform={`translate(${index * groupWidth + 18} 0)`}>
          {column(point.answered, 0, 'bar-answered')}
          {column(point.useful, columnWidth + 4, 'bar-useful')}
          <text x={columnWidth + 2} y={height + 18} textAnchor="middle">
            {point.number}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Figures({ points }: { points: readonly Point[] }) {
  const say = useSay();
  const language = useLanguage();
  const text = (share: number | null) => (share === null ? say(words.noFigure) : percent(share, language));
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{say(words.trendSession)}</th>
          <th scope="col">{say(words.trendAnswered)}</th>
          <th scope="col">{say(words.trendUseful)}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.number}>
            <th scope="row">{point.number}</th>
            <td>{text(point.answered)}</td>
            <td>{text(point.useful)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
