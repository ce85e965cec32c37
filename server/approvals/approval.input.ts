import { Field, ID, InputType, Int } from "type-graphql";
import { Uuid } from "../graphql/scalars.ts";
import { ApprovalVerdictEnum } from "./approval-words.type.ts";
import type { ApprovalVerdict } from "./domain/words.ts";

@InputType("ApprovalItemInput", { description: "One request, as the person saw it." })
export class ApprovalItemInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "The version on which they decided. Another version answers StaleApproval." })
  expectedVersion!: number;

  @Field(() => Uuid, {
    description:
      "Made once per intention. The same key gives the same answer; used for something else, ApprovalKeyReused.",
  })
  idempotencyKey!: string;
}

@InputType("DecideApprovalsInput")
export class DecideApprovalsInput {
  @Field(() => [ApprovalItemInput], { description: "1 to 50 requests; each stands or falls by itself." })
  items!: ApprovalItemInput[];

  @Field(() => ApprovalVerdictEnum)
  verdict!: ApprovalVerdict;

  @Field(() => String, { nullable: true, description: "Why; needed to turn down. At most 4,000 characters." })
  note!: string | null;
}
