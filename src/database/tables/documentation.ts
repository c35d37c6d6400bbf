import type { Moment } from './projects.ts';

export interface DocumentTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  id: string;
  name: string;
  kind: 'slides' | 'notes' | 'photo' | 'other';
  content_type: string;
  size: number;
  speaker_id: string | null;
  photographer: string | null;
  alt_text: string | null;
  /** Photo: those pictured were informed and the rights are settled. */
  rights_confirmed: boolean;
  added_by: string;
  added_at: Moment;
  drive_id: string | null;
  item_id: string | null;
  web_url: string | null;
  shared_at: Moment | null;
  /** The yes that it goes out under; null until somebody has seen it in a preview and said so. */
  confirmation_id: string | null;
}

/** The bytes, until and after sharing, apart from the row that lists read. */
export interface DocumentContentTable {
  tenant_id: string;
  document_id: string;
  content: Uint8Array;
}

export interface DocumentationTables {
  document: DocumentTable;
  document_content: DocumentContentTable;
}
