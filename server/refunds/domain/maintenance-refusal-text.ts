import type { Bilingual } from "../../kernel/calendar.ts";
import { longestDays, longestReason, type MaintenanceRefusal } from "./maintenance.ts";

/** Why a window was not planned, in words that say what to do. */
export const maintenanceRefusalTexts: Readonly<Record<MaintenanceRefusal, Bilingual>> = {
  PROVIDER_UNKNOWN: { zh: "没有这个退款通道，请重新选择。", en: "There is no such provider. Choose again." },
  ENDS_BEFORE_IT_BEGINS: {
    zh: "结束时间必须晚于开始时间。",
    en: "The end must come after the beginning.",
  },
  OVER_ALREADY: {
    zh: "该时段已经过去，无法暂停已发送的退款。请填写将来的结束时间。",
    en: "That time is over, and what was sent in it cannot be held back. Give an end in the future.",
  },
  TOO_LONG: {
    zh: `维护时段最长 ${longestDays} 天，以免退款被长期搁置。请缩短，到期前再计划下一个时段。`,
    en: `A window lasts ${longestDays} days at most, so that no refund is forgotten. Make it shorter, and plan another before it ends.`,
  },
  REASON_UNFIT: {
    zh: `请用中文和英文各写明原因，每种语言最多 ${longestReason} 个字符。`,
    en: `Give the reason in Chinese and in English, ${longestReason} characters each at most.`,
  },
  OVERLAPS: {
    zh: "该退款通道在这段时间内已有维护时段。请另选时间，或先取消那一个。",
    en: "This provider has a window in that time already. Choose another time, or cancel that one first.",
  },
};
