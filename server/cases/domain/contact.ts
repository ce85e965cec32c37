import { isCardNumber } from "../../kernel/card-number.ts";
import { maskCardNumbers } from "../../kernel/card-text.ts";
import { cleanText } from "../../kernel/clean-text.ts";
import { done, type Result, refused } from "../../kernel/result.ts";

/** How a customer is called and reached, as they typed it. */
export interface TypedContact {
  readonly name: string;
  readonly phone?: string | null;
  readonly email?: string | null;
}

export interface Contact {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

export const contactProblems = [
  "NAME_MISSING",
  "NAME_TOO_LONG",
  "CONTACT_MISSING",
  "PHONE_INVALID",
  "EMAIL_INVALID",
] as const;
export type ContactProblem = (typeof contactProblems)[number];

const longestName = 80;
const blank = (text: string | null | undefined) => (text ?? "").trim() === "";

/** Reads a contact, or says everything that is wrong with it. One way to be reached is enough. */
export function readContact(typed: TypedContact): Result<Contact, readonly ContactProblem[]> {
  const problems: ContactProblem[] = [];
  const name = cleanText(typed.name, longestName);
  if (!name.ok) problems.push(name.error.code === "EMPTY" ? "NAME_MISSING" : "NAME_TOO_LONG");
  const phone = blank(typed.phone) ? null : readPhone(typed.phone ?? "");
  const email = blank(typed.email) ? null : readEmail(typed.email ?? "");
  if (phone === "INVALID") problems.push("PHONE_INVALID");
  if (email === "INVALID") problems.push("EMAIL_INVALID");
  if (phone === null && email === null) problems.push("CONTACT_MISSING");
  if (!name.ok || problems.length > 0) return refused(problems);
  return done({ name: maskCardNumbers(name.value), phone, email });
}

/** Digits with a plus before them where it was given. A card number in the wrong field is not a telephone. */
function readPhone(typed: string): string | "INVALID" {
  const plain = typed
    .slice(0, 100)
    .normalize("NFKC")
    .replace(/[\s().-]+/g, "");
  const digits = plain.replace(/^\+/, "");
  return /^\d{5,15}$/.test(digits) && !isCardNumber(digits) ? plain : "INVALID";
}

function readEmail(typed: string): string | "INVALID" {
  const plain = typed.slice(0, 300).normalize("NFKC").trim().toLowerCase();
  const looksRight = /^[^\s@<>"',;:\\]{1,64}@[^\s@<>"',;:\\/]{1,190}\.[^\s@<>"',;:\\/.]{2,60}$/.test(plain);
  return looksRight && maskCardNumbers(plain) === plain ? plain : "INVALID";
}

/** How a telephone number may have been written down: China's own come with and without their country. */
export function phoneSpellings(phone: string): readonly string[] {
  const bare = phone.replace(/^(?:\+|00)?86(?=1\d{10}$)/, "").replace(/^\+/, "");
  const ofChina = /^1\d{10}$/.test(bare) ? [`86${bare}`, `+86${bare}`, `0086${bare}`] : [];
  return [bare, `+${bare}`, ...ofChina];
}

/** The same person by telephone or e-mail. China's own numbers come with and without their country. */
export function isSameContact(left: Omit<Contact, "name">, right: Omit<Contact, "name">): boolean {
  const bare = (phone: string | null) => phone?.replace(/^(?:\+|00)?86(?=1\d{10}$)/, "").replace(/^\+/, "") ?? null;
  const samePhone = left.phone !== null && bare(left.phone) === bare(right.phone);
  const sameEmail = left.email !== null && left.email === right.email;
  return samePhone || sameEmail;
}
