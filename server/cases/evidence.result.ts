import { createUnionType, Field, ObjectType } from "type-graphql";
import type { IssuedTicket } from "../evidence/actions/issue-ticket.ts";
import { EvidenceLimitsType, evidenceLimits } from "../evidence/evidence.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { Result } from "../kernel/result.ts";
import { type RefusalReader, toRefusal } from "./available-action.type.ts";
import { ActionRefusedType, CaseNotFoundType } from "./case-action.result.ts";
import type { CaseActionFailure } from "./case-command.ts";
import { caseActionText } from "./domain/case-action-text.ts";

@ObjectType("EvidenceUpload", {
  description:
    "A right to send one file: POST its bytes, and nothing around them, to `url` before it expires. The answer is JSON: the file, or `code` and `message`. Where the connection breaks, PATCH the rest with `Upload-Offset`: how much there is tells a PATCH without a body with `Upload-Offset: 0` and `Upload-Complete: ?0`, by the header `Upload-Offset` of its answer (204, or 409 where it is another).",
})
export class EvidenceUploadType {
  @Field(() => String, { description: "Good for one upload. Shown once." })
  ticket!: string;

  @Field(() => String)
  url!: string;

  @Field(() => DateTime)
  expiresAt!: Date;

  @Field(() => EvidenceLimitsType)
  limits!: EvidenceLimitsType;
}

export const EvidenceUploadResult = createUnionType({
  name: "EvidenceUploadResult",
  types: () => [EvidenceUploadType, ActionRefusedType, CaseNotFoundType] as const,
});

export function toEvidenceUploadResult(
  result: Result<IssuedTicket, CaseActionFailure>,
  reader: RefusalReader,
): typeof EvidenceUploadResult {
  if (result.ok) {
    const { ticket, expiresAt } = result.value;
    return Object.assign(new EvidenceUploadType(), {
      ticket,
      url: `/evidence/${ticket}`,
      expiresAt,
      limits: evidenceLimits,
    });
  }
  if (result.error.kind === "REFUSED") {
    return Object.assign(new ActionRefusedType(), {
      message: caseActionText("REFUSED", reader.locale),
      reasons: result.error.reasons.map((reason) => toRefusal(reason, reader)),
    });
  }
  return Object.assign(new CaseNotFoundType(), { message: caseActionText("NOT_FOUND", reader.locale) });
}
