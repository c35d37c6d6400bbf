import type { Generated } from 'kysely';
import type { Day, Moment } from './projects.ts';

/** CAT-01: what is agreed with a session's kitchen. A missing row means: nothing but what follows from the plan. */
export interface KitchenTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  /** What the invoice is marked with; null: the project's diary number. */
  reference: string | null;
  /** Contact of the day; null: the content lead. */
  contact_name: string | null;
  contact_phone: string | null;
  /** Who takes the order; null: the venue's booking contact. */
  order_address: string | null;
  /** Speakers and others who eat and are counted nowhere else. */
  extra_heads: Generated<number>;
  /** The day of the final number; null: three working days before the session. */
  final_on: Day | null;
  /** the secret of the kitchen's link, sealed, so that the same one can be sent again. Found by its hash alone. */
  link_sealed: Uint8Array | null;
  frozen_at: Moment | null;
  /** Sealed JSON of the numbers as they stood then. */
  frozen_sealed: Uint8Array | null;
}

export interface KitchenTables {
  kitchen: KitchenTable;
}
