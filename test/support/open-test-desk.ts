import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { buildApp } from "../../server/app.ts";
import { type OpenHouse, openHouse } from "../../server/open-house.ts";
import { type Login, openLogin } from "../../server/platform/login/login.ts";
import type { Calm } from "../../server/platform/puzzle/puzzle-bits.ts";
import { addStaff } from "../../server/staff/actions/add-staff.ts";
import type { StaffRole } from "../../server/staff/domain/roles.ts";
import { maySignIn } from "../../server/staff/queries/may-sign-in.ts";
import { TestClock } from "./test-clock.ts";
import { givenTrained } from "./trained.ts";
import { Visitor } from "./visitor.ts";

export const staffPassword = "a pass phrase of some length";

export interface TestApiSettings {
  readonly production?: boolean;
  readonly calm?: Calm;
  readonly trustProxy?: boolean;
  /** Where browsers find it, and where the built console lies; without, it serves the API alone. */
  readonly forBrowsers?: { readonly address: string; readonly consoleFolder: string };
}

/** The merchant and the bank whose people the verifier and the officer are. */
export interface Scope {
  readonly merchantId: string;
  readonly institutionId: string;
}

/** Somebody who works there, has learned what the workflow asks for, and has signed in. */
export interface Member {
  readonly role: StaffRole;
  readonly staffId: string;
  readonly email: string;
  readonly cookie: string;
}

export interface TestDesk {
  readonly house: OpenHouse;
  readonly login: Login;
  readonly app: FastifyInstance;
  readonly clock: TestClock;
  join(role: StaffRole, number: number, scope: Scope): Promise<Member>;
  close(): Promise<void>;
}

/** The real server over this database, everything but the port. */
export async function openTestDesk(databaseUrl: string, settings: TestApiSettings = {}): Promise<TestDesk> {
  const log = pino({ level: "fatal" });
  const clock = new TestClock();
  // A test asks as much as it likes, unless it is about just that.
  const calm = settings.calm ?? { own: 1_000_000, all: 1_000_000 };
  const authSecret = "a secret of more than thirty-two characters";
  const house = await openHouse({ databaseUrl, authSecret, connections: 10, works: false, log, clock, calm });
  const login = openLogin({
    databaseUrl,
    publicUrl: settings.forBrowsers?.address ?? "http://localhost:4000",
    authSecret,
    log,
    maySignIn: (loginId) => maySignIn(house.db, loginId),
    passwordCost: { memoryCost: 8, timeCost: 1 },
    limits: { signInsPerMinute: 10_000 },
  });
  const config = {
    production: settings.production ?? false,
    trustProxy: settings.trustProxy ?? false,
    demo: false,
    importLimitBytes: 4 * 1024 ** 2,
  };
  const app = await buildApp({ house, login, config, consoleFolder: settings.forBrowsers?.consoleFolder ?? null });

  return {
    house,
    login,
    app,
    clock,
    async join(role, number, scope) {
      const email = `staff${number}@redress.test`;
      const person = { email, password: staffPassword, name: `${role} ${number}`, role };
      const narrowed = {
        ...(role === "MERCHANT_VERIFIER" && { merchantId: scope.merchantId }),
        ...(role === "BANK_OFFICER" && { institutionId: scope.institutionId }),
      };
      const staffId = await addStaff(house.db, login, { ...person, ...narrowed }, clock.now());
      await givenTrained(house.db, staffId);
      const visitor = new Visitor(app, login.publicUrl);
      const { status } = await visitor.post("/api/auth/sign-in/email", { email, password: staffPassword });
      if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
      return { role, staffId, email, cookie: visitor.cookie };
    },
    async close() {
      await app.close();
      await login.close();
      await house.close();
    },
  };
}
