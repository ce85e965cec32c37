import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../graphql/node.type.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { InstitutionRow } from "./queries/find-institutions.ts";

@ObjectType("Institution", {
  simpleResolvers: true,
  implements: Node,
  description: "A bank that issues cards and rules on disputes.",
})
export class InstitutionType extends Node {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: "The name in Chinese, where one is known." })
  nameZh!: string | null;

  @Field(() => Int, { description: "Give this as `expectedVersion` to change it." })
  version!: number;
}

export function toInstitution({ id, code, name, name_zh: nameZh, version }: InstitutionRow): InstitutionType {
  return Object.assign(new InstitutionType(), { id: toGlobalId("Institution", id), code, name, nameZh, version });
}
