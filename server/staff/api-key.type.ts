import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale, RequestContext } from "../request-context.ts";
import { type KeyState, keyStates, neverInKey, stateOfKey } from "./domain/key-scopes.ts";
import { permissionNames } from "./domain/permission-names.ts";
import type { Permission } from "./domain/permissions.ts";
import { rightsIn } from "./domain/role-book.ts";
import type { ApiKeyRow } from "./queries/list-api-keys.ts";
import { PermissionEnum } from "./staff-words.type.ts";

const KeyStateEnum = wordsEnum(keyStates);
registerEnumType(KeyStateEnum, {
  name: "ApiKeyState",
  description: "Only a key IN_FORCE is answered. MAKER_GONE: whoever made it is suspended or has left.",
});

@ObjectType("ApiKeyScope", { simpleResolvers: true, description: "One permission, as a part of a key." })
export class ApiKeyScopeType {
  @Field(() => PermissionEnum)
  right!: Permission;

  @Field(() => String, { description: "Its name in the reader's language." })
  name!: string;

  @Field(() => Boolean, { description: "It counts now: the maker has it, and a key may have it." })
  inForce!: boolean;

  @Field(() => String, { nullable: true, description: "Why no key may ever have it; null where one may." })
  never!: string | null;
}

@ObjectType("ApiKey", {
  implements: Node,
  description:
    "A machine's key. It acts for whoever made it, by their rights as they are at each request, and no further than its scopes.",
})
export class ApiKeyType extends Node {
  readonly row!: ApiKeyRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: "What the log calls it." })
  name!: string;

  @Field(() => KeyStateEnum)
  state!: KeyState;

  @Field(() => [ApiKeyScopeType])
  scopes!: readonly ApiKeyScopeType[];

  @Field(() => DateTime)
  madeAt!: Date;

  @Field(() => DateTime, { description: "The first instant at which it is nobody's." })
  expiresAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "Its last use, at most five minutes out of date; null: never.",
  })
  usedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  revokedAt!: Date | null;
}

export const ApiKeyConnection = connectionOf(ApiKeyType, "ApiKey");

export function toScope(right: Permission, makersNow: ReadonlySet<Permission>, locale: Locale): ApiKeyScopeType {
  const key = locale === "zh-CN" ? "zh" : "en";
  const never = neverInKey[right]?.[key] ?? null;
  const inForce = never === null && makersNow.has(right);
  return Object.assign(new ApiKeyScopeType(), { right, name: permissionNames[right][key], inForce, never });
}

export function toApiKey(row: ApiKeyRow, { actor, clock, locale }: RequestContext): ApiKeyType {
  const { name, created_at: madeAt, expires_at: expiresAt, used_at: usedAt, revoked_at: revokedAt } = row;
  const makersNow = rightsIn(actor.roles, row.maker_role);
  return Object.assign(new ApiKeyType(), {
    ...{ row, id: toGlobalId("ApiKey", row.id), name, madeAt, expiresAt, usedAt, revokedAt },
    scopes: row.scopes.map((right) => toScope(right, makersNow, locale)),
    state: stateOfKey({ revokedAt, expiresAt, makerActive: row.maker_active }, clock.now()),
  });
}
