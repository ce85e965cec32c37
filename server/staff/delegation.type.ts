import { createUnionType, Field, ID, InputType, ObjectType } from "type-graphql";
import { Node } from "../graphql/node.type.ts";
import { Problem } from "../graphql/problem.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { DelegationRow } from "./queries/list-delegations.ts";

@ObjectType("Delegation", {
  implements: Node,
  description:
    "Somebody is away, and a colleague gives their approvals meanwhile. It reaches no further than the rights of their own role.",
})
export class DelegationType extends Node {
  readonly row!: DelegationRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime, { description: "The first instant at which it holds no more." })
  endsAt!: Date;

  @Field(() => Boolean, { description: "It holds now." })
  inForce!: boolean;

  @Field(() => Boolean, { description: "It is the viewer's own, and theirs to end." })
  mine!: boolean;
}

@InputType("DelegateApprovalsInput")
export class DelegateApprovalsInput {
  @Field(() => ID, { description: "The member of staff who stands in." })
  delegateId!: string;

  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime, { description: "At most 92 days after the beginning." })
  endsAt!: Date;
}

@ObjectType("DelegationMade")
export class DelegationMadeType {
  @Field(() => DelegationType)
  delegation!: DelegationType;
}

@ObjectType("DelegationRefused", { implements: Problem, description: "Nothing was written." })
export class DelegationRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [String], { description: "Every reason against it, in the reader's language." })
  reasons!: readonly string[];
}

export const DelegationResult = createUnionType({
  name: "DelegationResult",
  types: () => [DelegationMadeType, DelegationRefusedType] as const,
});

export function toDelegation(
  row: DelegationRow,
  viewer: { readonly id: string | null; readonly now: Date },
): DelegationType {
  return Object.assign(new DelegationType(), {
    row,
    id: toGlobalId("Delegation", row.id),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    inForce: row.starts_at <= viewer.now && viewer.now < row.ends_at,
    mine: row.staff_id === viewer.id,
  });
}
