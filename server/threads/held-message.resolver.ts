import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { CaseType, toCase } from "../cases/case.type.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { badInput } from "../graphql/cursor.ts";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { refused } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { holdMessage } from "./actions/hold-message.ts";
import { takeBackMessage } from "./actions/take-back-message.ts";
import { HoldMessageInput } from "./held-message.input.ts";
import {
  HoldMessageResult,
  MessageTakenBackType,
  messageNotHeld,
  TakeBackMessageResult,
  toHoldMessageResult,
} from "./held-message.result.ts";
import { HeldMessageType, toHeldMessage } from "./held-message.type.ts";
import { getHeldMessage, heldMessagesOfCase } from "./queries/held-messages.ts";

@Resolver(() => CaseType)
export class HeldMessageResolver {
  @Mutation(() => HoldMessageResult, {
    description:
      "Writes to the customer, the merchant or the bank, held for ten seconds in which its writer can take it back. It rests on no version of the case.",
  })
  async holdMessage(
    @Arg("input", () => HoldMessageInput) input: HoldMessageInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof HoldMessageResult> {
    const { thread, idempotencyKey: key } = input;
    if (thread === "INTERNAL")
      throw badInput("`thread` must be CUSTOMER, MERCHANT or BANK; internal words go by addNote.");
    const message = freeText("message", input.message);
    const caseId = rowId(input.caseId, "Case");
    const result =
      caseId === null
        ? refused({ kind: "NOT_FOUND" } as const)
        : await holdMessage(ctx, { caseId, key, thread, message });
    return toHoldMessageResult(ctx, result);
  }

  @Mutation(() => TakeBackMessageResult, {
    description: "Takes a held message back before it is sent; its text comes with the answer.",
  })
  async takeBackMessage(
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof TakeBackMessageResult> {
    const heldId = rowId(id, "HeldMessage");
    const taken = heldId === null ? undefined : await takeBackMessage(ctx, heldId);
    if (taken === undefined) return messageNotHeld(ctx);
    const row = await getHeldMessage(ctx.db, taken.id);
    const found = await ctx.loaders.load(caseById, row.case_id);
    return Object.assign(new MessageTakenBackType(), {
      case: found === null ? null : toCase(found),
      held: Object.assign(toHeldMessage(row, ctx), { body: taken.body }),
    });
  }

  @FieldResolver(() => [HeldMessageType], {
    description: "Messages of the viewer's own that are not sent yet, or could not be sent.",
  })
  async heldMessages(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<readonly HeldMessageType[]> {
    const rows = await ctx.loaders.load(heldMessagesOfCase, row.id);
    return rows.map((held) => toHeldMessage(held, ctx));
  }
}
