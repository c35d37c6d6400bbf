import type { ReactNode } from 'react';
import { Link, useSearch } from 'wouter';

interface PageLinkProps {
  /** Below `/tab`; after `#` the section to go to. */
  readonly to: string;
  /** What the page shows first, by its own names. */
  readonly about?: Readonly<Record<string, string>>;
  readonly current?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to a page of the tab. Keeps the project in the address, so that the link can be copied. */
export function PageLink({ to, about = {}, current = false, className, children }: PageLinkProps) {
  const search = useSearch();
  const project = new URLSearchParams(search).get('projekt');
  const query = new URLSearchParams({ ...(project === null ? {} : { projekt: project }), ...about }).toString();
  const [page = '', part] = to.split('#');
  const address = `${page}${query === '' ? '' : `?${query}`}${part === undefined ? '' : `#${part}`}`;
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
