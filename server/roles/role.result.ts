import { createUnionType, Field, ObjectType } from "type-graphql";
import { Problem } from "../graphql/problem.type.ts";
import type { Locale } from "../request-context.ts";
import type { RoleRefusal } from "./domain/role-change.ts";
import { roleRefusalText } from "./domain/role-refusal-text.ts";
import { RoleChangeType, RoleGrantsType } from "./role.type.ts";

@ObjectType("RoleChangeProposed", { description: "It waits for somebody else's agreement; the role is as it was." })
export class RoleChangeProposedType {
  @Field(() => RoleChangeType)
  change!: RoleChangeType;

  @Field(() => RoleGrantsType, { nullable: true, description: "The role, with what waits on it now." })
  grants!: RoleGrantsType | null;
}

@ObjectType("RoleChangeWithdrawn", { description: "It waits no longer; the role is as it was." })
export class RoleChangeWithdrawnType {
  @Field(() => RoleChangeType)
  change!: RoleChangeType;
}

@ObjectType("RoleChangeRefused", { implements: Problem, description: "The rules say no. Nothing was written." })
export class RoleChangeRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [String], { description: "Every reason against it, in the reader's language." })
  reasons!: readonly string[];
}

@ObjectType("StaleRole", {
  implements: Problem,
  description: "The role was changed meanwhile. Nothing was written.",
})
export class StaleRoleType extends Problem {
  @Field(() => String)
  declare message: string;
}

@ObjectType("RoleKeyReused", {
  implements: Problem,
  description: "The idempotency key was used before for something else. Nothing was written.",
})
export class RoleKeyReusedType extends Problem {
  @Field(() => String)
  declare message: string;
}

@ObjectType("RoleChangeNotFound", {
  implements: Problem,
  description: "Nothing of the caller's waits under this id. Nothing was written.",
})
export class RoleChangeNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const ProposeRoleChangeResult = createUnionType({
  name: "ProposeRoleChangeResult",
  types: () => [RoleChangeProposedType, RoleChangeRefusedType, StaleRoleType, RoleKeyReusedType] as const,
});

export const WithdrawRoleChangeResult = createUnionType({
  name: "WithdrawRoleChangeResult",
  types: () => [RoleChangeWithdrawnType, RoleChangeNotFoundType] as const,
});

export const roleAnswers = {
  REFUSED: {
    "zh-CN": "没有提交，角色权限不变。原因如下。",
    en: "Nothing was proposed, and the role is as it was. The reasons are below.",
  },
  STALE: {
    "zh-CN": "该角色刚刚被更改，您的提议没有提交。请按最新权限重新勾选。",
    en: "The role has just been changed, and nothing of yours was proposed. Look at it as it is now, and mark your changes again.",
  },
  KEY_REUSED: {
    "zh-CN": "该请求标识已用于另一项操作，没有提交。请刷新页面后重试。",
    en: "This request's key was already used for something else, so nothing was proposed. Reload the page and try again.",
  },
  NOT_FOUND: {
    "zh-CN": "没有可撤回的提议：可能已有结果，或由他人提出。角色权限不变。",
    en: "There is nothing of yours to withdraw: it was decided already, or somebody else proposed it. The role is as it was.",
  },
} as const;

export function toRoleRefused(reasons: readonly RoleRefusal[], locale: Locale): RoleChangeRefusedType {
  const said = reasons.map((reason) => roleRefusalText(reason, locale));
  return Object.assign(new RoleChangeRefusedType(), { message: roleAnswers.REFUSED[locale], reasons: said });
}
