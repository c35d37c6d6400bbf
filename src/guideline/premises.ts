import type { OrganisationFacts, ProjectFacts } from './facts.ts';

/**
 * VEN-01: the owner of a venue, when it is one of those who take part: the region, the county board or a municipality.
 * Until registration has closed, every invited municipality counts.
 */
export function ownerTakingPart(facts: ProjectFacts, ownerId: string | undefined): OrganisationFacts | undefined {
  const owner = facts.organisations.find(({ id }) => id === ownerId);
  if (owner?.invited !== true) return undefined;
  const isHost = owner.type === 'region' || owner.type === 'countyAdministrativeBoard';
  const isClosed = facts.registration.closedAt !== undefined;
  const takesPart = owner.type === 'municipality' && (!isClosed || owner.confirmedParticipants > 0);
  return isHost || takesPart ? owner : undefined;
}
