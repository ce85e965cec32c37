import type { Log } from "../log-line.ts";

/** A company's own sign-in page. The addresses are given, not discovered, so that a provider that is down at start is not lost. */
export interface OidcProvider {
  /** What the console's button says. */
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly userInfoUrl: string;
}

/** How hard a password is to try: memory in KiB and passes. Tests take less. */
export interface PasswordCost {
  readonly memoryCost: number;
  readonly timeCost: number;
}

/** What may be set about signing in. The first three come from the desk's configuration under the same names. */
export interface LoginSettings {
  readonly databaseUrl: string;
  readonly publicUrl: string;
  readonly authSecret: string;
  readonly log: Log;
  /** Whether the person behind a log-in may enter at all; asked for every new session, whichever way it comes. */
  readonly maySignIn: (loginId: string) => Promise<boolean>;
  /** Further addresses that the console is opened from, such as a development server's. */
  readonly trustedOrigins?: readonly string[];
  readonly oidc?: OidcProvider | null;
  readonly passwordCost?: PasswordCost;
  readonly limits?: Partial<LoginLimits>;
}

export interface LoginLimits {
  /** A session that nobody used for so long is over. */
  readonly idleMinutes: number;
  /** A session is over after so long, used or not. */
  readonly sessionHours: number;
  /** Failed tries in a row, of the password or of the second factor, before the log-in is shut for `lockMinutes`. */
  readonly triesAllowed: number;
  readonly lockMinutes: number;
  /** From one address, for all log-ins together: slows whoever tries one password on many names. */
  readonly signInsPerMinute: number;
}

export const usualLimits: LoginLimits = {
  idleMinutes: 15,
  sessionHours: 12,
  triesAllowed: 10,
  lockMinutes: 30,
  signInsPerMinute: 30,
};

/** Of a password, in characters: what the log-in takes, wherever it is set. */
export const passwordLength = { least: 12, most: 200 } as const;

/** What OWASP asks of argon2id: 19 MiB, two passes. */
export const usualPasswordCost: PasswordCost = { memoryCost: 19_456, timeCost: 2 };
