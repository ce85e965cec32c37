import { useTranslation } from "react-i18next";
import { type Amount, minus } from "../../ui/amount.ts";
import { Icon } from "../../ui/Icon.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import css from "./money-before-after.module.css";

/** What this does to the money that may still go back. Whether it may is the server's answer. */
export function MoneyBeforeAfter({ refundable, amount }: { readonly refundable: Amount; readonly amount: Amount }) {
  const { t } = useTranslation();
  return (
    <table className={css.money}>
      <caption>{t("sheet.money")}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t("sheet.now")}</th>
          <td />
          <th scope="col">{t("sheet.after")}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t("case.refundable")}</th>
          <td>
            <MoneyText amount={refundable} />
          </td>
          <td>
            <Icon name="arrow" size="s" />
          </td>
          <td>
            <MoneyText amount={minus(refundable, amount)} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
