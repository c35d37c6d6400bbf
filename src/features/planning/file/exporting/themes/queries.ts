import type { ProjectKey } from '../../../../../domain/ids.ts';
import type { Reader } from '../../../store.ts';
import { entryOf } from '../../shape/rules.ts';
import * as store from '../../store.ts';
import type { Loose } from '../../types.ts';

/** The part of `governance` that tells of the theme. */
export async function themeEntries(reader: Reader, key: ProjectKey): Promise<Loose> {
  const [proposals, consultations, decision] = await Promise.all([
    store.proposalRows(reader, key),
    store.consultationRows(reader, key),
    store.decisionRow(reader, key),
  ]);
  return {
    themeProposals: proposals.map((row) =>
      entryOf(
        row.extra,
        {
          id: row.id,
          title: row.title,
          why: row.why,
          proposedBy: row.proposed_by,
          supportMunicipalities: row.stated_support,
          supporters: row.supporters,
          decision: row.outcome,
        },
        { why: '', proposedBy: '', supporters: [], decision: 'open' },
      ),
    ),
    consultations: consultations.map((row) =>
      entryOf(
        row.extra,
        { forum: row.forum, date: row.date, summary: row.summary, heard: row.heard },
        { summary: '', heard: [] },
      ),
    ),
    decision:
      decision === undefined
        ? null
        : entryOf(
            decision.extra,
            {
              by: decision.decided_by,
              date: decision.date,
              themeProposalId: decision.proposal_id,
              paragraph: decision.paragraph,
              note: decision.note,
            },
            { by: '' },
          ),
  };
}
