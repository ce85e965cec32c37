import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { RefusalType } from "./available-action.type.ts";
import { CaseType } from "./case.type.ts";
import { CaseActionResult } from "./case-action.result.ts";
import { bulkActions } from "./domain/bulk.ts";

export const BulkActionEnum = wordsEnum(bulkActions);
registerEnumType(BulkActionEnum, {
  name: "BulkAction",
  description: "What can be done to many cases at once: nothing that moves money.",
});

@ObjectType("BulkPreviewRow", { description: "What an action would meet on one of the cases, as it stands now." })
export class BulkPreviewRowType {
  @Field(() => CaseType)
  case!: CaseType;

  @Field(() => Boolean)
  allowed!: boolean;

  @Field(() => [RefusalType], { description: "Every reason against it, empty where it is allowed." })
  reasons!: readonly RefusalType[];
}

@ObjectType("BulkRow", { description: "What became of one of the cases." })
export class BulkRowType {
  @Field(() => ID)
  caseId!: string;

  @Field(() => CaseActionResult)
  result!: typeof CaseActionResult;
}

@ObjectType("BulkResult", {
  description: "Each case went through the rules by itself; some done and some refused is normal.",
})
export class BulkResultType {
  @Field(() => Int, { description: "On how many of them it was done." })
  done!: number;

  @Field(() => [BulkRowType], { description: "In the order in which they were named." })
  rows!: readonly BulkRowType[];
}
