import { knownKeys } from '../../shape/known-keys/rules.ts';
import { restOf } from '../../shape/rules.ts';
import type { ProjectFile } from '../../types.ts';
import type { FileRows } from '../store.ts';

/** What the file tells of proposals, consultations and the decision; a decision there is history, whoever took it. */
export function themeRows(
  { governance = {} }: ProjectFile,
  ids: { readonly tenant_id: string; readonly project_id: string },
): Pick<FileRows, 'theme_proposal' | 'theme_consultation' | 'theme_decision'> {
  const { themeProposals = [], consultations = [], decision } = governance;
  return {
    theme_proposal: themeProposals.map((entry, position) => ({
      ...ids,
      id: entry.id,
      title: entry.title,
      why: entry.why ?? '',
      proposed_by: entry.proposedBy ?? '',
      stated_support: entry.supportMunicipalities ?? null,
      supporters: JSON.stringify(entry.supporters ?? []),
      outcome: entry.decision ?? 'open',
      extra: JSON.stringify(restOf(entry, knownKeys.themeProposal)),
      position,
      removed_at: null,
    })),
    theme_consultation: consultations.map((entry, position) => ({
      ...ids,
      // A consultation has no id in the file.
      id: `tc-${position + 1}`,
      forum: entry.forum,
      date: entry.date ?? null,
      summary: entry.summary ?? '',
      heard: JSON.stringify(entry.heard ?? []),
      extra: JSON.stringify(restOf(entry, knownKeys.consultation)),
      position,
      removed_at: null,
    })),
    theme_decision:
      decision == null
        ? []
        : [
            {
              ...ids,
              proposal_id: decision.themeProposalId ?? null,
              date: decision.date ?? null,
              decided_by: decision.by ?? '',
              way: 'history',
              paragraph: decision.paragraph ?? null,
              note: decision.note ?? null,
              extra: JSON.stringify(restOf(decision, knownKeys.themeDecision)),
            },
          ],
  };
}
