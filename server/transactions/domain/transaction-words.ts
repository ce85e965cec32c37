import type { Bilingual } from "../../kernel/calendar.ts";
import type { CardNetwork, TransactionKind } from "./words.ts";

type Words<Word extends string> = Readonly<Record<Word, Bilingual>>;

/** How a card is read, in the words that settlement files have for it; a file may have others, which stay as they are. */
const entryModes: Readonly<Record<string, Bilingual>> = {
  chip: { zh: "插卡", en: "Chip" },
  contactless: { zh: "挥卡", en: "Contactless" },
  swipe: { zh: "刷磁条", en: "Magnetic stripe" },
  qr: { zh: "扫码", en: "QR code" },
  manual: { zh: "手工输入", en: "Typed in" },
  online: { zh: "网上支付", en: "Online" },
};

export function entryModeWord(mode: string): Bilingual {
  return (Object.hasOwn(entryModes, mode) ? entryModes[mode] : undefined) ?? { zh: mode, en: mode };
}

/** The words of a transaction in files, the same that the console shows. */
export const transactionWords = {
  kind: {
    SALE: { zh: "消费", en: "Sale" },
    PREAUTHORIZATION: { zh: "预授权", en: "Pre-authorization" },
    COMPLETION: { zh: "预授权完成", en: "Completion" },
    VOID: { zh: "撤销", en: "Void" },
    REFUND: { zh: "退货", en: "Refund" },
  } satisfies Words<TransactionKind>,
  network: {
    VISA: { zh: "Visa", en: "Visa" },
    MASTERCARD: { zh: "万事达", en: "Mastercard" },
    AMEX: { zh: "美国运通", en: "American Express" },
    DISCOVER: { zh: "Discover", en: "Discover" },
    UNIONPAY: { zh: "银联", en: "UnionPay" },
    OTHER: { zh: "其他卡", en: "Other card" },
  } satisfies Words<CardNetwork>,
} as const;
