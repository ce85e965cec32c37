import { performOnLatest } from "../../cases/actions/perform-on-latest.ts";
import type { CaseMove } from "../../cases/domain/decide.ts";
import { newId } from "../../kernel/ids.ts";
import { money, toDecimal } from "../../kernel/money.ts";
import type { ActionContext } from "../../request-context.ts";
import type { RowProblem } from "../../transactions/domain/import-problem.ts";
import type { BankDisputeColumn, BankDisputeRow } from "../domain/bank-dispute-row.ts";
import { type Standing, standingOf } from "../domain/bank-file-status.ts";
import { waitsOn } from "../domain/dispute-machine.ts";
import { takesMoney } from "../domain/next-cycle.ts";
import { workflowOf } from "../domain/packs.ts";
import { pathToState } from "../domain/path-to-state.ts";
import { isEnded, rulings } from "../domain/rulings.ts";
import { stepName } from "../domain/step-name.ts";
import type { DisputeStep } from "../domain/words.ts";
import type { KnownDispute } from "../queries/find-bank-disputes.ts";
import type { RowFate } from "./row-fate.ts";

/**
 * Brings a dispute to where its bank now says that it stands, step by step through the door, and then remembers what the
 * bank said. What does not lead there is reported, and nothing is changed.
 */
export async function followBank(
  ctx: ActionContext,
  known: KnownDispute,
  said: BankDisputeRow,
  hash: string,
): Promise<RowFate> {
  const differing = differences(known, said);
  if (differing.length > 0) return differing;
  const workflow = workflowOf(known.network, known.reason_code);
  const standing = standingOf(said.status, workflow);
  if (standing === null) throw new Error(`${said.status} is no status of a bank's file`);
  const moves = movesTo(known, standing, said);
  // The bank had money over it before the withdrawal: whether this is that, or a new chargeback, is somebody's to find out.
  if (moves === null && known.state === "WITHDRAWN")
    return [{ column: "status", code: "WITHDRAWN_HERE", caseNumber: known.case_number }];
  if (moves === null) {
    return [{ column: "status", code: "STATUS_NOT_REACHABLE", from: known.ruling ?? known.state, to: said.status }];
  }
  for (const move of moves) {
    if ((await performOnLatest(ctx, { caseId: known.case_id, move, key: newId() })).ok) continue;
    return [{ column: "status", code: "STATUS_NOT_REACHABLE", from: known.state, to: said.status }];
  }
  await ctx.db
    .updateTable("dispute")
    .set({ reported_status: said.status, content_hash: hash })
    .where("id", "=", known.id)
    .execute();
  return "CHANGED";
}

/** What the bank says of the same number must be the same dispute. */
function differences(known: KnownDispute, said: BankDisputeRow): readonly RowProblem[] {
  const pairs: readonly (readonly [BankDisputeColumn, string, string | null])[] = [
    ["transaction_id", said.transactionReference, known.transaction_reference],
    ["network", said.network, known.network],
    ["reason_code", said.reasonCode, known.reason_code],
    ["currency", said.amount.currency, known.currency],
    ["amount", toDecimal(said.amount), toDecimal(money(known.amount_minor, known.currency))],
  ];
  const importedOn = known.case_opened_at.toISOString().slice(0, 10);
  return pairs
    .filter(([, is, was]) => is !== was)
    .map(([column, , was]) => ({ column, code: "DIFFERS", importedOn, was: was ?? "-" }));
}

/** The moves from here to there; none where the dispute stands there already, null where no way leads there. */
function movesTo(known: KnownDispute, standing: Standing, said: BankDisputeRow): readonly CaseMove[] | null {
  if (known.ruling !== null) return known.ruling === standing.ruling ? [] : null;
  // A dispute that was withdrawn here fits all that its bank says, unless by that the bank has the money.
  if (isEnded(known.state)) return takesMoney(standing) ? null : [];
  const workflow = workflowOf(known.network, known.reason_code);
  const steps = pathToState(
    { state: known.state, workflow, moneyTaken: known.charged_back_minor > 0n },
    standing.state,
  );
  // A ruling needs no steps before it, except those by which the merchant gave in.
  if (steps === null && (standing.ruling === null || standing.state === "LAPSED" || standing.state === "ACCEPTED"))
    return null;
  const due = said.respondBy?.toISOString() ?? null;
  const advance = (step: DisputeStep): CaseMove => ({
    action: "ADVANCE_DISPUTE",
    input: { step: stepName(step), detail: { respondBy: due, disputeId: known.id } },
  });
  const ahead =
    standing.ruling !== null && standing.state !== "LAPSED" && standing.state !== "ACCEPTED" ? [] : (steps ?? []);
  const moves = ahead.map(advance);
  if (standing.ruling !== null) return [...moves, rulingMove(known.id, standing.ruling, said)];
  const deadlineMoved = due !== null && due !== (known.respond_by?.toISOString() ?? null);
  return moves.length === 0 && deadlineMoved && waitsOn(known.state, workflow) === "DESK"
    ? [advance("MOVE_DEADLINE")]
    : moves;
}

function rulingMove(disputeId: string, ruling: NonNullable<Standing["ruling"]>, said: BankDisputeRow): CaseMove {
  const { to, outcome } = rulings[ruling];
  return { action: "RECORD_BANK_RULING", input: { to, outcome, amount: said.amount, detail: { ruling, disputeId } } };
}
