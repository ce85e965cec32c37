import path from "node:path";
import { type LoginLimits, type OidcProvider, usualLimits } from "./login/login-settings.ts";
import type { Calm } from "./puzzle/puzzle-bits.ts";
import {
  asGiven,
  toAcquirer,
  toBoolean,
  toHost,
  toOneOf,
  toProduction,
  toSecret,
  toUrl,
  toWhole,
} from "./read-setting.ts";
import { StartUpError } from "./start-up-error.ts";

/** What a process does: answers requests, does the queued work, or both. */
export const processRoles = ["all", "server", "worker"] as const;
export type ProcessRole = (typeof processRoles)[number];

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything that can be set from outside. Only this file reads the environment. */
export interface Config {
  readonly production: boolean;
  readonly role: ProcessRole;
  /** The address to listen on; 0 as port takes any free one. */
  readonly host: string;
  readonly port: number;
  /** Where the desk is found from outside: links in messages, cookies, the check of a request's origin. */
  readonly publicUrl: string;
  /** Behind a proxy of ours: believe its word on who called. */
  readonly trustProxy: boolean;
  /** Everything the desk keeps on disk: the embedded database and the generated secret. */
  readonly dataDir: string;
  /** Null where the embedded database is to be started. `start` fills it in before the desk begins. */
  readonly databaseUrl: string | null;
  readonly databaseConnections: number;
  /** The largest file that an import takes. */
  readonly importLimitBytes: number;
  /** Fill an empty desk with the generated demo, and show its log-ins. Never in production. */
  readonly demo: boolean;
  /** Signs sessions and private links. Null where none was given: then one is made and kept in the data folder. */
  readonly authSecret: string | null;
  /** The acquirer that refunds go to. Null starts the simulated one. */
  readonly acquirerUrl: string | null;
  /** The company's own sign-in page, beside names and passwords. */
  readonly oidc: OidcProvider | null;
  /** How notices leave the desk. */
  readonly delivery: DeliverySettings;
  readonly loginLimits: Pick<LoginLimits, "idleMinutes" | "sessionHours">;
  /** Up to how much asking the customer's form asks for no puzzle. */
  readonly calm: Calm;
  readonly logLevel: LogLevel;
  /** Set where npm started us: the folder that its caller was in. npm dies without telling what it started. */
  readonly npmCalledFrom: string | null;
}

/** By what notices are sent. What is null is not set up: the demo keeps such notices in its own mailbox. */
export interface DeliverySettings {
  readonly smtpUrl: string | null;
  /** As a person reads it: "Refund desk <desk@example.com>". */
  readonly mailFrom: string;
  readonly smsGateway: { readonly url: string; readonly token: string } | null;
  /** Webhooks may go to addresses inside our own network. Only where merchants' systems stand there. */
  readonly webhooksToPrivateAddresses: boolean;
}

