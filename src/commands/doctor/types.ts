import type { Words } from '../../domain/words.ts';

/** Who can put it right: whoever runs the product, or an administrator of the tenant. */
export type Who = 'you' | 'globalAdmin' | 'exchangeAdmin' | 'teamsAdmin';

export const whoWords: Readonly<Record<Who, Words>> = {
  you: { sv: 'du som driftar Lärprojekt', en: 'you who run Lärprojekt' },
  globalAdmin: { sv: 'global administratör (Entra)', en: 'a global administrator (Entra)' },
  exchangeAdmin: { sv: 'Exchange-administratören', en: 'the Exchange administrator' },
  teamsAdmin: { sv: 'Teams-administratören', en: 'the Teams administrator' },
};

/** `notTried`: what it depends on has failed, so nothing is known. */
export type State = 'ok' | 'warning' | 'fault' | 'notTried';

export interface Fine {
  readonly state: 'ok';
  readonly what: Words;
}

export interface Trouble {
  readonly state: 'warning' | 'fault';
  readonly what: Words;
  readonly why: Words;
  readonly who: Who;
  /** Where, or how, it is put right. */
  readonly how: Words;
  /** Lines to run as they stand. */
  readonly command?: string;
}

export type Finding = Fine | Trouble;

export interface Check {
  readonly id: string;
  readonly title: Words;
  /** Ids of checks without which this one says nothing. */
  readonly needs: readonly string[];
  run(): Promise<readonly Finding[]> | readonly Finding[];
}

export interface Examined {
  readonly id: string;
  readonly title: Words;
  readonly state: State;
  readonly findings: readonly Finding[];
  /** The titles of the checks that this one waits for. */
  readonly because: readonly Words[];
}

export const fine = (sv: string, en: string): Fine => ({ state: 'ok', what: { sv, en } });
export const words = (sv: string, en: string): Words => ({ sv, en });
export const fault = (trouble: Omit<Trouble, 'state'>): Trouble => ({ state: 'fault', ...trouble });
export const warning = (trouble: Omit<Trouble, 'state'>): Trouble => ({ state: 'warning', ...trouble });
