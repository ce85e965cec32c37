import type { MessageThread, Role } from "../../graphql/words.ts";

/** Whose thread each role writes into; the desk writes to everybody. */
export const ownThread: Partial<Record<Role, MessageThread>> = { MERCHANT_VERIFIER: "MERCHANT", BANK_OFFICER: "BANK" };

interface Writer {
  readonly role: Role;
  /** The bank reads along from the stage on in which it is asked. */
  readonly isBankStage: boolean;
  readonly mayWrite: boolean;
  readonly mayNote: boolean;
}

/** To whom somebody may write, whom they most likely mean first. */
export function threadsFor({ role, isBankStage, mayWrite, mayNote }: Writer): readonly MessageThread[] {
  const own = ownThread[role];
  const outside: MessageThread[] =
    own === undefined ? ["CUSTOMER", "MERCHANT", ...(isBankStage ? (["BANK"] as const) : [])] : [own];
  return [...(mayWrite ? outside : []), ...(mayNote ? (["INTERNAL"] as const) : [])];
}

interface Reader {
  readonly locale: "ZH_CN" | "EN";
  readonly email: string | null;
  readonly phone: string | null;
}

/** How it comes to the customer beside their page; who may not see how they are reached is not told. */
export function waysTo({ email, phone }: Reader): "BOTH" | "EMAIL" | "SMS" | "HIDDEN" {
  if (email !== null) return phone !== null ? "BOTH" : "EMAIL";
  return phone !== null ? "SMS" : "HIDDEN";
}
