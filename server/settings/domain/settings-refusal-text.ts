import type { Bilingual } from "../../kernel/calendar.ts";
import { longestName, type SettingRefusal } from "./desk-settings.ts";

export const settingRefusalTexts: Readonly<Record<SettingRefusal, Bilingual>> = {
  NOTHING_CHANGES: {
    zh: "内容与现在相同，没有可保存的更改。",
    en: "All of it is so already; there is nothing to save.",
  },
  NAME_UNFIT: {
    zh: `中文名称和英文名称都要填写，各不超过 ${longestName} 个字符。`,
    en: `Give a name in Chinese and one in English, each of at most ${longestName} characters.`,
  },
  PHONE_UNFIT: {
    zh: "请填写顾客可以直接拨打的电话，只含数字、空格、括号和连字符，例如 021-0555-0100。",
    en: "Give a number that customers can dial: digits, spaces, brackets and hyphens, such as 021-0555-0100.",
  },
  EMAIL_UNFIT: {
    zh: "请填写完整的邮箱地址，例如 desk@example.com。",
    en: "Give a whole e-mail address, such as desk@example.com.",
  },
  CURRENCY_UNKNOWN: {
    zh: "没有这个币种。请从列表中选择一种 ISO 4217 货币。",
    en: "There is no such currency. Choose one of ISO 4217 from the list.",
  },
  TIME_ZONE_UNKNOWN: {
    zh: "没有这个时区。请从列表中选择，例如 Asia/Shanghai。",
    en: "There is no such time zone. Choose one from the list, such as Asia/Shanghai.",
  },
};
