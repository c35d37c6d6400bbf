export interface DirectoryPerson {
  /** Entra object id. With the tenant id, the only key of a person. */
  readonly oid: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly isGuest: boolean;
}

export interface DirectoryPort {
  byMail(address: string): Promise<DirectoryPerson | null>;
  byOid(oid: string): Promise<DirectoryPerson | null>;
}
