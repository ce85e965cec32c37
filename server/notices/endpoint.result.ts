import { createUnionType, Field, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { Problem } from "../graphql/problem.type.ts";
import type { Locale } from "../request-context.ts";
import type { EndpointFailure } from "./actions/change-endpoint.ts";
import { endpointRefusalTexts } from "./domain/endpoint-refusal-text.ts";
import { WebhookEndpointType } from "./endpoint.type.ts";

@ObjectType("WebhookEndpointKept", { description: "It is done, and its history says by whom." })
export class WebhookEndpointKeptType {
  @Field(() => WebhookEndpointType)
  endpoint!: WebhookEndpointType;

  @Field(() => String, {
    nullable: true,
    description: "The signing secret (`whsec_…`), here and never again. Null where no secret was made.",
  })
  secret!: string | null;
}

@ObjectType("WebhookEndpointRefused", { implements: Problem, description: "Nothing was written." })
export class WebhookEndpointRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [String], { description: "Every reason against it, in the reader's language." })
  reasons!: readonly string[];
}

@ObjectType("StaleWebhookEndpoint", {
  implements: Problem,
  description: "Somebody else changed this endpoint meanwhile. Nothing was written.",
})
export class StaleWebhookEndpointType extends Problem {
  @Field(() => String)
  declare message: string;
}

@ObjectType("WebhookEndpointNotFound", {
  implements: Problem,
  description: "There is no endpoint of this id. Nothing was written.",
})
export class WebhookEndpointNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const KeepWebhookEndpointResult = createUnionType({
  name: "KeepWebhookEndpointResult",
  types: () =>
    [
      WebhookEndpointKeptType,
      WebhookEndpointRefusedType,
      StaleWebhookEndpointType,
      WebhookEndpointNotFoundType,
    ] as const,
});

const texts = {
  REFUSED: { zh: "没有任何更改。原因如下。", en: "Nothing was changed. The reasons are below." },
  STALE: {
    zh: "这个接收地址在您打开之后已有更改：可能是其他管理员所为，也可能是您先前的操作已经生效，只是没有收到答复。本次操作没有生效。如果是您自己更换了密钥，那个新密钥没有任何人看到过，请再更换一次。",
    en: "This endpoint has been changed since you opened it: by another administrator, or by a press of your own whose answer did not arrive. Nothing of this press was saved. If it was your own replacement of the secret, nobody has seen that secret: replace it once more.",
  },
  NOT_FOUND: { zh: "找不到这个接收地址。没有任何更改。", en: "There is no such endpoint. Nothing was changed." },
} as const;

export function toEndpointFailure(
  failure: EndpointFailure,
  locale: Locale,
): WebhookEndpointRefusedType | StaleWebhookEndpointType | WebhookEndpointNotFoundType {
  const message = localised(texts[failure.kind], locale);
  if (failure.kind === "STALE") return Object.assign(new StaleWebhookEndpointType(), { message });
  if (failure.kind === "NOT_FOUND") return Object.assign(new WebhookEndpointNotFoundType(), { message });
  const reasons = failure.reasons.map(({ code }) => localised(endpointRefusalTexts[code], locale));
  return Object.assign(new WebhookEndpointRefusedType(), { message, reasons });
}
