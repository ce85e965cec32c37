import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { findCustomer } from "./cases/queries/find-customer.ts";
import { localeOf } from "./graphql/locale.ts";
import { type Id, newId, toGlobalId } from "./kernel/ids.ts";
import { readingTogether } from "./platform/database/reading-together.ts";
import { Loaders } from "./platform/loaders.ts";
import type { Login } from "./platform/login/login.ts";
import type { House, RequestContext } from "./request-context.ts";
import { type Actor, strangerActor } from "./staff/domain/actor.ts";
import { findActor } from "./staff/queries/find-actor.ts";

/** The header by which a customer's page shows the token of their private link. */
export const caseTokenHeader = "x-case-token";

/** The header by which a page of the console says whose it is. */
export const pageOfHeader = "x-page-of";

/** Who asks, in which language, with the loaders of this one request. A case's link counts alone, whoever is signed in. */
export async function requestContextOf(house: House, login: Login, request: FastifyRequest): Promise<RequestContext> {
  const { cookie, authorization, [caseTokenHeader]: token } = request.headers;
  const desk = { db: house.db, clock: house.clock, login };
  const find = (isSeen: boolean): Promise<Sender> =>
    token === undefined
      ? findActor(desk, { cookie, authorization }, isSeen).then((caller) => caller ?? nobody)
      : findHolder(house, token);
  const { actor, cameBy } = await find(true);
  refuseForeignPage(request.headers[pageOfHeader], actor.id);
  const locale = localeOf(request.headers["accept-language"]);
  const isStillThem = async () => isSameActor((await find(false)).actor, actor);
  return makeContext(house, { actor, locale, cameBy, clientAddress: request.ip, isStillThem });
}

type Sender = Pick<RequestContext, "actor" | "cameBy">;

const nobody: Sender = { actor: strangerActor, cameBy: "NOTHING" };

async function findHolder(house: House, token: string | string[]): Promise<Sender> {
  const customer = typeof token === "string" ? await findCustomer(house, token) : null;
  return customer === null ? nobody : { actor: customer, cameBy: "CASE_LINK" };
}

/** The same person with the same scope and rights. */
function isSameActor(now: Actor, then: Actor): boolean {
  const isSamePlace =
    now.id === then.id &&
    now.role === then.role &&
    now.caseId === then.caseId &&
    now.merchantId === then.merchantId &&
    now.institutionId === then.institutionId;
  return isSamePlace && [...then.permissions].every((right) => now.permissions.has(right));
}

/**
 * A page that was drawn for somebody must not act for whoever signed in since, in another tab, or for nobody: it is told so
 * before anything is asked, and lets its reader sign in again.
 */
function refuseForeignPage(pageOf: string | string[] | undefined, staffId: Id | null): void {
  if (pageOf === undefined || (staffId !== null && pageOf === toGlobalId("Staff", staffId))) return;
  const shut = new GraphQLError("Your session has ended. Sign in again.", {
    extensions: { code: "UNAUTHENTICATED", http: { status: 401 } },
  });
  // The same answer where a route beside the API asks.
  throw Object.assign(shut, { code: "UNAUTHENTICATED", statusCode: 401 });
}

/** A context without a request behind it, for subscriptions and tests as well. */
export function makeContext(
  house: House,
  asked: Pick<RequestContext, "actor" | "locale" | "cameBy" | "clientAddress"> &
    Partial<Pick<RequestContext, "isStillThem">>,
): RequestContext {
  const context: Omit<RequestContext, "loaders"> & { loaders?: Loaders<RequestContext> } = {
    ...house,
    isStillThem: () => Promise.resolve(true),
    ...asked,
    requestId: newId(),
  };
  const complete = context as RequestContext;
  const reading: RequestContext = { ...complete, db: readingTogether(house.database.pool) };
  const loaders = new Loaders(reading);
  Object.assign(reading, { loaders });
  context.loaders = loaders;
  return complete;
}
