import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { toGlobalId } from "../kernel/ids.ts";
import {
  type EndpointEventKind,
  type EndpointState,
  endpointEventKinds,
  endpointStates,
  overlapHours,
} from "./domain/endpoint.ts";
import type { NoticeAudience, NoticeKind, NoticeState } from "./domain/words.ts";
import { NoticeAudienceEnum, NoticeKindEnum, NoticeStateEnum } from "./notice-words.type.ts";
import type { DeliveryRow, EndpointEventRow, EndpointRow } from "./queries/list-endpoints.ts";

const EndpointStateEnum = wordsEnum(endpointStates);
registerEnumType(EndpointStateEnum, {
  name: "WebhookEndpointState",
  description: "Whether an endpoint is sent anything.",
  valuesConfig: { PAUSED: { description: "It is sent nothing, and what happens meanwhile is not sent later." } },
});

const EndpointEventKindEnum = wordsEnum(endpointEventKinds);
registerEnumType(EndpointEventKindEnum, {
  name: "WebhookEndpointEventKind",
  description: "What was done to an endpoint.",
});

@ObjectType("WebhookEndpoint", {
  simpleResolvers: true,
  implements: Node,
  description:
    "Where a system of a merchant, an institution or a provider hears of its owner's notices: JSON by POST, signed as Standard Webhooks says (`webhook-id`, `webhook-timestamp`, `webhook-signature`).",
})
export class WebhookEndpointType extends Node {
  /** The row behind it, for the fields that are resolved. Not on the wire. */
  row!: EndpointRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => NoticeAudienceEnum, { description: "MERCHANT, BANK or PROVIDER." })
  audience!: NoticeAudience;

  @Field(() => String)
  url!: string;

  @Field(() => EndpointStateEnum)
  state!: EndpointState;

  @Field(() => Int, { description: "Give this as `expectedVersion` to change it." })
  version!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: `The secret was changed: until then messages carry the signatures of those before as well, ${overlapHours} hours from the change. Null while one secret signs.`,
  })
  oldSecretValidUntil!: Date | null;

  @Field(() => DateTime)
  createdAt!: Date;
}

export const WebhookEndpointConnection = connectionOf(WebhookEndpointType, "WebhookEndpoint");

@ObjectType("WebhookDelivery", {
  simpleResolvers: true,
  description: "One message to an endpoint. It says how it went, and nothing of what it is about.",
})
export class WebhookDeliveryType {
  row!: DeliveryRow;

  @Field(() => ID, { description: "The same as the message's `webhook-id`." })
  id!: string;

  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field(() => NoticeStateEnum)
  state!: NoticeState;

  @Field(() => Int, { description: "How often it was tried since it was last sent by hand." })
  attempts!: number;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "The next try, while it waits." })
  nextTryAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  endedAt!: Date | null;
}

@ObjectType("WebhookEndpointEvent", { simpleResolvers: true, description: "One line of an endpoint's history." })
export class WebhookEndpointEventType {
  row!: EndpointEventRow;

  @Field(() => ID)
  id!: string;

  @Field(() => EndpointEventKindEnum)
  kind!: EndpointEventKind;

  @Field(() => String, { nullable: true, description: "The address before, where it was changed." })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType("WebhookProvider", { simpleResolvers: true, description: "A provider of refunds." })
export class WebhookProviderType {
  @Field(() => String, { description: "Give this as `provider`." })
  code!: string;

  @Field(() => String, { description: "In the reader's language." })
  name!: string;
}

export function toEndpoint(row: EndpointRow, now: Date): WebhookEndpointType {
  const { url, audience, version, old_secret_until: until } = row;
  return Object.assign(new WebhookEndpointType(), {
    ...{ row, id: toGlobalId("WebhookEndpoint", row.id), url, audience, version, createdAt: row.created_at },
    state: row.disabled_at === null ? "ACTIVE" : "PAUSED",
    oldSecretValidUntil: until !== null && until > now ? until : null,
  });
}

export function toDelivery(row: DeliveryRow): WebhookDeliveryType {
  const { id, kind, state, attempts } = row;
  return Object.assign(new WebhookDeliveryType(), {
    ...{ row, id, kind, state, attempts, createdAt: row.created_at },
    ...{ nextTryAt: row.next_try_at, endedAt: row.ended_at },
  });
}

export function toEndpointEvent(row: EndpointEventRow): WebhookEndpointEventType {
  const { id, kind, before, after, at } = row;
  return Object.assign(new WebhookEndpointEventType(), { row, id, kind, before, after, at });
}
