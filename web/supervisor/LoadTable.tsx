import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import css from "./load-table.module.css";

export const LoadTableFragment = graphql(`
  fragment LoadTable_load on AgentLoad {
    staff {
      id
      name
    }
    away
    open
    overdue
    dueToday
    averageAgeHours
    money {
      minor
      currency
    }
  }
`);

/** What each person has in hand; what is late stands first and says so by shape and word. */
export function LoadTable({
  loads,
  onGive,
}: {
  readonly loads: readonly FragmentOf<typeof LoadTableFragment>[];
  /** Null: the cases that nobody has. */
  readonly onGive: (from: { readonly id: string; readonly name: string } | null) => void;
}) {
  const { t } = useTranslation();
  const rows = readFragment(LoadTableFragment, loads);
  const age = (hours: number | null) => {
    if (hours === null) return "";
    return hours < 48
      ? t("supervisor.ageHours", { count: Math.round(hours) })
      : t("supervisor.ageDays", { count: Math.round(hours / 24) });
  };
  return (
    <ScrollBox label={t("supervisor.load")}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("supervisor.colleague")}</th>
            <th scope="col">{t("supervisor.open")}</th>
            <th scope="col">{t("supervisor.overdue")}</th>
            <th scope="col">{t("supervisor.dueToday")}</th>
            <th scope="col">{t("supervisor.age")}</th>
            <th scope="col">{t("supervisor.money")}</th>
            <th scope="col">
              <span className="quiet">{t("supervisor.give")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ staff, away, open, overdue, dueToday, averageAgeHours, money }) => {
            const name = staff?.name ?? t("supervisor.nobody");
            return (
              <tr key={staff?.id ?? "nobody"}>
                <th scope="row">
                  {name}
                  {away && <span className={css.away}>{t("supervisor.away")}</span>}
                </th>
                <td>{open}</td>
                <td className={overdue > 0 ? css.late : undefined}>
                  <span className={css.mark}>
                    {overdue > 0 && <Icon name="late" size="s" />}
                    {overdue}
                  </span>
                </td>
                <td className={dueToday > 0 ? css.soon : undefined}>{dueToday}</td>
                <td>{age(averageAgeHours)}</td>
                <td>
                  {money.map((amount) => (
                    <div key={amount.currency}>
                      <MoneyText amount={amount} />
                    </div>
                  ))}
                </td>
                <td>
                  {open > 0 && (
                    <Button
                      size="small"
                      aria-label={t("supervisor.giveOf", { name })}
                      onClick={() => onGive(staff === null ? null : { id: staff.id, name: staff.name })}
                    >
                      {t("supervisor.give")}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
