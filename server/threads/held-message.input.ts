import { Field, ID, InputType } from "type-graphql";
import { MessageThreadEnum } from "../cases/case-words.type.ts";
import type { MessageThread } from "../cases/domain/words.ts";
import { Uuid } from "../graphql/scalars.ts";

@InputType("HoldMessageInput")
export class HoldMessageInput {
  @Field(() => ID)
  caseId!: string;

  @Field(() => Uuid, { description: "Made once per message. The same key and words are held once." })
  idempotencyKey!: string;

  @Field(() => MessageThreadEnum, { description: "CUSTOMER, MERCHANT or BANK. Internal words go by addNote." })
  thread!: MessageThread;

  @Field(() => String, { description: "At most 4,000 characters." })
  message!: string;
}
