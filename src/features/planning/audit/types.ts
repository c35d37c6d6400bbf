export interface AuditLine {
  readonly id: string;
  /** ISO, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}
