/** One line when a figure is not what it is meant to be, else none. */
export function differs(what: string, is: unknown, meant: unknown): string[] {
  return JSON.stringify(is) === JSON.stringify(meant)
    ? []
    : [`${what}: ${JSON.stringify(is)}, ska vara ${JSON.stringify(meant)}`];
}
