import { stateWords } from "../../cases/domain/rule-words.ts";
import type { CaseState } from "../../cases/domain/words.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import { formatMoney, money } from "../../kernel/money.ts";
import { stampIn } from "../../kernel/zoned-time.ts";
import type { KeptFields } from "./notice-fields.ts";
import type { NoticePoint } from "./words.ts";

interface Told {
  readonly fields: KeptFields;
  readonly state: CaseState | null;
  readonly at: Date;
}

export type PointsInWords = Readonly<Record<NoticePoint, string | null>>;

/** What there is to be checked of a notice, each as it is written; null where it tells nothing of it. */
export function pointsInWords({ fields: { amount }, state, at }: Told, locale: "zh-CN" | "en"): PointsInWords {
  return {
    AMOUNT: amount === undefined ? null : formatMoney(money(BigInt(amount.minor), amount.currency), locale),
    STATE: state === null ? null : stateWords[state][locale === "zh-CN" ? "zh" : "en"],
    TIME: stampIn(at, deskTimeZone()),
  };
}
