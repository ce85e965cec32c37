import { type IssuedTicket, issueTicket, sweepUploads } from "../../evidence/actions/issue-ticket.ts";
import { fileLimits } from "../../evidence/domain/file-limits.ts";
import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { casesInSight } from "../../staff/scope.ts";
import type { CaseActionFailure } from "../case-command.ts";
import { reasonsAgainst } from "../domain/decide.ts";
import type { Refusal } from "../domain/refusal.ts";
import { gatherFacts } from "../queries/gather-facts.ts";

export interface UploadRequest {
  readonly caseId: string;
  readonly kind: ProofKind;
  readonly fileName: string;
  readonly bytes: number;
}

/** Gives a one-time ticket for a file that the case would take, so that nobody sends ten megabytes to hear no. */
export async function requestUpload(
  ctx: ActionContext,
  request: UploadRequest,
): Promise<Result<IssuedTicket, CaseActionFailure>> {
  const { caseId, bytes } = request;
  const found = await casesInSight(ctx.db, ctx.actor)
    .where("cases.id", "=", caseId)
    .select("cases.id")
    .executeTakeFirst();
  const facts = found === undefined ? undefined : (await gatherFacts(ctx, ctx.db, [caseId])).get(caseId)?.facts;
  if (facts === undefined) return refused({ kind: "NOT_FOUND" });
  const reasons: Refusal[] = [...reasonsAgainst(facts, "ATTACH_EVIDENCE", ctx.actor)];
  if (bytes > fileLimits.bytes) reasons.push({ code: "FILE_TOO_LARGE", mostBytes: fileLimits.bytes });
  return ctx.db.transaction().execute(async (db) => {
    const at = ctx.clock.now();
    await sweepUploads(db, caseId, at);
    if ((await placesTaken(db, caseId, at)) >= fileLimits.filesPerCase) {
      reasons.push({ code: "TOO_MANY_FILES", most: fileLimits.filesPerCase });
    }
    return reasons.length > 0
      ? refused({ kind: "REFUSED", reasons })
      : done(await issueTicket(db, ctx.actor, request, at));
  });
}

/** Files on the case and tickets that may still bring one. The last word is spoken where the file is linked. */
async function placesTaken(db: ActionContext["db"], caseId: string, at: Date): Promise<number> {
  const { files, tickets } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom("evidence")
        .select((count) => count.fn.countAll<bigint>().as("n"))
        .where("case_id", "=", caseId)
        .where("linked_at", "is not", null)
        .as("files"),
      eb
        .selectFrom("evidence_ticket")
        .select((count) => count.fn.countAll<bigint>().as("n"))
        .where("case_id", "=", caseId)
        .where("used_at", "is", null)
        .where("expires_at", ">", at)
        .as("tickets"),
    ])
    .executeTakeFirstOrThrow();
  return Number(files ?? 0n) + Number(tickets ?? 0n);
}
