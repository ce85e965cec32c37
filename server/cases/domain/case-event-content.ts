import type { Role } from "../../staff/domain/roles.ts";
import type { CaseEventKind, CaseState } from "./words.ts";

/** What an event says, and what its link in the chain covers. */
export interface CaseEventContent {
  readonly id: string;
  readonly caseId: string;
  readonly sequence: number;
  readonly kind: CaseEventKind;
  readonly fromState: CaseState | null;
  readonly toState: CaseState;
  readonly actorRole: Role;
  readonly actorId: string | null;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The machine's key by which it was done, as `keyInEvent` wrote it; null where somebody did it themselves. */
export function keyOfEvent(data: unknown): string | null {
  return textIn(data, "apiKeyId");
}

/** The rule of the deadline that passed; null where none did. */
export function ruleOfBreach({ kind, data }: EventData): string | null {
  return kind === "RECORD_CLOCK_BREACH" ? textIn(data, "rule") : null;
}

/** What moves a case from one person to another; whoever opens one again releases it from whoever can work it no more. */
const movesAssignee: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>(["ASSIGN", "REOPEN"]);

/** Whom a case went from and to, as its event wrote them; null where that is nobody. */
export function assigneesOfEvent({ kind, data }: EventData): {
  readonly from: string | null;
  readonly to: string | null;
} {
  if (!movesAssignee.has(kind)) return { from: null, to: null };
  return { from: textIn(data, "fromAssigneeId"), to: textIn(data, "assigneeId") };
}

/** An event as it is read back: what it recorded is whatever stands there. */
type EventData = Pick<CaseEventContent, "kind"> & { readonly data: unknown };

function textIn(data: unknown, name: string): string | null {
  if (typeof data !== "object" || data === null) return null;
  const { [name]: value } = data as Readonly<Record<string, unknown>>;
  return typeof value === "string" ? value : null;
}
