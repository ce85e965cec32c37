import { askRoute, saidIn } from "../graphql/ask-route.ts";
import { keep, placesOf } from "../ui/browser-store.ts";
import { dropAllDrafts } from "../ui/drafts/draft-store.ts";
import { dropOwnThings } from "../ui/own-things.ts";
import { signedInPage } from "./sign-in-address.ts";

/** How signing in can end. The words for it stand in the dictionaries. */
export type SignInAnswer = "done" | "secondFactor" | "wrong" | "tooMany" | "unreached" | "broken";

export function signIn(email: string, password: string): Promise<SignInAnswer> {
  return ask("/api/auth/sign-in/email", { email, password });
}

export function verifySecondFactor(code: string): Promise<SignInAnswer> {
  const path = /^\d{6}$/.test(code) ? "verify-totp" : "verify-backup-code";
  return ask(`/api/auth/two-factor/${path}`, { code });
}

/** The company's own page for signing in, by the name that the desk gave it; null where there is none, or nobody answers. */
export async function companyWay(): Promise<string | null> {
  try {
    const answer: unknown = await (await fetch("/api/auth/ways")).json();
    const { company } = answer as { readonly company?: unknown };
    return typeof company === "string" ? company : null;
  } catch {
    // The password is asked for either way, and says itself when the server cannot be reached.
    return null;
  }
}

/** To the company's page, and back to `next`. Comes back only where it could not leave. */
export async function leaveForCompany(next: string, go = (url: string) => location.assign(url)): Promise<SignInAnswer> {
  const errorCallbackURL = `/sign-in?${new URLSearchParams({ next })}`;
  const answer = await post("/api/auth/sign-in/social", { provider: "oidc", callbackURL: next, errorCallbackURL });
  if (typeof answer === "string") return answer;
  const said = await saidIn(answer);
  const url = typeof said === "object" && said !== null && "url" in said ? said.url : null;
  if (typeof url !== "string") return "broken";
  go(url);
  return "done";
}

/** The same in a window of its own: the page stays as it is, and hears from there once somebody has signed in. */
export async function openCompany(): Promise<SignInAnswer | "noWindow"> {
  // At once, while it is still the press that opens it: a window that opens by itself is blocked.
  const opened = window.open("", "redress-sign-in", "popup,width=520,height=720");
  if (opened === null) return "noWindow";
  const answer = await leaveForCompany(signedInPage, (url) => opened.location.assign(url));
  if (answer !== "done") opened.close();
  return answer;
}

/** Signs out and takes everything of this reader's with it. Null: gone; else why the session is still there. */
export async function leave(): Promise<SignInAnswer | null> {
  const answer = await ask("/api/auth/sign-out", {});
  // A session that is over already needs no ending.
  if (answer !== "done" && answer !== "wrong") return answer;
  dropAllDrafts();
  dropOwnThings();
  for (const place of placesOf("sessionStorage", "")) keep("sessionStorage", place, null);
  // A full load, so that nothing of this reader's stays in memory for the next one.
  location.assign("/sign-in");
  return null;
}

async function ask(path: string, body: Readonly<Record<string, string>>): Promise<SignInAnswer> {
  const response = await post(path, body);
  if (typeof response === "string") return response;
  const said = await saidIn(response);
  // Whether a code is still asked for stands in the answer: without it nothing is known.
  if (typeof said !== "object" || said === null) return "unreached";
  return "twoFactorRedirect" in said ? "secondFactor" : "done";
}

async function post(path: string, body: Readonly<Record<string, string>>): Promise<Response | SignInAnswer> {
  const response = await askRoute(path, body);
  if (response === null) return "unreached";
  if (response.status === 429) return "tooMany";
  if (response.status === 400 || response.status === 401 || response.status === 403) return "wrong";
  return response.ok ? response : "broken";
}
