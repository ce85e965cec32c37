import type { Bilingual } from "../../kernel/calendar.ts";
import type { Role } from "./roles.ts";

/** What a role is called on paper and in files, the same that the console shows. */
export const roleTitles: Readonly<Record<Role, Bilingual>> = {
  CUSTOMER: { zh: "顾客", en: "Customer" },
  SUPPORT_AGENT: { zh: "客服", en: "Support agent" },
  SUPERVISOR: { zh: "主管", en: "Supervisor" },
  MERCHANT_VERIFIER: { zh: "商户核实员", en: "Shop verifier" },
  BANK_OFFICER: { zh: "银行经办", en: "Bank officer" },
  COMPLIANCE_OFFICER: { zh: "合规专员", en: "Compliance officer" },
  TRAINER: { zh: "培训师", en: "Trainer" },
  ADMINISTRATOR: { zh: "管理员", en: "Administrator" },
  SYSTEM: { zh: "系统", en: "System" },
};
