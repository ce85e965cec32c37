import type { Bilingual } from "../../kernel/calendar.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { StandIn } from "../../staff/domain/delegation.ts";
import type { GateCourse } from "../../staff/domain/gate-courses.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { ApprovalRefusal, ApprovalRefusalCode } from "./approval-refusal.ts";
import type { ApprovalState, BarReason } from "./words.ts";

/** Somebody who stands on a side of the matter, and why. */
export interface Barred {
  readonly staffId: string;
  readonly because: BarReason;
}

/** All that the rules know of one request. Whose money, policy or role it is about makes no difference to them. */
export interface ApprovalFacts {
  readonly state: ApprovalState;
  readonly proposerId: string | null;
  readonly barred: readonly Barred[];
  /** Everybody who has agreed, and everybody in whose place somebody has. */
  readonly agreedIds: readonly string[];
  /** What is still needed, in order, one person's agreement each: the same right twice asks for two people. */
  readonly missing: readonly Permission[];
  /** The last instant at which it can be decided; null: it waits for ever. */
  readonly expiresAt: Date | null;
}

/** What the kind of a request asks of whoever agrees to it, and why that makes no sense for now; null where it does. */
export interface Asking {
  readonly training: readonly GateCourse[];
  readonly notNow: Bilingual | null;
}

/** How somebody stands to a request: every reason against their deciding it, and in whose place they would. */
export interface Standing {
  readonly standsInFor: StandIn | null;
  readonly reasons: readonly ApprovalRefusal[];
}

type Approver = Pick<Actor, "id" | "permissions" | "standsInFor">;

/**
 * Nobody agrees to what they proposed, decided, wrote or would be paid by, nor twice, nor by a colleague's right where that
 * colleague could not. Their own right counts before a lent one.
 */
export function standingOf(request: ApprovalFacts, actor: Approver, now: Date): Standing {
  const closed = reasonsOfTime(request, now);
  const [next] = request.missing;
  if (next === undefined) return { standsInFor: null, reasons: closed };
  const own = [...closed, ...sidesOf(request, actor.id)];
  if (actor.id !== null && actor.permissions.has(next)) return { standsInFor: null, reasons: own };
  const lenders = actor.id === null ? [] : actor.standsInFor.filter(({ rights }) => rights.has(next));
  const free = lenders.find(({ staffId }) => sidesOf(request, staffId).length === 0);
  if (free !== undefined) return { standsInFor: free, reasons: own };
  const [lender] = lenders;
  if (lender !== undefined) {
    return { standsInFor: null, reasons: [...own, { code: "DELEGATE_OF_BARRED", name: lender.name }] };
  }
  return { standsInFor: null, reasons: [...own, levelReason(request, actor, next)] };
}

/**
 * The same, and what its kind asks of whoever agrees: that nothing holds it up, and a valid record of their own of each
 * course, which nobody lends. Turning down asks for none. Whoever it is not the turn of is told that, and no more.
 */
export function standingToAgree(
  request: ApprovalFacts,
  { training, notNow }: Asking,
  actor: Approver & Pick<Actor, "validCourses">,
  now: Date,
): Standing {
  const { standsInFor, reasons } = standingOf(request, actor, now);
  if (reasons.some(({ code }) => notTheirs.includes(code))) return { standsInFor, reasons };
  const untaught = training.filter((course) => !actor.validCourses.has(course));
  return {
    standsInFor,
    reasons: [
      ...reasons,
      ...(notNow === null ? [] : [{ code: "SUBJECT_REFUSES", text: notNow } as const]),
      ...untaught.map((course) => ({ code: "TRAINING_MISSING", course }) as const),
    ],
  };
}

const notTheirs: readonly ApprovalRefusalCode[] = ["NOT_OPEN", "EXPIRED", "NOT_YOUR_LEVEL", "OUT_OF_TURN"];

/** Every reason against this person's deciding it now; empty where they may. */
export function mayDecide(request: ApprovalFacts, actor: Approver, now: Date): readonly ApprovalRefusal[] {
  return standingOf(request, actor, now).reasons;
}

/** The last instant counts as in time. */
function reasonsOfTime({ state, expiresAt }: ApprovalFacts, now: Date): readonly ApprovalRefusal[] {
  if (state !== "OPEN") return [{ code: "NOT_OPEN", state }];
  return expiresAt !== null && now > expiresAt ? [{ code: "EXPIRED", at: expiresAt }] : [];
}

/** What puts one person on a side of the matter. */
function sidesOf({ proposerId, barred, agreedIds }: ApprovalFacts, staffId: string | null): readonly ApprovalRefusal[] {
  if (staffId === null) return [];
  const reasons: ApprovalRefusal[] = [];
  if (proposerId === staffId) reasons.push({ code: "OWN_PROPOSAL" });
  const because = barred.flatMap((bar) => (bar.staffId === staffId ? [bar.because] : []));
  for (const code of new Set(because)) reasons.push({ code });
  if (agreedIds.includes(staffId)) reasons.push({ code: "ALREADY_DECIDED" });
  return reasons;
}

/** Whoever comes in later is told to wait; everybody else, that it is not theirs. */
function levelReason({ missing }: ApprovalFacts, actor: Approver, next: Permission): ApprovalRefusal {
  const later = missing.some(
    (right) => actor.permissions.has(right) || actor.standsInFor.some(({ rights }) => rights.has(right)),
  );
  return later && actor.id !== null ? { code: "OUT_OF_TURN", next } : { code: "NOT_YOUR_LEVEL", needs: next };
}
