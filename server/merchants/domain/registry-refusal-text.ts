import type { Bilingual } from "../../kernel/calendar.ts";
import type { MerchantState, RegistryRefusal } from "./registry.ts";

const texts: Readonly<Record<Exclude<RegistryRefusal["code"], "WRONG_STATE">, Bilingual>> = {
  NUMBER_UNUSABLE: {
    zh: "商户号只能由字母、数字和 . _ - 组成，最多 32 位。请照收单机构给出的写法填写。",
    en: "A merchant number is made of letters, digits and . _ - and has at most 32 of them. Copy it as the acquirer writes it.",
  },
  NUMBER_TAKEN: {
    zh: "该商户号已登记。请在名单中搜索并修改那一条。",
    en: "A merchant with this number is registered already. Search for it and change that one.",
  },
  CATEGORY_UNUSABLE: {
    zh: "商户类别码（MCC）是四位数字。没有就留空。",
    en: "A merchant category code (MCC) has four digits. Leave it empty if there is none.",
  },
  TERMINAL_UNUSABLE: {
    zh: "终端号只能由字母、数字和 . _ - 组成，最多 32 位。",
    en: "A terminal number is made of letters, digits and . _ - and has at most 32 of them.",
  },
  TERMINAL_TAKEN: {
    zh: "该商户已有这个终端号。如果它已停用，请恢复。",
    en: "This merchant has a terminal of that number already. If it is closed, open it again.",
  },
  TERMINAL_UNKNOWN: {
    zh: "该商户没有这个终端。请刷新后再试。",
    en: "This merchant has no such terminal. Look at the merchant again.",
  },
  TERMINAL_STANDS_SO: { zh: "终端已经是这个状态。", en: "The terminal stands so already." },
  CODE_UNUSABLE: {
    zh: "机构代码只能由字母、数字和 . _ - 组成，最多 32 位。请照卡组织或银行文件中的写法填写。",
    en: "An institution's code is made of letters, digits and . _ - and has at most 32 of them. Copy it from the bank's files.",
  },
  CODE_TAKEN: {
    zh: "该机构代码已登记。请修改那一条。",
    en: "An institution with this code is registered already. Change that one.",
  },
  NOTHING_CHANGES: {
    zh: "内容与现在相同，没有可保存的更改。",
    en: "All of it is so already; there is nothing to save.",
  },
  REASON_MISSING: {
    zh: "请填写原因。它会保留在历史记录中，客服也据此答复顾客。",
    en: "Say why. It is kept in the history, and agents answer customers by it.",
  },
};

const states: Readonly<Record<MerchantState, Bilingual>> = {
  OPEN: { zh: "正常", en: "open" },
  SUSPENDED: { zh: "已暂停", en: "suspended" },
  CLOSED: { zh: "已关闭", en: "closed" },
};

export function registryRefusalText(refusal: RegistryRefusal): Bilingual {
  if (refusal.code !== "WRONG_STATE") return texts[refusal.code];
  const { zh, en } = states[refusal.state];
  return { zh: `商户目前${zh}，不能这样操作。`, en: `The merchant is ${en} now, which does not allow this.` };
}