/** A configuration whose database and secret are known: what the desk runs on. */
export interface ReadyConfig extends Config {
  readonly databaseUrl: string;
  readonly authSecret: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every name that means something here, so that a deployment file can be checked against it. */
export const environmentNames = [
  "NODE_ENV",
  "REDRESS_ROLE",
  "HOST",
  "PORT",
  "PUBLIC_URL",
  "TRUST_PROXY",
  "DATA_DIR",
  "DATABASE_URL",
  "DATABASE_CONNECTIONS",
  "IMPORT_LIMIT_MB",
  "REDRESS_DEMO",
  "AUTH_SECRET",
  "ACQUIRER_URL",
  "OIDC_NAME",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_AUTHORIZATION_URL",
  "OIDC_TOKEN_URL",
  "OIDC_USERINFO_URL",
  "SMTP_URL",
  "MAIL_FROM",
  "SMS_GATEWAY_URL",
  "SMS_GATEWAY_TOKEN",
  "WEBHOOK_PRIVATE_ADDRESSES",
  "SESSION_IDLE_MINUTES",
  "SESSION_HOURS",
  "PUZZLE_AFTER",
  "LOG_LEVEL",
] as const;
type Name = (typeof environmentNames)[number];

/** Reads and checks the environment; throws one StartUpError that names every wrong setting. */
export function readConfig(environment: Environment = process.env, folder: string = process.cwd()): Config {
  const wrong: string[] = [];
  /** The value as `read` understands it, or the default where the setting is absent or empty. */
  function setting<T, D>(name: Name, expected: string, read: (text: string) => T | undefined, otherwise: D): T | D {
    const text = environment[name]?.trim() ?? "";
    if (text === "") return otherwise;
    const value = read(text);
    if (value !== undefined) return value;
    // A secret or an address with a password in it must not end up in a terminal's history.
    const shown = /SECRET|TOKEN|_URL$/.test(name) ? "the given value" : JSON.stringify(text);
    wrong.push(`${name} must be ${expected}, not ${shown}`);
    return otherwise;
  }

  const production = setting("NODE_ENV", "production, development or test", toProduction, false);
  const databaseUrl = setting("DATABASE_URL", "a postgres:// address", toUrl("postgres:", "postgresql:"), null);
  const authSecret = setting("AUTH_SECRET", "at least 32 characters", toSecret, null);
  const port = setting("PORT", "a whole number from 0 to 65535", toWhole(0, 65_535), 4000);
  const demo = setting("REDRESS_DEMO", "true or false", toBoolean, !production);
  // A demo is shown around by one address; in production one address is rarely more than a few people.
  const puzzleAfter = setting(
    "PUZZLE_AFTER",
    "a whole number from 0 to 10000",
    toWhole(0, 10_000),
    production ? 6 : 60,
  );
  const acquirer = setting("ACQUIRER_URL", "an http:// or https:// address, or simulated", toAcquirer, null);
  // A refund that only a simulation has settled is money that nobody got.
  if (production && acquirer === null) wrong.push("ACQUIRER_URL must be set in production");
  if (production && demo) wrong.push("REDRESS_DEMO cannot be true in production");
  if (production && databaseUrl !== null && authSecret === null)
    wrong.push("AUTH_SECRET must be set in production with DATABASE_URL, the same for every process");

  const smtpUrl = setting("SMTP_URL", "an smtp:// or smtps:// address", toUrl("smtp:", "smtps:"), null);
  const smsUrl = setting("SMS_GATEWAY_URL", "an http:// or https:// address", toUrl("http:", "https:"), null);
  const smsToken = setting("SMS_GATEWAY_TOKEN", "a text", asGiven, null);
  if ((smsUrl === null) !== (smsToken === null)) wrong.push("SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN go together");
  if (smtpUrl !== null && (environment["MAIL_FROM"] ?? "").trim() === "")
    wrong.push("MAIL_FROM must be set with SMTP_URL");

  const config: Config = {
    production,
    role: setting("REDRESS_ROLE", `one of ${processRoles.join(", ")}`, toOneOf(processRoles), "all"),
    // The demo's passwords are printed, so it is not shown to the network unless that is asked for.
    host: setting("HOST", "a host name or address", toHost, production ? "0.0.0.0" : "localhost"),
    port,
    publicUrl: setting(
      "PUBLIC_URL",
      "an http:// or https:// address",
      toUrl("http:", "https:"),
      `http://localhost:${port}`,
    ),
    trustProxy: setting("TRUST_PROXY", "true or false", toBoolean, false),
    dataDir: path.resolve(folder, setting("DATA_DIR", "a folder", asGiven, ".data")),
    databaseUrl,
    databaseConnections: setting("DATABASE_CONNECTIONS", "a whole number from 2 to 200", toWhole(2, 200), 20),
    importLimitBytes:
      setting("IMPORT_LIMIT_MB", "a whole number from 1 to 100000", toWhole(1, 100_000), 1024) * 1024 ** 2,
    demo,
    authSecret,
    acquirerUrl: acquirer === "simulated" ? null : acquirer,
    oidc: toOidc({
      name: setting("OIDC_NAME", "a text", asGiven, null),
      clientId: setting("OIDC_CLIENT_ID", "a text", asGiven, null),
      clientSecret: setting("OIDC_CLIENT_SECRET", "a text", asGiven, null),
      authorizationUrl: setting(
        "OIDC_AUTHORIZATION_URL",
        "an http:// or https:// address",
        toUrl("http:", "https:"),
        null,
      ),
      tokenUrl: setting("OIDC_TOKEN_URL", "an http:// or https:// address", toUrl("http:", "https:"), null),
      userInfoUrl: setting("OIDC_USERINFO_URL", "an http:// or https:// address", toUrl("http:", "https:"), null),
    }),
    delivery: {
      smtpUrl,
      mailFrom: setting("MAIL_FROM", "an e-mail address, with or without a name", asGiven, "Redress <desk@localhost>"),
      smsGateway: smsUrl === null || smsToken === null ? null : { url: smsUrl, token: smsToken },
      webhooksToPrivateAddresses: setting("WEBHOOK_PRIVATE_ADDRESSES", "true or false", toBoolean, false),
    },
    loginLimits: {
      idleMinutes: setting(
        "SESSION_IDLE_MINUTES",
        "a whole number from 1 to 720",
        toWhole(1, 720),
        usualLimits.idleMinutes,
      ),
      sessionHours: setting("SESSION_HOURS", "a whole number from 1 to 24", toWhole(1, 24), usualLimits.sessionHours),
    },
    calm: { own: puzzleAfter, all: puzzleAfter * 20 },
    logLevel: setting("LOG_LEVEL", `one of ${logLevels.join(", ")}`, toOneOf(logLevels), "info"),
    npmCalledFrom: environment["npm_lifecycle_event"] === undefined ? null : (environment["INIT_CWD"] ?? folder),
  };
  if (
    config.oidc === null &&
    environmentNames.some((name) => name.startsWith("OIDC_") && (environment[name] ?? "").trim() !== "")
  )
    wrong.push("OIDC_NAME, _CLIENT_ID, _CLIENT_SECRET, _AUTHORIZATION_URL, _TOKEN_URL and _USERINFO_URL go together");
  if (wrong.length > 0) throw new StartUpError(`${wrong.join("; ")}.`);
  return config;
}

/** What a program that we start gets to see of our environment: enough to run, none of our secrets. */
export function plainEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ["PATH", "HOME", "TMPDIR", "LANG"]) {
    const value = process.env[name];
    if (value !== undefined) kept[name] = value;
  }
  return { ...kept, ...extra };
}

/** Only whole: a sign-in page that lacks an address would fail when somebody first uses it. */
function toOidc(parts: { readonly [K in keyof OidcProvider]: string | null }): OidcProvider | null {
  const { name, clientId, clientSecret, authorizationUrl, tokenUrl, userInfoUrl } = parts;
  if (name === null || clientId === null || clientSecret === null) return null;
  if (authorizationUrl === null || tokenUrl === null || userInfoUrl === null) return null;
  return { name, clientId, clientSecret, authorizationUrl, tokenUrl, userInfoUrl };
}
