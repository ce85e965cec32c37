import type { Bilingual } from "../../kernel/calendar.ts";
import type { ApprovalSubjectKind } from "./words.ts";

/** What somebody is asked to agree to, as a notice calls it. */
export const approvalMatters: Readonly<Record<ApprovalSubjectKind, Bilingual>> = {
  REFUND: { zh: "退款", en: "a refund" },
  MANUAL_REFUND: { zh: "线下退款确认", en: "a refund paid by hand" },
  CHECK_WAIVER: { zh: "豁免核对", en: "the waiver of a check" },
  ROLE: { zh: "角色更改", en: "a change of a role" },
  POLICY_VERSION: { zh: "政策草案", en: "the draft of a policy" },
};
