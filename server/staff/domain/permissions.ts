import type { Role } from "./roles.ts";

/** Everything that someone can be allowed to do or see. An action or a field names one of these and nothing else. */
export const permissions = [
  "case.read",
  "case.open",
  "case.work",
  "case.decide",
  "case.assign",
  "case.note",
  "case.message",
  "case.reopen",
  "case.request",
  "case.verify",
  "case.expire",
  "check.waive",
  "customer.readContact",
  "evidence.read",
  "evidence.attach",
  "refund.approve",
  "refund.retry",
  "refund.recordManual",
  "refund.report",
  "approval.first",
  "approval.second",
  "bank.escalate",
  "bank.answer",
  "bank.rule",
  "agency.refer",
  "agency.record",
  "transaction.read",
  "import.run",
  "policy.read",
  "staff.read",
  "audit.read",
] as const;
export type Permission = (typeof permissions)[number];

const desk = ["case.read", "case.note", "customer.readContact", "evidence.read", "transaction.read", "policy.read", "staff.read"] as const;
const agent = [
  ...desk,
  "case.open",
  "case.work",
  "case.decide",
  "case.assign",
  "case.message",
  "case.request",
  "evidence.attach",
  "refund.approve",
  "refund.retry",
  "bank.escalate",
  "bank.answer",
  "agency.refer",
  "agency.record",
  "import.run",
] as const;

/** Who may do what. The guard, the schema's fields, the console's rail and the authorization matrix all read this. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  CUSTOMER: ["case.request", "case.message", "evidence.attach"],
  SUPPORT_AGENT: agent,
  SUPERVISOR: [...agent, "approval.first", "case.reopen", "check.waive", "refund.recordManual", "audit.read"],
  MERCHANT_VERIFIER: ["case.read", "case.verify", "case.message", "evidence.read", "evidence.attach", "transaction.read", "policy.read"],
  BANK_OFFICER: ["case.read", "bank.rule", "case.message", "evidence.read", "evidence.attach", "transaction.read", "policy.read"],
  COMPLIANCE_OFFICER: [...desk, "approval.second", "audit.read"],
  TRAINER: ["policy.read", "staff.read"],
  ADMINISTRATOR: ["staff.read", "policy.read", "import.run", "transaction.read", "audit.read"],
  SYSTEM: [...agent, "case.expire", "refund.report", "bank.rule", "case.verify"],
};
