import type { Chain } from '../chain.ts';

export interface RoomOffer {
  readonly room: number;
  /** A whole number. */
  readonly cost: number;
}

/** One of several projects that look for dates at the same time. */
export interface JointProject {
  /** What a session costs in each slot, without its room. */
  readonly chain: Chain;
  /** The half days that each slot takes, first and last, numbered alike for all projects. */
  readonly halves: readonly { readonly first: number; readonly last: number }[];
  /** Rooms that are free and large enough, per slot, cheapest first; null when the sessions need no room. */
  readonly offers: readonly (readonly RoomOffer[])[] | null;
  /** Numbers of those who must be there, and so can be at one session at a time. */
  readonly people: readonly number[];
}

export interface JointQuestion {
  readonly projects: readonly JointProject[];
  /** How many key people, rooms and half days there are. */
  readonly people: number;
  readonly rooms: number;
  readonly halves: number;
}

export interface JointPlan {
  /** One per project. */
  readonly plans: readonly ProjectPlan[];
  readonly cost: number;
  /** Nothing can cost less than this; the same as the cost when the plan is proved best. */
  readonly bound: number;
  readonly isProved: boolean;
  /** How many ways of parting the projects were looked into. */
  readonly nodes: number;
}

export interface ProjectPlan {
  readonly slots: readonly number[];
  /** Per session; null without a room, and for sessions that stood already. */
  readonly rooms: readonly (number | null)[];
  readonly cost: number;
}

/** A slot that a project may not use, or only with other rooms. */
export interface Ban {
  readonly slot: number;
  readonly rooms: ReadonlySet<number> | 'all';
}

/** What one project does in a node, and the rooms that would do as well for each of its sessions. */
export interface Choice {
  readonly slots: readonly number[];
  readonly rooms: readonly (readonly number[])[];
  readonly cost: number;
}
