import { useEffect, useId, useRef, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly intro?: string | undefined;
  /** Buttons beside the heading. */
  readonly acts?: ReactNode;
  /** A link to it, `#id`, brings it into sight once it stands. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** A card with a heading of its own; a landmark, so that one can jump to it. */
export function Section({ title, intro, acts, id, children }: SectionProps) {
  const heading = useId();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (id === undefined || decodeURIComponent(location.hash) !== `#${id}`) return;
    head.current?.scrollIntoView();
    head.current?.focus({ preventScroll: true });
  }, [id]);
  return (
    <section className="card" aria-labelledby={heading} {...(id === undefined ? {} : { id })}>
      <header className="card-head">
        <div>
          <h2 id={heading} ref={head} tabIndex={-1}>
            {title}
          </h2>
          {intro !== undefined && <p className="quiet">{intro}</p>}
        </div>
        {acts !== undefined && <div className="actions">{acts}</div>}
      </header>
      {children}
    </section>
  );
}

/** A number that matters, with its words. */
export function Figure({
  value,
  of,
  label,
}: {
  value: string | number;
  of?: string | number | undefined;
  label: string;
}) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        {value}
        {of !== undefined && <small> / {of}</small>}
      </dd>
    </div>
  );
}
