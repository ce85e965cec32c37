import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { EvidenceLimitsType, EvidenceType, evidenceLimits, toEvidence } from "../evidence/evidence.type.ts";
import { evidenceOfCase } from "../evidence/queries/find-evidence.ts";
import { badInput } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { refused } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { actOnCase } from "./act-on-case.ts";
import { requestUpload } from "./actions/request-upload.ts";
import { CaseType } from "./case.type.ts";
import { CaseActionResult } from "./case-action.result.ts";
import { AttachEvidenceInput, RequestEvidenceUploadInput } from "./evidence.input.ts";
import { EvidenceUploadResult, toEvidenceUploadResult } from "./evidence.result.ts";

/** A garbled id is no file, and the rules say so. */
const nobodysFile = "00000000-0000-7000-8000-000000000000";

/** Files on a case. The bytes themselves go by plain HTTP: `evidence-upload.route.ts`, `evidence-download.route.ts`. */
@Resolver(() => CaseType)
export class EvidenceResolver {
  @FieldResolver(() => [EvidenceType], {
    description: "Files on the case, oldest first. A customer finds their own.",
  })
  async evidence(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<readonly EvidenceType[]> {
    return (await ctx.loaders.load(evidenceOfCase, row.id)).map(toEvidence);
  }

  @Query(() => EvidenceLimitsType, { description: "What an upload may be at most." })
  evidenceLimits(): EvidenceLimitsType {
    return evidenceLimits;
  }

  @Mutation(() => EvidenceUploadResult, {
    description: "Gives a one-time ticket for a file. What the case would not take is refused before it is sent.",
  })
  async requestEvidenceUpload(
    @Arg("input", () => RequestEvidenceUploadInput) { caseId, kind, fileName, bytes }: RequestEvidenceUploadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof EvidenceUploadResult> {
    if (bytes < 1) throw badInput("`bytes` must be at least 1: an empty file proves nothing.");
    const id = rowId(caseId, "Case");
    const result =
      id === null
        ? refused({ kind: "NOT_FOUND" } as const)
        : await requestUpload(ctx, { caseId: id, kind, fileName, bytes });
    return toEvidenceUploadResult(result, ctx);
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Puts a file on the case that was uploaded and is not on it. An upload does this by itself; this is for one that was cut short.",
  })
  attachEvidence(
    @Arg("input", () => AttachEvidenceInput) input: AttachEvidenceInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CaseActionResult> {
    const evidenceId = rowId(input.evidenceId, "Evidence") ?? nobodysFile;
    return actOnCase(ctx, input, { action: "ATTACH_EVIDENCE", input: { evidenceId, detail: {} } });
  }
}
