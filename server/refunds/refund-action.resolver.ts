import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import { actOnCase } from "../cases/act-on-case.ts";
import { CaseActionInput } from "../cases/case-action.input.ts";
import { CaseActionResult } from "../cases/case-action.result.ts";
import { badInput } from "../graphql/connection.ts";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { toDetail } from "./domain/provider-report.ts";
import { findLatestRefund } from "./queries/find-refund.ts";

@InputType("RecordManualRefundInput")
export class RecordManualRefundInput extends CaseActionInput {
  @Field(() => String, {
    description:
      "The number under which the money was moved, e.g. a bank transfer's: 4 to 64 letters, digits, spaces, dots, slashes and dashes.",
  })
  reference!: string;
}

@Resolver()
export class RefundActionResolver {
  @Mutation(() => CaseActionResult, {
    description:
      "Records that a failed refund was paid outside. For supervisors, and never by whoever proposed the money. The case closes.",
  })
  async recordManualRefund(
    @Arg("input", () => RecordManualRefundInput) input: RecordManualRefundInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CaseActionResult> {
    const caseId = rowId(input.caseId, "Case");
    const refund = caseId === null ? undefined : await findLatestRefund(ctx.db, caseId);
    const report = { event: "PAY_BY_HAND", key: refund?.instruction_key ?? "", code: null, notBefore: null } as const;
    const detail = toDetail({ ...report, reference: readReference(input.reference) });
    // Without a refund, or out of sight, it is for the door to say so.
    return actOnCase(ctx, input, { action: "SETTLE_REFUND", input: { refundId: refund?.id ?? noRefund, detail } });
  }
}

const noRefund = "00000000-0000-7000-8000-000000000000";

/** It is kept in the event, so it is a number and never words; one that looks like a card's is masked by then, and refused. */
function readReference(text: string): string {
  const reference = freeText("reference", text, 64);
  if (/^[A-Za-z0-9][A-Za-z0-9 ./-]{3,63}$/.test(reference)) return reference;
  throw badInput(
    "`reference` must be the number of a transfer: 4 to 64 letters, digits, spaces, dots, slashes and dashes.",
  );
}
