import { Field, InputType, Int, ObjectType } from "type-graphql";
import { DateTime } from "./scalars.ts";

@ObjectType("Puzzle", {
  description:
    "A little work against floods, asked of callers without an API key when much comes in. For each piece p = 0, 1, … find a whole number n such that SHA-256 of `seed:p:n` begins with `bits` zero bits; then send the same request again with the token and the numbers.",
})
export class PuzzleType {
  @Field(() => String, { description: "Sent back as it is; good for one request of the same kind." })
  token!: string;

  @Field(() => String)
  seed!: string;

  @Field(() => Int, { description: "How many zero bits each hash begins with; more when more comes in." })
  bits!: number;

  @Field(() => Int, { description: "How many numbers there are to find." })
  pieces!: number;

  @Field(() => DateTime)
  expiresAt!: Date;
}

@InputType("PuzzleSolutionInput", { description: "The answer to a puzzle that came with a refusal." })
export class PuzzleSolutionInput {
  @Field(() => String)
  token!: string;

  @Field(() => [Int], { description: "The number found for each piece, in their order." })
  answers!: readonly number[];
}
