import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../../graphql/graphql.ts";
import { Icon } from "../../ui/Icon.tsx";
import { type MoneyLook, MoneyText } from "../../ui/MoneyText.tsx";
import css from "./money-before-after.module.css";

export const MoneyBeforeAfterFragment = graphql(`
  fragment MoneyBeforeAfter_money on MoneyOutlook {
    before {
      refunded {
        minor
        currency
      }
      held {
        minor
        currency
      }
      onItsWay {
        minor
        currency
      }
      chargedBack {
        minor
        currency
      }
      paidTwice {
        minor
        currency
      }
      refundable {
        minor
        currency
      }
    }
    after {
      refunded {
        minor
        currency
      }
      held {
        minor
        currency
      }
      onItsWay {
        minor
        currency
      }
      chargedBack {
        minor
        currency
      }
      paidTwice {
        minor
        currency
      }
      refundable {
        minor
        currency
      }
    }
  }
`);

type Money = ResultOf<typeof MoneyBeforeAfterFragment>;

const rows = [
  "held",
  "onItsWay",
  "chargedBack",
  "paidTwice",
  "refunded",
  "refundable",
] as const satisfies readonly (keyof Money["before"])[];
const labels = {
  held: "outlook.held",
  onItsWay: "outlook.onItsWay",
  chargedBack: "outlook.chargedBack",
  paidTwice: "outlook.paidTwice",
  refunded: "outlook.refunded",
  refundable: "case.refundable",
} as const;

/** What waits is outlined and what has gone is solid; of nothing there is nothing to mark. */
function lookOf(row: (typeof rows)[number], { minor }: Money["before"]["held"]): MoneyLook {
  if (row === "refundable") return "strong";
  if (minor === "0") return "plain";
  if (row === "paidTwice") return "strong";
  return row === "held" || row === "onItsWay" ? "held" : "moved";
}

/** What this does to the money of the payment: only what changes, and nothing where nothing does: the action's own words say so. Whether it may is the server's answer. */
export function MoneyBeforeAfter({ money: of }: { readonly money: FragmentOf<typeof MoneyBeforeAfterFragment> }) {
  const { t } = useTranslation();
  const { before, after } = readFragment(MoneyBeforeAfterFragment, of);
  const changed = rows.filter((row) => before[row].minor !== after[row].minor);
  if (changed.length === 0) return null;
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
        {changed.map((row) => (
          <tr key={row}>
            <th scope="row">{t(labels[row])}</th>
            <td>
              <MoneyText amount={before[row]} look={lookOf(row, before[row])} />
            </td>
            <td>
              <Icon name="arrow" size="s" />
            </td>
            <td>
              <MoneyText amount={after[row]} look={lookOf(row, after[row])} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
