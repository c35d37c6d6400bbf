/** One segment of a path, encoded; `@` may stand, so that logs read well. */
export function segment(text: string): string {
  return encodeURIComponent(text).replaceAll('%40', '@');
}

export function userPath(mailbox: string, ...rest: readonly string[]): string {
  return ['', 'users', segment(mailbox), ...rest].join('/');
}

/** The lanes that one request into a mailbox takes. */
export function oneIn(mailbox: string): ReadonlyMap<string, number> {
  return new Map([[mailbox.toLowerCase(), 1]]);
}
