import { Field, InterfaceType } from "type-graphql";

@InterfaceType("Problem", {
  description:
    "An expected answer that is not success. The message is written for the person reading, in their language.",
})
export abstract class Problem {
  @Field(() => String, { description: "What happened, what it means for the money, and what to do." })
  message!: string;
}
