import { type FastifyInstance, fastify } from "fastify";
import { pino } from "pino";
import { type Database, openDatabase } from "../../server/platform/database/database.ts";
import { type Login, openLogin } from "../../server/platform/login/login.ts";
import type { LoginSettings } from "../../server/platform/login/login-settings.ts";
import { systemClock } from "../../server/platform/wall-clock.ts";
import { addStaff } from "../../server/staff/actions/add-staff.ts";
import type { StaffRole } from "../../server/staff/domain/roles.ts";
import { loginRoutes } from "../../server/staff/login.route.ts";
import { type Caller, findActor } from "../../server/staff/queries/find-actor.ts";
import { maySignIn } from "../../server/staff/queries/may-sign-in.ts";
import { createTestDatabase } from "./database.ts";
import { Visitor } from "./visitor.ts";

export const testPassword = "a pass phrase of some length";
const publicUrl = "http://localhost:4000";

/** Log-in and nothing else, on a database of its own. */
export interface LoginDesk {
  readonly database: Database;
  readonly login: Login;
  readonly app: FastifyInstance;
  /** A browser at the desk's own address, or with another origin, or (null) a program that names none. */
  visitor(origin?: string | null): Visitor;
  givenStaff(person?: {
    readonly email?: string;
    readonly role?: StaffRole;
    readonly name?: string;
  }): Promise<{ id: string; email: string }>;
  /** A member of staff with a browser that has signed in. */
  givenSignedIn(): Promise<{ id: string; email: string; visitor: Visitor }>;
  /** Who the desk takes this cookie's or this key's bearer for. */
  caller(headers: { cookie?: string; authorization?: string }): Promise<Caller | null>;
  close(): Promise<void>;
}

let count = 0;

export async function startLoginDesk(settings: Partial<LoginSettings> = {}): Promise<LoginDesk> {
  const own = await createTestDatabase();
  const database = await openDatabase(own.url, { connections: 4 });
  const login = openLogin({
    databaseUrl: own.url,
    publicUrl,
    authSecret: "a secret of more than thirty-two characters",
    log: pino({ level: "silent" }),
    maySignIn: (loginId) => maySignIn(database.db, loginId),
    // Fast, since none of these tests is about how slow a guess is.
    passwordCost: { memoryCost: 8, timeCost: 1 },
    ...settings,
    limits: { signInsPerMinute: 10_000, ...settings.limits },
  });
  const app = fastify();
  await app.register(loginRoutes({ db: database.db, login }));

  const desk: LoginDesk = {
    database,
    login,
    app,
    visitor: (origin = login.publicUrl) => new Visitor(app, origin),
    async givenStaff({ email = `staff${++count}@redress.test`, role = "SUPPORT_AGENT", name = "Li Na" } = {}) {
      const id = await addStaff(database.db, login, { email, password: testPassword, name, role }, new Date());
      return { id, email };
    },
    async givenSignedIn() {
      const { id, email } = await desk.givenStaff();
      const visitor = desk.visitor();
      const answer = await visitor.post("/api/auth/sign-in/email", { email, password: testPassword });
      if (answer.status !== 200) throw new Error(`could not sign in: ${JSON.stringify(answer.body)}`);
      return { id, email, visitor };
    },
    caller: (headers) => findActor({ db: database.db, login, clock: systemClock }, headers),
    async close() {
      await app.close();
      await login.close();
      await database.close();
      await own.drop();
    },
  };
  return desk;
}
