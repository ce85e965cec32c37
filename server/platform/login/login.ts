import { betterAuth } from "better-auth";
import pg from "pg";
import { cookiePrefix, loginOptions } from "./login-options.ts";
import { type LoginLimits, type LoginSettings, usualLimits } from "./login-settings.ts";
import { readSessionCookie, sessionCookieName } from "./session-cookie.ts";

/** Who has signed in, kept in a schema of its own and apart from what they may do. */
export interface Login {
  readonly publicUrl: string;
  readonly limits: LoginLimits;
  /** Whether the company's own sign-in page is set up, and what its button says. */
  readonly oidcName: string | null;
  /** Answers one request below `/api/auth/`. */
  answer(request: Request): Promise<Response>;
  /** The token of the session that the Cookie header names; null for none and for a forged one. Asks no database. */
  sessionToken(cookieHeader: string | undefined): string | null;
  /** Makes a log-in, or gives the one that this address has. Returns its id. */
  createLogin(person: { readonly email: string; readonly password: string; readonly name: string }): Promise<string>;
  /** Gives a log-in another password. */
  setPassword(loginId: string, password: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens log-in over its own few connections, so that a flood of sign-ins cannot take those of the desk. */
export function openLogin(settings: LoginSettings): Login {
  const limits = { ...usualLimits, ...settings.limits };
  const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: 4, idleTimeoutMillis: 30_000 });
  // A connection lost while idle is replaced by the pool; without a listener the event would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const auth = betterAuth(loginOptions(pool, settings, limits));
  const cookieName = sessionCookieName(cookiePrefix, settings.publicUrl);
  return {
    publicUrl: settings.publicUrl,
    limits,
    oidcName: settings.oidc?.name ?? null,
    answer: (request) => auth.handler(request),
    sessionToken: (cookieHeader) => readSessionCookie(cookieHeader, cookieName, settings.authSecret),
    async createLogin({ email, password, name }) {
      const { internalAdapter, password: passwords } = await auth.$context;
      const known = await internalAdapter.findUserByEmail(email.toLowerCase(), { includeAccounts: true });
      // A log-in that nobody can sign in to was cut off before it got its password.
      if (known !== null && known.accounts.length > 0) return known.user.id;
      // The desk vouches for the address, which is what lets a company's sign-in join this log-in later.
      const fresh = { email: email.toLowerCase(), name, emailVerified: true };
      const user = known?.user ?? (await internalAdapter.createUser(fresh, { method: "email-password" }));
      const hashed = await passwords.hash(password);
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: "credential",
        accountId: user.id,
        password: hashed,
      });
      return user.id;
    },
    async setPassword(loginId, password) {
      const { internalAdapter, password: passwords } = await auth.$context;
      await internalAdapter.updatePassword(loginId, await passwords.hash(password));
    },
    close: () => pool.end(),
  };
}
