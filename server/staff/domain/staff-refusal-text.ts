import type { Bilingual } from "../../kernel/calendar.ts";
import type { StaffRefusal, StaffState } from "./staff-life.ts";

const states: Readonly<Record<StaffState, Bilingual>> = {
  INVITED: { zh: "已受邀、尚未加入", en: "has been invited and has not joined yet" },
  ACTIVE: { zh: "在职", en: "is at work" },
  SUSPENDED: { zh: "已停用", en: "is suspended" },
  LEFT: { zh: "已离职", en: "has left" },
};

const texts: { readonly [C in Exclude<StaffRefusal["code"], "WRONG_STANDING">]: Bilingual } = {
  NOT_ALLOWED_ANY_MORE: {
    zh: "您的管理权限刚被收回。请联系另一位管理员。",
    en: "Your right to manage people has just been taken away. Ask another administrator.",
  },
  YOURSELF: {
    zh: "不能更改自己的角色或状态。请由另一位管理员办理。",
    en: "Nobody changes their own role or standing. Ask another administrator.",
  },
  LAST_ADMINISTRATOR: {
    zh: "这是最后一位在职管理员。请先任命另一位管理员。",
    en: "This is the last administrator at work. Appoint another one first.",
  },
  NOTHING_CHANGES: {
    zh: "角色和范围与现在相同，没有可保存的更改。",
    en: "Role and scope are what they are already; there is nothing to save.",
  },
  MERCHANT_NEEDED: { zh: "请选择其负责的商户。", en: "Choose the merchant that they answer for." },
  BANK_NEEDED: { zh: "请选择其代表的银行。", en: "Choose the bank that they rule for." },
  SCOPE_NOT_WANTED: {
    zh: "只有商户核实员可限定商户，只有银行经办可限定银行。",
    en: "Only a shop verifier is bound to a merchant, and only a bank officer to a bank.",
  },
  ADDRESS_TAKEN: {
    zh: "该邮箱已属于一位同事。请在名单中找到此人，按需重新邀请或恢复。",
    en: "This address belongs to a colleague already. Find them in the list, and invite them again or reinstate them.",
  },
  ADDRESS_UNUSABLE: { zh: "请填写完整的邮箱地址。", en: "Enter a complete e-mail address." },
  HEIR_CANNOT_WORK: {
    zh: "接手的同事须在职且能处理案件。请另选一位，或退回待指派。",
    en: "Whoever takes over must be at work and able to work cases. Choose somebody else, or give the work back to nobody.",
  },
  WORK_CANNOT_MOVE: {
    zh: "有案件无法移交，因此一件也没有移交。请先处理这些案件。",
    en: "Some case could not change hands, so none did. Settle those cases first.",
  },
};

export function staffRefusalText(refusal: StaffRefusal, locale: "zh-CN" | "en"): string {
  const key = locale === "zh-CN" ? "zh" : "en";
  if (refusal.code !== "WRONG_STANDING") return texts[refusal.code][key];
  const state = states[refusal.state][key];
  return locale === "zh-CN" ? `此人${state}，不能进行这项操作。` : `This person ${state}, so this cannot be done.`;
}
