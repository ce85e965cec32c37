import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { localised } from "../graphql/locale.ts";
import { InstitutionType, toInstitution } from "../merchants/institution.type.ts";
import { MerchantType, toMerchant } from "../merchants/merchant.type.ts";
import { institutionById } from "../merchants/queries/find-institutions.ts";
import { merchantById } from "../merchants/queries/find-merchants.ts";
import { isProviderId, providerRules } from "../providers/domain/provider-rules.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { changeEndpoint, type EndpointChange } from "./actions/change-endpoint.ts";
import { type EndpointOwner, registerEndpoint } from "./actions/register-endpoint.ts";
import { testEndpoint } from "./actions/test-endpoint.ts";
import { webhookSecret } from "./channels/webhook-secret.ts";
import {
  ChangeWebhookEndpointInput,
  MoveWebhookEndpointInput,
  RegisterWebhookEndpointInput,
  RotateWebhookSecretInput,
  TestWebhookEndpointInput,
} from "./endpoint.input.ts";
import { KeepWebhookEndpointResult, toEndpointFailure, WebhookEndpointKeptType } from "./endpoint.result.ts";
import {
  toDelivery,
  toEndpoint,
  toEndpointEvent,
  WebhookDeliveryType,
  WebhookEndpointConnection,
  WebhookEndpointEventType,
  WebhookEndpointType,
  WebhookProviderType,
} from "./endpoint.type.ts";
import { NoticeTryType, toTry } from "./notice.type.ts";
import {
  deliveriesOfEndpoint,
  endpointById,
  endpointCursor,
  eventsOfEndpoint,
  listEndpoints,
} from "./queries/list-endpoints.ts";
import { attemptsOfNotice } from "./queries/list-notices.ts";

type Answer = Promise<typeof KeepWebhookEndpointResult>;

/** Where systems outside hear of notices, as the administrators keep it. */
@Resolver(() => WebhookEndpointType)
export class WebhookEndpointResolver {
  @Query(() => WebhookEndpointConnection, { description: "All endpoints, the newest first." })
  async webhookEndpoints(
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<WebhookEndpointType>> {
    const page = pageRequest(first, after, 2);
    const now = ctx.clock.now();
    return toConnection(await listEndpoints(ctx.db, page), page, endpointCursor, (row) => toEndpoint(row, now));
  }

  @Query(() => [WebhookProviderType], { description: "The providers that an endpoint can belong to." })
  webhookProviders(@Ctx() { locale }: RequestContext): readonly WebhookProviderType[] {
    return Object.entries(providerRules).map(([code, { name }]) => ({ code, name: localised(name, locale) }));
  }

  @Mutation(() => KeepWebhookEndpointResult, {
    description: "Registers an endpoint and gives its secret, once. It hears of everything that its owner is told.",
  })
  async registerWebhookEndpoint(
    @Arg("input", () => RegisterWebhookEndpointInput) input: RegisterWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    const registered = await registerEndpoint(ctx, { owner: ownerOf(input), url: input.url });
    if (!registered.ok) return toEndpointFailure({ kind: "REFUSED", reasons: registered.error }, ctx.locale);
    return kept(ctx, registered.value, { showsSecret: true });
  }

  @Mutation(() => KeepWebhookEndpointResult, {
    description: "Changes the address; the secret stays. What waits to be sent goes to the new one.",
  })
  async changeWebhookEndpoint(
    @Arg("input", () => ChangeWebhookEndpointInput) input: ChangeWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return change(ctx, input, { kind: "CHANGED", url: input.url });
  }

  @Mutation(() => KeepWebhookEndpointResult, {
    description:
      "Makes a new secret and gives it, once. For 24 hours messages carry the signatures of those before as well, so that the receiver can change over without a gap.",
  })
  async rotateWebhookSecret(
    @Arg("input", () => RotateWebhookSecretInput) input: RotateWebhookSecretInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return change(ctx, input, { kind: "ROTATED", endsOldNow: input.endsOldNow });
  }

  @Mutation(() => KeepWebhookEndpointResult, {
    description: "It is sent nothing from now on. What happens meanwhile is not sent later.",
  })
  async pauseWebhookEndpoint(
    @Arg("input", () => MoveWebhookEndpointInput) input: MoveWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return change(ctx, input, { kind: "PAUSED" });
  }

  @Mutation(() => KeepWebhookEndpointResult, { description: "It hears of what happens from now on." })
  async resumeWebhookEndpoint(
    @Arg("input", () => MoveWebhookEndpointInput) input: MoveWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return change(ctx, input, { kind: "RESUMED" });
  }

  @Mutation(() => KeepWebhookEndpointResult, {
    description:
      "Sends one signed ENDPOINT_TESTED event through the outbox. How it went stands first in `deliveries` once it was tried.",
  })
  async testWebhookEndpoint(
    @Arg("input", () => TestWebhookEndpointInput) { endpointId, idempotencyKey }: TestWebhookEndpointInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    const told = { endpointId: rowId(endpointId, "WebhookEndpoint"), key: idempotencyKey };
    const sent = await testEndpoint(ctx, told);
    return sent.ok ? kept(ctx, sent.value) : toEndpointFailure(sent.error, ctx.locale);
  }

  @FieldResolver(() => String, { description: "The owner's name in the reader's language." })
  async ownerName(@Root() { row }: WebhookEndpointType, @Ctx() ctx: RequestContext): Promise<string> {
    const { provider } = row;
    if (provider !== null)
      return isProviderId(provider) ? localised(providerRules[provider].name, ctx.locale) : provider;
    const owner = (await findMerchant(ctx, row.merchant_id)) ?? (await findInstitution(ctx, row.institution_id));
    if (owner === null) throw new Error(`Endpoint ${row.id} has no owner`);
    return ctx.locale === "zh-CN" ? (owner.nameZh ?? owner.name) : owner.name;
  }

  @FieldResolver(() => MerchantType, { nullable: true })
  merchant(@Root() { row }: WebhookEndpointType, @Ctx() ctx: RequestContext): Promise<MerchantType | null> {
    return findMerchant(ctx, row.merchant_id);
  }

  @FieldResolver(() => InstitutionType, { nullable: true })
  institution(@Root() { row }: WebhookEndpointType, @Ctx() ctx: RequestContext): Promise<InstitutionType | null> {
    return findInstitution(ctx, row.institution_id);
  }

  @FieldResolver(() => [WebhookDeliveryType], { description: "What was sent there, the newest first, at most 20." })
  async deliveries(
    @Root() { row }: WebhookEndpointType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly WebhookDeliveryType[]> {
    return (await ctx.loaders.load(deliveriesOfEndpoint, row.id)).map(toDelivery);
  }

  @FieldResolver(() => [WebhookEndpointEventType], { description: "What was done to it, the latest first." })
  async history(
    @Root() { row }: WebhookEndpointType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly WebhookEndpointEventType[]> {
    return (await ctx.loaders.load(eventsOfEndpoint, row.id)).map(toEndpointEvent);
  }
}

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveryResolver {
  @FieldResolver(() => NoticeTryType, { nullable: true, description: "The last try, with the answer's code." })
  async lastTry(@Root() { row }: WebhookDeliveryType, @Ctx() ctx: RequestContext): Promise<NoticeTryType | null> {
    const last = (await ctx.loaders.load(attemptsOfNotice, row.id)).at(-1);
    return last === undefined ? null : toTry(last, ctx);
  }
}

@Resolver(() => WebhookEndpointEventType)
export class WebhookEndpointEventResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: "Null: the desk itself." })
  by(@Root() { row }: WebhookEndpointEventType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.actor_id);
  }
}

