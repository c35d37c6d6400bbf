import type { DecisionWay, ProposalOutcome } from '../../features/themes/types.ts';
import type { Day, Json, Moment } from './projects.ts';

interface OfProject {
  tenant_id: string;
  project_id: string;
}

export interface ThemeProposalTable extends OfProject {
  id: string;
  title: string;
  why: string;
  proposed_by: string;
  /** How many municipalities somebody said support it, named or not. */
  stated_support: number | null;
  /** Organisations by id. */
  supporters: Json<readonly string[]>;
  outcome: ProposalOutcome;
  extra: Json<Readonly<Record<string, unknown>>>;
  position: number;
  /** Taken away, and kept so that it can be put back. */
  removed_at: Moment | null;
}

export interface ThemeConsultationTable extends OfProject {
  id: string;
  forum: string;
  date: Day | null;
  summary: string;
  /** Organisations by id. */
  heard: Json<readonly string[]>;
  extra: Json<Readonly<Record<string, unknown>>>;
  position: number;
  removed_at: Moment | null;
}

export interface ThemeDecisionTable extends OfProject {
  proposal_id: string | null;
  date: Day | null;
  /** As it was written, or who of the steering group answered. */
  decided_by: string;
  way: DecisionWay;
  paragraph: string | null;
  note: string | null;
  extra: Json<Readonly<Record<string, unknown>>>;
}

export interface ThemeTables {
  theme_proposal: ThemeProposalTable;
  theme_consultation: ThemeConsultationTable;
  theme_decision: ThemeDecisionTable;
}
