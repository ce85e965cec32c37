import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { findCustomer } from "./cases/queries/find-customer.ts";
import { localeOf } from "./graphql/locale.ts";
import { type Id, newId, toGlobalId } from "./kernel/ids.ts";
import { Loaders } from "./platform/loaders.ts";
import type { Login } from "./platform/login/login.ts";
import type { House, RequestContext } from "./request-context.ts";
import { strangerActor } from "./staff/domain/actor.ts";
import { findActor } from "./staff/queries/find-actor.ts";

/** The header by which a customer's page shows the token of their private link. */
export const caseTokenHeader = "x-case-token";

/** The header by which a page of the console says whose it is. */
export const pageOfHeader = "x-page-of";

/** Who asks, in which language, with the loaders of this one request. A case's link counts alone, whoever is signed in. */
export async function requestContextOf(house: House, login: Login, request: FastifyRequest): Promise<RequestContext> {
  const token = request.headers[caseTokenHeader];
  const { cookie, authorization } = request.headers;
  const caller =
    token === undefined
      ? await findActor({ db: house.db, clock: house.clock, login }, { cookie, authorization })
      : null;
  const customer = typeof token === "string" ? await findCustomer(house, token) : null;
  refuseForeignPage(request.headers[pageOfHeader], caller?.actor.id ?? null);
  const locale = localeOf(request.headers["accept-language"]);
  const actor = customer ?? caller?.actor ?? strangerActor;
  const cameBy = caller?.cameBy ?? (customer === null ? "NOTHING" : "CASE_LINK");
  return makeContext(house, { actor, locale, cameBy, clientAddress: request.ip });
}

/**
 * A page that was drawn for somebody must not act for whoever signed in since, in another tab, or for nobody: it is told so
 * before anything is asked, and lets its reader sign in again.
 */
function refuseForeignPage(pageOf: string | string[] | undefined, staffId: Id | null): void {
  if (pageOf === undefined || (staffId !== null && pageOf === toGlobalId("Staff", staffId))) return;
  throw new GraphQLError("Your session has ended. Sign in again.", {
    extensions: { code: "UNAUTHENTICATED", http: { status: 401 } },
  });
}

/** A context without a request behind it, for subscriptions and tests as well. */
export function makeContext(
  house: House,
  asked: Pick<RequestContext, "actor" | "locale" | "cameBy" | "clientAddress">,
): RequestContext {
  const context: Omit<RequestContext, "loaders"> & { loaders?: Loaders<RequestContext> } = {
    ...house,
    ...asked,
    requestId: newId(),
  };
  const complete = context as RequestContext;
  context.loaders = new Loaders(complete);
  return complete;
}
