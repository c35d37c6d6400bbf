import type { OrganisationFacts, ProjectFacts, SessionFacts } from './facts.ts';

/** ROL-03: the municipalities that take part; before anybody has registered, all that may. */
export function boardMunicipalities(organisations: readonly OrganisationFacts[]): readonly OrganisationFacts[] {
  const municipalities = organisations.filter(({ type, invited }) => type === 'municipality' && invited);
  const taking = municipalities.filter(({ confirmedParticipants }) => confirmedParticipants > 0);
  return taking.length > 0 ? taking : municipalities;
}

/** Who is asked again while another has not been asked once; undefined while the turns are fair. */
export function unfairTurn(
  { organisations, sessions }: Pick<ProjectFacts, 'organisations' | 'sessions'>,
  { soundingBoard }: SessionFacts,
): { readonly again: OrganisationFacts; readonly never: OrganisationFacts } | undefined {
  const turns = (id: string): number =>
    sessions.filter((one) => !one.cancelled && (one.soundingBoard ?? []).includes(id)).length;
  const municipalities = boardMunicipalities(organisations);
  const again = organisations.find(({ id }) => (soundingBoard ?? []).includes(id) && turns(id) > 1);
  const never = municipalities.find(({ id }) => turns(id) === 0);
  return again === undefined || never === undefined ? undefined : { again, never };
}
