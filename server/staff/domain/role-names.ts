import type { Bilingual } from "../../kernel/calendar.ts";
import type { StaffRole } from "./roles.ts";

/** What a role is called in a text that somebody is sent. */
export const roleNames: Readonly<Record<StaffRole, Bilingual>> = {
  SUPPORT_AGENT: { zh: "客服", en: "support agent" },
  SUPERVISOR: { zh: "主管", en: "supervisor" },
  MERCHANT_VERIFIER: { zh: "商户核实员", en: "shop verifier" },
  BANK_OFFICER: { zh: "银行经办", en: "bank officer" },
  COMPLIANCE_OFFICER: { zh: "合规专员", en: "compliance officer" },
  TRAINER: { zh: "培训师", en: "trainer" },
  ADMINISTRATOR: { zh: "管理员", en: "administrator" },
};
