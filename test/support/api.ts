import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { buildApp } from "../../server/app.ts";
import { type OpenHouse, openHouse } from "../../server/open-house.ts";
import { type Login, openLogin } from "../../server/platform/login/login.ts";
import type { Calm } from "../../server/platform/puzzle/puzzle-bits.ts";
import { publishDefaultPolicy } from "../../server/policies/actions/publish-default-policy.ts";
import { caseTokenHeader } from "../../server/request-context-of.ts";
import { addStaff } from "../../server/staff/actions/add-staff.ts";
import type { Permission } from "../../server/staff/domain/permissions.ts";
import { type StaffRole, staffRoles } from "../../server/staff/domain/roles.ts";
import { maySignIn } from "../../server/staff/queries/may-sign-in.ts";
import { publishDefaultCourses } from "../../server/training/actions/publish-default-courses.ts";
import { ApiClient } from "./api-client.ts";
import { createTestDatabase } from "./database.ts";
import { givenApiKey } from "./given-api-key.ts";
import { givenInstitution, givenMerchant } from "./given-rows.ts";
import { TestClock } from "./test-clock.ts";
import { givenTrained } from "./trained.ts";
import { Visitor } from "./visitor.ts";

export const staffPassword = "a pass phrase of some length";

/** Somebody of the desk who has signed in. */
export interface SignedIn extends ApiClient {
  readonly staffId: string;
  readonly email: string;
  readonly cookie: string;
}

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

export interface TestApiSettings {
  readonly production?: boolean;
  readonly calm?: Calm;
  readonly trustProxy?: boolean;
  /** Where browsers find it, and where the built console lies; without, it serves the API alone. */
  readonly forBrowsers?: { readonly address: string; readonly consoleFolder: string };
}

export async function startTestApi(settings: TestApiSettings = {}): Promise<TestApi> {
  const own = await createTestDatabase();
  const log = pino({ level: "fatal" });
  const clock = new TestClock();
  // A test asks as much as it likes, unless it is about just that.
  const calm = settings.calm ?? { own: 1_000_000, all: 1_000_000 };
  const authSecret = "a secret of more than thirty-two characters";
  const house = await openHouse({ databaseUrl: own.url, authSecret, connections: 10, works: false, log, clock, calm });
  const login = openLogin({
    databaseUrl: own.url,
    publicUrl: settings.forBrowsers?.address ?? "http://localhost:4000",
    authSecret,
    log,
    maySignIn: (loginId) => maySignIn(house.db, loginId),
    passwordCost: { memoryCost: 8, timeCost: 1 },
    limits: { signInsPerMinute: 10_000 },
  });
  await publishDefaultPolicy(house.db, clock.now());
  await publishDefaultCourses(house.db, clock.now());
  const config = {
    production: settings.production ?? false,
    trustProxy: settings.trustProxy ?? false,
    demo: false,
    importLimitBytes: 4 * 1024 ** 2,
  };
  const app = await buildApp({ house, login, config, consoleFolder: settings.forBrowsers?.consoleFolder ?? null });
  const scope = { merchantId: await givenMerchant(house.db), institutionId: await givenInstitution(house.db) };
  let count = 0;

  async function another(role: StaffRole): Promise<SignedIn> {
    const email = `staff${++count}@redress.test`;
    const person = { email, password: staffPassword, name: `${role} ${count}`, role };
    const narrowed = {
      ...(role === "MERCHANT_VERIFIER" && { merchantId: scope.merchantId }),
      ...(role === "BANK_OFFICER" && { institutionId: scope.institutionId }),
    };
    const staffId = await addStaff(house.db, login, { ...person, ...narrowed }, clock.now());
    await givenTrained(house.db, staffId);
    const visitor = new Visitor(app, login.publicUrl);
    const { status } = await visitor.post("/api/auth/sign-in/email", { email, password: staffPassword });
    if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
    return Object.assign(new ApiClient(app, { cookie: visitor.cookie }), { staffId, email, cookie: visitor.cookie });
  }

  const members = new Map(await Promise.all(staffRoles.map(async (role) => [role, await another(role)] as const)));

  return {
    house,
    databaseUrl: own.url,
    login,
    app,
    clock,
    own: scope,
    as(role) {
      const member = members.get(role);
      if (member === undefined) throw new Error(`nobody is a ${role}`);
      return member;
    },
    another,
    asCustomer: (token) => new ApiClient(app, { [caseTokenHeader]: token }),
    async asMachine(staffId, scopes) {
      const secret = await givenApiKey(house.db, staffId, clock.now(), scopes);
      return new ApiClient(app, { authorization: `Bearer ${secret}` });
    },
    asStranger: () => new ApiClient(app, {}),
    async close() {
      await app.close();
      await login.close();
      await house.close();
      await own.drop();
    },
  };
}
