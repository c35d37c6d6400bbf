import type { ProjectKey } from '../../../domain/ids.ts';
import { localDateOf } from '../../../domain/local-date.ts';
import type { Tools } from '../../../tools.ts';
import { boardMunicipalities } from '../../../guideline/sounding-board.ts';
import { abstentionOf } from '../abstaining/rules.ts';
import { factsOf, organisationsOf, peopleOf, projectOf, rolesOf, sessionsOf } from '../queries.ts';
import { invitedRoles } from '../rules.ts';
import { milestoneRows } from '../store.ts';
import type { Project } from '../types.ts';
import {
  boardAsked,
  boardSizeOf,
  chosenFor,
  noteTakersPerSession,
  proposeRota,
  turnsOf,
  type RotaSlot,
} from './rules.ts';
import type { RotaKind, RotaView } from './types.ts';

type Reader = Pick<Tools, 'db' | 'clock' | 'settings'>;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who has their turn when, how many each has had, and what would be fair for the rest. */
export async function rotaOf(tools: Reader, key: ProjectKey): Promise<RotaView | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const [all, municipalities, people, milestones] = await Promise.all([
    sessionsOf(tools, key),
    boardCandidates(tools, key),
    noteCandidates(tools, key),
    milestoneRows(tools, key),
  ]);
  const today = localDateOf(tools.clock.now(), project.timeZone).toString();
  const sessions = all.filter(({ cancelled }) => !cancelled);
  const perSession = { board: boardSizeOf(project), notes: noteTakersPerSession };
  const slots = (kind: RotaKind): readonly RotaSlot[] =>
    sessions.map((session) => ({
      sessionId: session.id,
      chosen: chosenFor(kind, session, project),
      isPast: session.date !== null && session.date < today,
    }));
  const [board, notes] = [slots('board'), slots('notes')];
  const proposed = {
    board: proposeRota(board, municipalities, perSession.board),
    notes: proposeRota(notes, people, perSession.notes),
  };
  // Whoever has a turn stands on the list, also when nobody would be asked in their place any more.
  const counted = (candidates: readonly Named[], of: readonly RotaSlot[], everybody: readonly Named[]) => {
    const turns = turnsOf(of);
    const known = new Set(candidates.map(({ id }) => id));
    const others = everybody.filter(({ id }) => turns.has(id) && !known.has(id));
    return [...candidates, ...others].map((one) => ({ ...one, count: turns.get(one.id) ?? 0 }));
  };
  const [everyOrganisation, everybody] = [await organisationsOf(tools, key), await peopleOf(tools, key)];
  return {
    today,
    perSession,
    candidates: {
      board: counted(
        municipalities,
        board,
        everyOrganisation.map(({ id, name }) => ({ id, name })),
      ),
      notes: counted(
        people,
        notes,
        everybody.map(({ id, displayName }) => ({ id, name: displayName })),
      ),
    },
    sessions: sessions.map(({ id, number, date }, index) => {
      const asked = milestones.find(({ name }) => name === boardAsked(id));
      return {
        sessionId: id,
        number,
        date,
        isPast: board[index]?.isPast ?? false,
        chosen: { board: board[index]?.chosen ?? [], notes: notes[index]?.chosen ?? [] },
        proposed: { board: proposed.board[index]?.chosen ?? [], notes: proposed.notes[index]?.chosen ?? [] },
        askedOn: asked === undefined ? null : dayOf(asked.at, project),
      };
    }),
  };
}

function dayOf(at: Date, { timeZone }: Project): string {
  return at.toLocaleDateString('sv-SE', { timeZone });
}

/** Municipalities that take part; before anybody has registered, those that may and have not said no. */
async function boardCandidates(tools: Reader, key: ProjectKey): Promise<readonly Named[]> {
  const [facts, organisations] = await Promise.all([factsOf(tools, key), organisationsOf(tools, key)]);
  const saidNo = new Set(organisations.filter((one) => abstentionOf(one) !== null).map(({ id }) => id));
  return boardMunicipalities(facts?.organisations ?? [])
    .filter(({ id }) => !saidNo.has(id))
    .map(({ id, name }) => ({ id, name }));
}

async function noteCandidates(tools: Reader, key: ProjectKey): Promise<readonly Named[]> {
  const [people, roles] = await Promise.all([peopleOf(tools, key), rolesOf(tools, key)]);
  const holders = new Set(roles.filter(({ role }) => invitedRoles.includes(role)).map(({ personId }) => personId));
  // Whoever leads the day cannot write it down as well.
  const leads = new Set(
    roles.filter(({ role }) => role === 'processFacilitator' || role === 'contentLead').map(({ personId }) => personId),
  );
  const group = people.filter(({ id }) => holders.has(id));
  const free = group.filter(({ id }) => !leads.has(id));
  return (free.length > 0 ? free : group).map(({ id, displayName }) => ({ id, name: displayName }));
}
