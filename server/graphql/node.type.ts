import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", { description: "Anything that can be asked for again by its id (Relay)." })
export abstract class Node {
  @Field(() => ID, { description: "Opaque and stable." })
  id!: string;
}
