import { type Amount, digitsOf } from "./amount.ts";
import css from "./money-text.module.css";

/** "moved" has happened, "held" is set aside, "returned" went and came back; what it was for stands beside it in words. */
export type MoneyLook = "plain" | "strong" | "moved" | "held" | "returned";

/** An exact amount with its code; digits share one right edge down a column whatever the look. */
export function MoneyText({ amount, look = "plain" }: { readonly amount: Amount; readonly look?: MoneyLook }) {
  const Mark = look === "returned" ? "s" : "span";
  return (
    <Mark className={`${css.money} ${css[look]}`}>
      <span className={css.code}>{amount.currency}</span>
      {"\u00a0"}
      {digitsOf(amount)}
    </Mark>
  );
}
