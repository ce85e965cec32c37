import { done, type Result, refused } from "../../kernel/result.ts";
import { readContact } from "./contact.ts";
import type { RequestProblem } from "./request-problem.ts";

/** What somebody who has lost their link still knows. */
export interface LostLink {
  /** As it is printed: the case's number, or a voucher number or retrieval reference. */
  readonly number: string;
  readonly contact: { readonly phone: string } | { readonly email: string };
}

/** Reads it, or says everything that is wrong with it; whether there is such a case is not looked at. */
export function readLostLink(typed: {
  readonly number: string;
  readonly contact: string;
}): Result<LostLink, readonly RequestProblem[]> {
  const number = typed.number.slice(0, 200).normalize("NFKC").replace(/\s+/g, "").toUpperCase().slice(0, 64);
  const isEmail = typed.contact.includes("@");
  const contact = readContact({ name: "-", [isEmail ? "email" : "phone"]: typed.contact });
  const problems: RequestProblem[] = number === "" ? [{ code: "SLIP_NUMBER" }] : [];
  if (!contact.ok) problems.push(...contact.error.map((code) => ({ code })));
  if (!contact.ok || problems.length > 0) return refused(problems);
  const { phone, email } = contact.value;
  return done({ number, contact: email === null ? { phone: phone ?? "" } : { email } });
}
