import { askRoute } from "../graphql/ask-route.ts";
import { endSession } from "../graphql/session.ts";

/** Why log-in did not do what was asked; the words stand under `account.trouble`. */
export type Trouble = "wrongPassword" | "wrongCode" | "tooShort" | "tooMany" | "signedOut" | "unreached" | "broken";
export type Answer<T> = { readonly done: true; readonly value: T } | { readonly done: false; readonly why: Trouble };

/** Whoever is signed in, as log-in knows them. */
export interface Login {
  readonly email: string;
  readonly hasSecondFactor: boolean;
  /** The token of the session that this page is in. */
  readonly token: string;
}

export interface Session {
  readonly token: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly createdAt: string;
  /** The last use, to within a few minutes. */
  readonly updatedAt: string;
}

/** What the authenticator app reads, and the codes for a day without the phone. Shown once. */
export interface SecondFactor {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

interface Wire {
  readonly user: { readonly email: string; readonly twoFactorEnabled?: boolean | null };
  readonly session: { readonly token: string };
}

export async function readLogin(): Promise<Answer<Login>> {
  const answer = await ask<Wire | null>("get-session");
  if (!answer.done) return answer;
  if (answer.value === null) {
    endSession();
    return { done: false, why: "signedOut" };
  }
  const { user, session } = answer.value;
  const value = { email: user.email, hasSecondFactor: user.twoFactorEnabled === true, token: session.token };
  return { done: true, value };
}

export const listSessions = () => ask<readonly Session[]>("list-sessions");
export const endSessionOf = (token: string) => ask("revoke-session", { token });
export const endOtherSessions = () => ask("revoke-other-sessions", {});

/** Ends every other session too: whoever knew the old password is out. */
export function changePassword(currentPassword: string, newPassword: string) {
  return ask("change-password", { currentPassword, newPassword, revokeOtherSessions: true });
}

/** Begins it; it is on once `confirmSecondFactor` was given a right code. */
export const beginSecondFactor = (password: string) => ask<SecondFactor>("two-factor/enable", { password });
export const confirmSecondFactor = (code: string) => ask("two-factor/verify-totp", { code });
export const endSecondFactor = (password: string) => ask("two-factor/disable", { password });
export const newBackupCodes = (password: string) =>
  ask<Pick<SecondFactor, "backupCodes">>("two-factor/generate-backup-codes", { password });

const troubles: Readonly<Record<string, Trouble>> = {
  INVALID_PASSWORD: "wrongPassword",
  INVALID_CODE: "wrongCode",
  PASSWORD_TOO_SHORT: "tooShort",
  TOO_MANY_TRIES: "tooMany",
  UNAUTHORIZED: "signedOut",
};

async function ask<T>(path: string, body?: object): Promise<Answer<T>> {
  const response = await askRoute(`/api/auth/${path}`, body);
  if (response === null) return { done: false, why: "unreached" };
  const answer: unknown = await response.json().catch(() => "");
  if (response.ok && answer !== "") return { done: true, value: answer as T };
  const why = response.status === 429 ? "tooMany" : (troubles[codeIn(answer)] ?? "broken");
  // Signing in again opens over the page, as wherever a session ends.
  if (why === "signedOut") endSession();
  return { done: false, why };
}

function codeIn(answer: unknown): string {
  return typeof answer === "object" && answer !== null && "code" in answer ? String(answer.code) : "";
}
