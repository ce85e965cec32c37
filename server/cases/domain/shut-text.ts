import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { RoleBook } from "../../staff/domain/role-book.ts";
import type { Refusal, RefusalCode } from "./refusal.ts";
import { type RefusalLocale, refusalText } from "./refusal-text.ts";

/** A reason as it stands beside an action that is shut: nobody has asked for anything yet, so it is not said what was not done. */
export function shutText(refusal: Refusal, locale: RefusalLocale, roles: RoleBook): string {
  const text = texts[refusal.code];
  if (text === undefined) return refusalText(refusal, locale, roles);
  return locale === "zh-CN" ? text.zh : text.en;
}

const texts: { readonly [C in RefusalCode]?: BilingualText } = {
  OWN_CASE: {
    zh: "本案的收款人是您本人，这一步不能由您办理，资金状态不变。请转交其他同事处理。",
    en: "The money of this case would go to you, so this step is not yours to take, and the money stays as it is. Hand the case to a colleague.",
  },
  REFUND_NOT_RETRYABLE: {
    zh: "没有可以重新发送的退款：重复发送可能导致重复付款。请查看收单机构的答复，了解可行的处理方式。",
    en: "There is no refund that may be sent again: sending twice could pay twice. Read the provider's answer on the refund to see what is possible.",
  },
  REFUND_NOT_FAILED: {
    zh: "只有失败的退款才能登记为线下支付，目前没有失败的退款，资金状态不变。请等待收单机构的结果。",
    en: "Only a refund that failed can be recorded as paid outside, and none has; the money stays as it is. Wait for what the provider says.",
  },
  ALREADY_THEIRS: {
    zh: "案件已由所选同事负责，无需变更，资金状态不变。如需换人处理，请另选一位同事。",
    en: "That colleague has the case already, so nothing changes and the money stays as it is. To hand it on, choose somebody else.",
  },
};
