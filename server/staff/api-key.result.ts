import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Problem } from "../graphql/problem.type.ts";
import { Uuid } from "../graphql/scalars.ts";
import { ApiKeyType } from "./api-key.type.ts";
import type { Permission } from "./domain/permissions.ts";
import { PermissionEnum } from "./staff-words.type.ts";

@InputType("CreateApiKeyInput")
export class CreateApiKeyInput {
  @Field(() => String, { description: "What the log will call it; one name, one key in force." })
  name!: string;

  @Field(() => [PermissionEnum], { description: "What it may do: of what the caller may, less what no key ever may." })
  scopes!: Permission[];

  @Field(() => Int, { description: "How long it holds: 1 to 365 days." })
  days!: number;

  @Field(() => Uuid, { description: "Made once per intention. The same one again answers ApiKeyMadeBefore." })
  idempotencyKey!: string;
}

@InputType("RevokeApiKeyInput")
export class RevokeApiKeyInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType("ApiKeyMade", { description: "It works from now on." })
export class ApiKeyMadeType {
  @Field(() => ApiKeyType)
  apiKey!: ApiKeyType;

  @Field(() => String, {
    description: "Sent as `Authorization: Bearer …`. It is told here and never again; the desk keeps its hash only.",
  })
  secret!: string;
}

@ObjectType("ApiKeyMadeBefore", {
  description: "The same request has made this key already. Nothing was written, and its secret is not told again.",
})
export class ApiKeyMadeBeforeType {
  @Field(() => ApiKeyType)
  apiKey!: ApiKeyType;

  @Field(() => String, { description: "That, in the reader's language, and what to do." })
  message!: string;
}

@ObjectType("ApiKeyRefused", { implements: Problem, description: "No key was made." })
export class ApiKeyRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [String], { description: "Every reason against it, in the reader's language." })
  reasons!: readonly string[];
}

@ObjectType("ApiKeyRevoked", { description: "From the next request on it is nobody's, also where it was so before." })
export class ApiKeyRevokedType {
  @Field(() => ApiKeyType)
  apiKey!: ApiKeyType;
}

@ObjectType("ApiKeyNotFound", { implements: Problem, description: "The caller has no such key. Nothing was written." })
export class ApiKeyNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const CreateApiKeyResult = createUnionType({
  name: "CreateApiKeyResult",
  types: () => [ApiKeyMadeType, ApiKeyMadeBeforeType, ApiKeyRefusedType] as const,
});

export const RevokeApiKeyResult = createUnionType({
  name: "RevokeApiKeyResult",
  types: () => [ApiKeyRevokedType, ApiKeyNotFoundType] as const,
});

export const apiKeyAnswers = {
  REFUSED: { "zh-CN": "未创建密钥。原因如下。", en: "No key was made. The reasons are below." },
  MADE_BEFORE: {
    "zh-CN": "该密钥此前已创建，密钥内容只显示一次。若未保存，请撤销后重新创建。",
    en: "This key was made before, and its secret was shown then. If you did not keep it, revoke the key and make another.",
  },
  NOT_FOUND: {
    "zh-CN": "找不到可由您撤销的密钥。没有任何更改。",
    en: "There is no such key for you to revoke. Nothing was changed.",
  },
} as const;
