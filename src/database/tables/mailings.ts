import type { Moment } from './projects.ts';

/** What the content lead has written of their own in one letter. */
export interface MailingWordsTable {
  tenant_id: string;
  project_id: string;
  /** `invitation`, `info:s-2` … */
  mailing: string;
  /** Which text of the letter; one per group of recipients in the invitation. */
  slot: string;
  sv: string;
  en: string;
  changed_by: string;
  changed_at: Moment;
}

/** How far the reports of mails that came back have been read, per mailbox. */
export interface MailReportTable {
  tenant_id: string;
  mailbox: string;
  read_at: Moment;
}

/** What the registration link said when it was last looked at. */
export interface LinkCheckTable {
  tenant_id: string;
  project_id: string;
  url: string;
  outcome: 'answers' | 'missing' | 'unknown';
  /** HTTP status; null when nobody answered. */
  status: number | null;
  checked_at: Moment;
}

export interface MailingTables {
  link_check: LinkCheckTable;
  mailing_words: MailingWordsTable;
  mail_report: MailReportTable;
}
