/** What is done with a sample and its findings. */
export const auditEventKinds = [
  "DRAW_SAMPLE",
  "REVIEW_ITEM",
  "RAISE_FINDING",
  "CHANGE_FINDING",
  "MOVE_FINDING",
] as const;
export type AuditEventKind = (typeof auditEventKinds)[number];

/** What an event says, and what its link in the sample's chain covers. */
export interface AuditEventContent {
  readonly id: string;
  readonly sampleId: string;
  readonly sequence: number;
  readonly kind: AuditEventKind;
  readonly itemId: string | null;
  readonly findingId: string | null;
  readonly actorId: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}
