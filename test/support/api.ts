import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { OpenHouse } from "../../server/open-house.ts";
import type { Login } from "../../server/platform/login/login.ts";
import { caseTokenHeader } from "../../server/request-context-of.ts";
import type { Permission } from "../../server/staff/domain/permissions.ts";
import { type StaffRole, staffRoles } from "../../server/staff/domain/roles.ts";
import { ApiClient } from "./api-client.ts";
import { createTestDatabase } from "./database.ts";
import { firstDesk } from "./first-desk.ts";
import { givenApiKey } from "./given-api-key.ts";
import { type Member, openTestDesk, type TestApiSettings } from "./open-test-desk.ts";
import type { TestClock } from "./test-clock.ts";

/** Somebody of the desk who has signed in. */
export interface SignedIn extends ApiClient, Member {}

/** The real server over a database of its own: everything but the port. */
export interface TestApi {
  readonly house: OpenHouse;
  /** For a second process on the same desk. */
  readonly databaseUrl: string;
  readonly login: Login;
  readonly app: FastifyInstance;
  readonly clock: TestClock;
  /** The merchant of the MERCHANT_VERIFIER and the bank of the BANK_OFFICER that `as` gives. */
  readonly own: { readonly merchantId: string; readonly institutionId: string };
  /** The one member of staff of this role. */
  as(role: StaffRole): SignedIn;
  /** One more member of staff, e.g. a second agent. */
  another(role: StaffRole): Promise<SignedIn>;
  /** A customer by the token of their private link. */
  asCustomer(token: string): ApiClient;
  /** A machine with a key of its own that acts as this member of staff. */
  asMachine(staffId: string, scopes?: readonly Permission[]): Promise<ApiClient>;
  asStranger(): ApiClient;
  close(): Promise<void>;
}

/** Its database is a copy of the run's first desk, where one of each role has already signed in. */
export async function startTestApi(settings: TestApiSettings = {}): Promise<TestApi> {
  const first = await firstDesk();
  const own = await createTestDatabase(first.template);
  const desk = await openTestDesk(own.url, settings);
  const { house, login, app, clock } = desk;
  // Whoever signed in as the run began has been idle since, which ends a session after a quarter of an hour.
  await sql`update auth.session set "updatedAt" = now()`.execute(house.db);
  const signedIn = (member: Member): SignedIn => Object.assign(new ApiClient(app, { cookie: member.cookie }), member);
  const members = new Map(first.members.map((member) => [member.role, signedIn(member)]));
  let count = staffRoles.length;

  return {
    house,
    databaseUrl: own.url,
    login,
    app,
    clock,
    own: first.own,
    as(role) {
      const member = members.get(role);
      if (member === undefined) throw new Error(`nobody is a ${role}`);
      return member;
    },
    another: async (role) => signedIn(await desk.join(role, ++count, first.own)),
    asCustomer: (token) => new ApiClient(app, { [caseTokenHeader]: token }),
    async asMachine(staffId, scopes) {
      const secret = await givenApiKey(house.db, staffId, clock.now(), scopes);
      return new ApiClient(app, { authorization: `Bearer ${secret}` });
    },
    asStranger: () => new ApiClient(app, {}),
    async close() {
      await desk.close();
      await own.drop();
    },
  };
}
