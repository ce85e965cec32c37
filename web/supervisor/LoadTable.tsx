import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import css from "./load-table.module.css";

export const LoadTableFragment = graphql(`
  fragment LoadTable_load on AgentLoad {
    staff {
      id
      name
    }
    away
    standIn {
      id
      name
    }
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

/** What each person has in hand; what is late stands first and says so by shape and word. Each count leads to its cases. */
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
    <table className={css.table}>
      <caption className="quiet">{t("supervisor.load")}</caption>
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
        {rows.map(({ staff, away, standIn, open, overdue, dueToday, averageAgeHours, money }) => {
          const name = staff?.name ?? t("supervisor.nobody");
          const cases = `/queue?view=team&assignee=${staff?.id ?? "none"}`;
          return (
            <tr key={staff?.id ?? "nobody"}>
              <th scope="row">
                {name}
                {away && (
                  <span className={css.away}>
                    {standIn === null ? t("supervisor.away") : t("supervisor.awayWith", { name: standIn.name })}
                  </span>
                )}
              </th>
              <td data-name={t("supervisor.open")}>
                <Cases count={open} to={cases} />
              </td>
              <td data-name={t("supervisor.overdue")} className={overdue > 0 ? css.late : undefined}>
                <span className={css.mark}>
                  {overdue > 0 && <Icon name="late" size="s" />}
                  <Cases count={overdue} to={`${cases}&due=overdue`} />
                </span>
              </td>
              <td data-name={t("supervisor.dueToday")} className={dueToday > overdue ? css.soon : undefined}>
                <Cases count={dueToday} to={`${cases}&due=today`} />
              </td>
              <td data-name={t("supervisor.age")}>{age(averageAgeHours)}</td>
              <td data-name={t("supervisor.money")}>
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
                    aria-label={staff === null ? t("supervisor.giveUnassigned") : t("supervisor.giveOf", { name })}
                    onClick={() => onGive(staff === null ? null : { id: staff.id, name: staff.name })}
                  >
                    {t(staff === null ? "supervisor.assign" : "supervisor.give")}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** None is no list to go to. */
function Cases({ count, to }: { readonly count: number; readonly to: string }) {
  return count === 0 ? 0 : <Link to={to}>{count}</Link>;
}
