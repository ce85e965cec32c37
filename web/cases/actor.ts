import type { Role } from "../graphql/words.ts";
import type { ActorKind } from "../ui/ActorMark.tsx";

/** By which mark each role is told apart. */
export const markOfRole: Record<Role, ActorKind> = {
  CUSTOMER: "customer",
  SUPPORT_AGENT: "colleague",
  SUPERVISOR: "colleague",
  COMPLIANCE_OFFICER: "colleague",
  TRAINER: "colleague",
  ADMINISTRATOR: "colleague",
  MERCHANT_VERIFIER: "merchant",
  BANK_OFFICER: "bank",
  SYSTEM: "system",
};