function ownerOf({ merchantId, institutionId, provider }: RegisterWebhookEndpointInput): EndpointOwner | null {
  const named: EndpointOwner[] = [
    ...(merchantId == null ? [] : [{ audience: "MERCHANT", merchantId: rowId(merchantId, "Merchant") } as const]),
    ...(institutionId == null
      ? []
      : [{ audience: "BANK", institutionId: rowId(institutionId, "Institution") } as const]),
    ...(provider == null ? [] : [{ audience: "PROVIDER", provider } as const]),
  ];
  const [owner, ...more] = named;
  return owner === undefined || more.length > 0 ? null : owner;
}

async function change(
  ctx: RequestContext,
  { endpointId, expectedVersion }: MoveWebhookEndpointInput,
  wanted: EndpointChange,
): Answer {
  const id = rowId(endpointId, "WebhookEndpoint");
  const changed = await changeEndpoint(ctx, { endpointId: id, expectedVersion, change: wanted });
  if (!changed.ok) return toEndpointFailure(changed.error, ctx.locale);
  return kept(ctx, changed.value, { showsSecret: wanted.kind === "ROTATED" });
}

async function kept(
  ctx: RequestContext,
  id: string,
  { showsSecret }: { readonly showsSecret: boolean } = { showsSecret: false },
): Promise<WebhookEndpointKeptType> {
  ctx.loaders.clear();
  const row = await ctx.loaders.load(endpointById, id);
  if (row === null) throw new Error("An endpoint vanished as it was changed");
  return Object.assign(new WebhookEndpointKeptType(), {
    endpoint: toEndpoint(row, ctx.clock.now()),
    secret: showsSecret ? webhookSecret(ctx.signing, { id, secretVersion: row.secret_version }) : null,
  });
}

async function findMerchant(ctx: RequestContext, id: string | null): Promise<MerchantType | null> {
  const found = id === null ? null : await ctx.loaders.load(merchantById, id);
  return found === null ? null : toMerchant(found);
}

async function findInstitution(ctx: RequestContext, id: string | null): Promise<InstitutionType | null> {
  const found = id === null ? null : await ctx.loaders.load(institutionById, id);
  return found === null ? null : toInstitution(found);
}
