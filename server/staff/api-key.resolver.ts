import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { createApiKey } from "./actions/create-api-key.ts";
import { revokeApiKey } from "./actions/revoke-api-key.ts";
import {
  ApiKeyMadeBeforeType,
  ApiKeyMadeType,
  ApiKeyNotFoundType,
  ApiKeyRefusedType,
  ApiKeyRevokedType,
  apiKeyAnswers,
  CreateApiKeyInput,
  CreateApiKeyResult,
  RevokeApiKeyInput,
  RevokeApiKeyResult,
} from "./api-key.result.ts";
import { ApiKeyConnection, ApiKeyScopeType, ApiKeyType, toApiKey, toScope } from "./api-key.type.ts";
import { keyRefusalText } from "./domain/key-refusal-text.ts";
import { permissions } from "./domain/permissions.ts";
import { findApiKey, listApiKeys } from "./queries/list-api-keys.ts";
import { StaffType, staffOf } from "./staff.type.ts";

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, {
    description: "Machines' keys, the latest first: the caller's own, and everybody's for STAFF_MANAGE.",
  })
  async apiKeys(
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ApiKeyType>> {
    const page = pageRequest(first, after, 2);
    return toConnection(
      await listApiKeys(ctx.db, ctx.actor, page),
      page,
      (row) => [row.created_at.toISOString(), row.id],
      (row) => toApiKey(row, ctx),
    );
  }

  @Query(() => [ApiKeyScopeType], {
    description: "What the caller may do, and so could let a key do; what no key ever may says why.",
  })
  apiKeyScopes(@Ctx() { actor, locale }: RequestContext): readonly ApiKeyScopeType[] {
    return permissions
      .filter((right) => actor.permissions.has(right))
      .map((right) => toScope(right, actor.permissions, locale));
  }

  @Mutation(() => CreateApiKeyResult, {
    description: "Makes a key by which a machine acts for the caller. A person does this, never a key.",
  })
  async createApiKey(
    @Arg("input", () => CreateApiKeyInput) input: CreateApiKeyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CreateApiKeyResult> {
    const { scopes, days, idempotencyKey: key } = input;
    const made = await createApiKey(ctx, { name: freeText("name", input.name, 60), scopes, days, key });
    if (!made.ok) {
      const reasons = made.error.map((reason) => keyRefusalText(reason, ctx.locale));
      return Object.assign(new ApiKeyRefusedType(), { message: apiKeyAnswers.REFUSED[ctx.locale], reasons });
    }
    const { id, secret } = made.value;
    const apiKey = await keyNow(ctx, id);
    if (secret !== null) return Object.assign(new ApiKeyMadeType(), { apiKey, secret });
    return Object.assign(new ApiKeyMadeBeforeType(), { apiKey, message: apiKeyAnswers.MADE_BEFORE[ctx.locale] });
  }

  @Mutation(() => RevokeApiKeyResult, {
    description: "Ends a key for good: one of the caller's own, or anybody's for STAFF_MANAGE.",
  })
  async revokeApiKey(
    @Arg("input", () => RevokeApiKeyInput) { id }: RevokeApiKeyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof RevokeApiKeyResult> {
    const keyId = rowId(id, "ApiKey");
    if (keyId === null || !(await revokeApiKey(ctx, keyId)))
      return Object.assign(new ApiKeyNotFoundType(), { message: apiKeyAnswers.NOT_FOUND[ctx.locale] });
    return Object.assign(new ApiKeyRevokedType(), { apiKey: await keyNow(ctx, keyId) });
  }

  @FieldResolver(() => StaffType, { nullable: true, description: "Who made it, and for whom it acts." })
  maker(@Root() { row }: ApiKeyType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.staff_id);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: "Who ended it." })
  revokedBy(@Root() { row }: ApiKeyType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.revoked_by_id);
  }

  @FieldResolver(() => Boolean, { description: "The viewer made it." })
  mine(@Root() { row }: ApiKeyType, @Ctx() { actor }: RequestContext): boolean {
    return row.staff_id === actor.id;
  }
}

async function keyNow(ctx: RequestContext, id: string): Promise<ApiKeyType> {
  const row = await findApiKey(ctx.db, ctx.actor, id);
  if (row === undefined) throw new Error(`The API key ${id} vanished as it was written`);
  return toApiKey(row, ctx);
}
