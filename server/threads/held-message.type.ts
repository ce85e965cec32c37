import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { type RefusalReader, RefusalType, toRefusal } from "../cases/available-action.type.ts";
import { MessageThreadEnum } from "../cases/case-words.type.ts";
import type { MessageThread } from "../cases/domain/words.ts";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { type HeldState, heldStates } from "./domain/words.ts";
import type { HeldMessageRow } from "./queries/held-messages.ts";

export const HeldStateEnum = wordsEnum(heldStates);
registerEnumType(HeldStateEnum, {
  name: "HeldState",
  description: "HELD: it can be taken back until it is sent. REFUSED: it could not be sent; the text is still there.",
});

@ObjectType("HeldMessage", {
  simpleResolvers: true,
  description: "A message that its writer can still take back. Nobody else sees it.",
})
export class HeldMessageType {
  @Field(() => ID)
  id!: string;

  @Field(() => MessageThreadEnum)
  thread!: MessageThread;

  @Field(() => String, { description: "Empty once it was sent or taken back." })
  body!: string;

  @Field(() => HeldStateEnum)
  state!: HeldState;

  @Field(() => DateTime, { description: "It is not sent before." })
  sendsAt!: Date;

  @Field(() => [RefusalType], { description: "Why it could not be sent; empty unless REFUSED." })
  reasons!: readonly RefusalType[];
}

export function toHeldMessage(row: HeldMessageRow, reader: RefusalReader): HeldMessageType {
  return Object.assign(new HeldMessageType(), {
    id: toGlobalId("HeldMessage", row.id),
    thread: row.thread,
    body: row.body,
    state: row.state,
    sendsAt: row.sends_at,
    reasons: (row.refusals ?? []).map((refusal) => toRefusal(refusal, reader)),
  });
}
