import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { actOnCase } from "../cases/act-on-case.ts";
import { CaseActionInput } from "../cases/case-action.input.ts";
import { CaseActionResult } from "../cases/case-action.result.ts";
import { badInput } from "../graphql/cursor.ts";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";

@InputType("RecordManualRefundInput")
export class RecordManualRefundInput extends CaseActionInput {
  @Field(() => String, {
    description:
      "The number under which the money was moved, e.g. a bank transfer's: 4 to 64 letters, digits, spaces, dots, slashes and dashes.",
  })
  reference!: string;

  @Field(() => ID, { description: "The file on the case that proves it, of kind PAYMENT_PROOF." })
  evidenceId!: string;
}

@Resolver()
export class RefundActionResolver {
  @Mutation(() => CaseActionResult, {
    description:
      "Says that a failed refund was paid outside, with proof. Its money is held, and others have to agree in the approvals room before the case closes.",
  })
  async recordManualRefund(
    @Arg("input", () => RecordManualRefundInput) input: RecordManualRefundInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CaseActionResult> {
    // A file that is none is for the door to refuse.
    const evidenceId = rowId(input.evidenceId, "Evidence") ?? noFile;
    const reference = readReference(input.reference);
    return actOnCase(ctx, input, { action: "PROPOSE_MANUAL_REFUND", input: { reference, evidenceId } });
  }
}

const noFile = "00000000-0000-7000-8000-000000000000";

/** It is kept in the event, so it is a number and never words; one that looks like a card's is masked by then, and refused. */
function readReference(text: string): string {
  const reference = freeText("reference", text, 64);
  if (/^[A-Za-z0-9][A-Za-z0-9 ./-]{3,63}$/.test(reference)) return reference;
  throw badInput(
    "`reference` must be the number of a transfer: 4 to 64 letters, digits, spaces, dots, slashes and dashes.",
  );
}
