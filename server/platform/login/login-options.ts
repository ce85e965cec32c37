import { hash, verify } from "@node-rs/argon2";
import type { BetterAuthOptions } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { deleteSessionCookie } from "better-auth/cookies";
import { type GenericOAuthConfig, genericOAuth, twoFactor } from "better-auth/plugins";
import { PostgresDialect } from "kysely";
import type pg from "pg";
import { newId } from "../../kernel/ids.ts";
import { countTry, forgetTries } from "./lock-out.ts";
import {
  type LoginLimits,
  type LoginSettings,
  type OidcProvider,
  passwordLength,
  usualPasswordCost,
} from "./login-settings.ts";
import { useCodeOnce } from "./used-codes.ts";

export const loginSchema = "auth";
export const cookiePrefix = "redress";
/** Set by our route from the connection itself, so that nobody chooses their own address by a header. */
export const clientAddressHeader = "x-redress-client";

const PASSWORD_SIGN_IN = "/sign-in/email";
const CODE_SIGN_IN = "/two-factor/verify-totp";

/** What shapes the tables; all that a migration needs. */
export function tableOptions(pool: pg.Pool) {
  return {
    database: { dialect: new PostgresDialect({ pool }), type: "postgres", schemaName: loginSchema },
    rateLimit: { storage: "database" },
    advanced: { database: { generateId: () => newId() } },
    plugins: [twoFactor()],
    telemetry: { enabled: false },
  } satisfies BetterAuthOptions;
}

/** better-auth as this desk wants it: closed to strangers, and quick to shut. */
export function loginOptions(pool: pg.Pool, settings: LoginSettings, limits: LoginLimits) {
  const tables = tableOptions(pool);
  const oidc = settings.oidc ?? null;
  return {
    ...tables,
    appName: "Redress",
    baseURL: settings.publicUrl,
    basePath: "/api/auth",
    secret: settings.authSecret,
    trustedOrigins: originsOf(settings),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: (password) => hash(password, { ...(settings.passwordCost ?? usualPasswordCost), parallelism: 1 }),
        verify: ({ hash: kept, password }) => verify(kept, password),
      },
    },
    session: {
      expiresIn: limits.sessionHours * 3600,
      // The end of a session is fixed when it begins; its idle end is ours, by `updatedAt` (staff/queries/find-actor.ts).
      disableSessionRefresh: true,
    },
    account: {
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: oidc === null ? [] : [OIDC_ID] },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 300,
      customRules: {
        [PASSWORD_SIGN_IN]: { window: 60, max: limits.signInsPerMinute },
        "/sign-in/social": { window: 60, max: limits.signInsPerMinute },
        "/change-password": { window: 60, max: limits.signInsPerMinute },
        "/two-factor/*": { window: 60, max: limits.signInsPerMinute },
      },
    },
    advanced: {
      ...tables.advanced,
      cookiePrefix,
      useSecureCookies: settings.publicUrl.startsWith("https:"),
      // Said aloud, since better-auth leaves these checks out where it believes to be tested.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    plugins: [
      twoFactor({
        issuer: "Redress",
        accountLockout: {
          enabled: true,
          maxFailedAttempts: limits.triesAllowed,
          durationSeconds: limits.lockMinutes * 60,
        },
        trustDeviceMaxAge: 24 * 3600,
      }),
      ...(oidc === null ? [] : [genericOAuth({ config: [providerOf(oidc)] })]),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            if (!(await settings.maySignIn(session.userId))) throw wrongNameOrPassword();
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        const name = triedName(ctx);
        if (name === null || (await countTry(pool, name, limits, new Date()))) return;
        throw new APIError("TOO_MANY_REQUESTS", {
          code: "TOO_MANY_TRIES",
          message: `Too many failed tries. Sign-in is shut for ${limits.lockMinutes} minutes.`,
        });
      }),
      after: createAuthMiddleware(async (ctx) => {
        if (ctx.context.returned instanceof APIError) return;
        const name = triedName(ctx);
        if (name !== null) await forgetTries(pool, name);
        const code = ctx.path === CODE_SIGN_IN ? textIn(ctx.body, "code") : null;
        const opened = ctx.context.newSession;
        if (code === null || opened === null || (await useCodeOnce(pool, opened.user.id, code, new Date()))) return;
        await ctx.context.internalAdapter.deleteSession(opened.session.token);
        deleteSessionCookie(ctx);
        throw new APIError("UNAUTHORIZED", { code: "INVALID_CODE", message: "Invalid code" });
      }),
    },
    onAPIError: {
      // Without this, better-auth writes refusals to standard error in colours. An answer of ours is no fault.
      onError: (error) => {
        if (!(error instanceof APIError) || error.statusCode >= 500)
          settings.log.error({ code: "LOGIN", err: error }, "log-in failed");
      },
      errorURL: new URL("/sign-in", settings.publicUrl).href,
    },
    logger: {
      level: "warn",
      disableColors: true,
      // Only the sentence: what stands behind it can hold an address or a token.
      log: (level, message) => settings.log[level]({ code: "LOGIN" }, message),
    },
  } satisfies BetterAuthOptions;
}

export const OIDC_ID = "oidc";

function providerOf(oidc: OidcProvider) {
  return {
    providerId: OIDC_ID,
    name: oidc.name,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authorizationUrl: oidc.authorizationUrl,
    tokenUrl: oidc.tokenUrl,
    userInfoUrl: oidc.userInfoUrl,
    scopes: ["openid", "profile", "email"],
    pkce: true,
    // Whoever has no log-in here gets none by having one there.
    disableSignUp: true,
    accountSubject: ({ profile }) => String(profile.sub ?? profile.id ?? ""),
  } satisfies GenericOAuthConfig;
}

/** A desk on one's own machine is opened under each of its names. */
function originsOf({ publicUrl, trustedOrigins = [] }: LoginSettings): string[] {
  const url = new URL(publicUrl);
  const port = url.port === "" ? "" : `:${url.port}`;
  const own =
    url.hostname === "localhost" ? ["127.0.0.1", "[::1]"].map((host) => `${url.protocol}//${host}${port}`) : [];
  return [url.origin, ...own, ...trustedOrigins];
}

function triedName(ctx: { readonly path?: string | undefined; readonly body?: unknown }): string | null {
  return ctx.path === PASSWORD_SIGN_IN ? textIn(ctx.body, "email") : null;
}

function textIn(body: unknown, name: string): string | null {
  if (typeof body !== "object" || body === null) return null;
  const value: unknown = Reflect.get(body, name);
  return typeof value === "string" ? value : null;
}

/** The same words whatever was wrong, so that nobody learns which names exist or were shut. */
function wrongNameOrPassword(): APIError {
  return new APIError("UNAUTHORIZED", { code: "INVALID_EMAIL_OR_PASSWORD", message: "Invalid email or password" });
}
