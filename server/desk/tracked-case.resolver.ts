import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { findCustomer } from "../cases/queries/find-customer.ts";
import { RequestSubmittedType } from "../cases/request.result.ts";
import { LocaleEnum } from "../graphql/locale.ts";
import type { Locale, RequestContext } from "../request-context.ts";
import { findTrackedCase } from "./queries/find-tracked-case.ts";
import { TrackedCaseType, toTrackedCase } from "./tracked-case.type.ts";

/** The customer's own page. Whoever holds the token is the customer, whoever else may be signed in. */
@Resolver(() => RequestSubmittedType)
export class TrackedCaseResolver {
  @Query(() => TrackedCaseType, {
    nullable: true,
    description: "A case by the token of its private link; null for a wrong token and for one that has expired.",
  })
  trackedCase(
    @Arg("token", () => String) token: string,
    @Arg("locale", () => LocaleEnum, { nullable: true, description: "The language of the request when left out." })
    locale: Locale | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TrackedCaseType | null> {
    return track(ctx, token, locale ?? ctx.locale);
  }

  @FieldResolver(() => TrackedCaseType, {
    name: "trackedCase",
    nullable: true,
    description: "The new case, as its customer sees it.",
  })
  submittedCase(@Root() { trackingToken }: RequestSubmittedType, @Ctx() ctx: RequestContext) {
    return track(ctx, trackingToken, ctx.locale);
  }
}

async function track(ctx: RequestContext, token: string, locale: Locale): Promise<TrackedCaseType | null> {
  const customer = await findCustomer(ctx, token);
  const found = customer?.caseId == null ? null : await findTrackedCase(ctx, customer, customer.caseId);
  return found === null || customer === null ? null : toTrackedCase(found, { actor: customer, locale });
}
