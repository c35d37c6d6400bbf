export interface PublicationTable {
  tenant_id: string;
  project_id: string;
  /** The name of the milestone that says on which day. */
  channel: string;
  url: string | null;
  /** Written instead of the text that the project gives. */
  own_text: string | null;
}

export interface PublicationTables {
  publication: PublicationTable;
}
