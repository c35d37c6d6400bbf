/** What a web address said when it was looked at. `unknown`: it may be there, but could not be asked just now. */
export interface LinkAnswer {
  readonly outcome: 'answers' | 'missing' | 'unknown';
  /** HTTP status; null when nobody answered. */
  readonly status: number | null;
}

/** Looks whether there is a page behind an address, as a browser would; changes nothing. */
export interface LinksPort {
  look(url: string): Promise<LinkAnswer>;
}
