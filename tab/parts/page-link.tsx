import type { ReactNode } from 'react';
import { Link, useSearch } from 'wouter';

interface PageLinkProps {
  /** Below `/tab`. */
  readonly to: string;
  readonly current?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to a page of the tab. Keeps the project in the address, so that the link can be copied. */
export function PageLink({ to, current = false, className, children }: PageLinkProps) {
  const search = useSearch();
  const project = new URLSearchParams(search).get('projekt');
  const address = project === null ? to : `${to}?projekt=${encodeURIComponent(project)}`;
  return (
    <Link
      href={address}
      {...(className === undefined ? {} : { className })}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      {children}
    </Link>
  );
}
