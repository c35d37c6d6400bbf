/** The Entra tenant (`tid`) that owns the data. Every table carries it, and it always comes from a verified sign-in. */
export type TenantId = string;
export type ProjectId = string;
export type SessionId = string;
export type PersonId = string;
export type OrganisationId = string;
export type VenueId = string;
export type SpeakerId = string;

/** What every stored thing of a project is found by. */
export interface ProjectKey {
  readonly tenantId: TenantId;
  readonly projectId: ProjectId;
}
