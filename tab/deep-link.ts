/** The app's id in Teams, as its package says. */
const appId = '5f0c2b1e-8d57-4f5b-9a53-3c6e4d1a7b20';

/** What a link into the tab is about. */
export interface DeepLink {
  readonly projectId: string;
  /** Below `/tab`, with its section after `#`; empty for the first page. */
  readonly page: string;
}

/** Reads `lp-2026-kompetens/traffar/s-2#program`, or a project's id alone. */
export function readSubPage(subPage: string): DeepLink {
  const at = subPage.indexOf('/');
  if (at === -1) return { projectId: subPage, page: '' };
  return { projectId: subPage.slice(0, at), page: subPage.slice(at) };
}

/** A link that opens this very page of the tab inside Teams; `address` is the page's own web address. */
export function linkIntoTeams(address: URL, base: string): string {
  const projectId = address.searchParams.get('projekt');
  const page = `${address.pathname.slice(base.length)}${address.hash}`;
  const context = projectId === null ? {} : { subEntityId: `${projectId}${page}` };
  const query = new URLSearchParams({ webUrl: address.href, context: JSON.stringify(context) });
  return `https://teams.microsoft.com/l/entity/${appId}/idag?${query.toString()}`;
}

/** The tab's own address of what a link is about; undefined when it names no page. */
export function addressOf({ projectId, page }: DeepLink, base: string): string | undefined {
  if (page === '' || projectId === '') return undefined;
  const [path = '', part] = page.split('#');
  const query = new URLSearchParams({ projekt: projectId }).toString();
  return `${base}${path}?${query}${part === undefined ? '' : `#${part}`}`;
}
