import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useListText } from "../i18n/use-list-text.ts";
import { useNow } from "../i18n/use-now.ts";
import { Button } from "../ui/Button.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import css from "./breach-list.module.css";

export const ReopenListFragment = graphql(`
  fragment ReopenList_reopenable on Reopenable {
    closedAt
    reopenUntil
    ranOut
    complainedAt
    case {
      id
      number
      outcome
      amount {
        minor
        currency
      }
      availableActions {
        action
        allowed
        reasons {
          code
          message
        }
      }
    }
  }
`);

/** Closed cases over which something stands: what it is, how they ended, until when they can be opened again, and the way to. */
export function ReopenList({
  reopenable,
  onReopen,
}: {
  readonly reopenable: readonly FragmentOf<typeof ReopenListFragment>[];
  readonly onReopen: (number: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const listText = useListText();
  const now = useNow();
  const when = (at: string) => momentText(at, language, now);
  return (
    <ul className={css.list}>
      {readFragment(ReopenListFragment, reopenable).flatMap(
        ({ case: of, closedAt, reopenUntil, ranOut, complainedAt }) => {
          if (of === null) return [];
          const offer = of.availableActions.find(({ action }) => action === "REOPEN");
          return (
            <li key={of.id} className={css.ended}>
              <div>
                <p className={css.title}>
                  <Link className="whole" to={`/cases/${of.number}`}>
                    {of.number}
                  </Link>{" "}
                  {of.outcome !== null && t(`caseOutcome.${of.outcome}`)}
                </p>
                <p className={css.fact}>{t("supervisor.closedAt", { when: when(closedAt) })}</p>
              </div>
              <div>
                {ranOut.length > 0 && <p>{t("supervisor.ranOut", { what: listText([...ranOut]) })}</p>}
                {complainedAt !== null && <p>{t("supervisor.complained", { when: when(complainedAt) })}</p>}
              </div>
              <p>
                <MoneyText amount={of.amount} />
              </p>
              <div className={css.act}>
                {offer?.allowed === true ? (
                  <Button
                    size="small"
                    aria-label={t("supervisor.reopenOf", { number: of.number })}
                    onClick={() => onReopen(of.number)}
                  >
                    {t("supervisor.reopen")}
                  </Button>
                ) : (
                  offer?.reasons.map(({ code, message }) => (
                    <p key={code} className={css.fact}>
                      {message}
                    </p>
                  ))
                )}
                <p className={css.fact}>{t("supervisor.reopenUntil", { when: when(reopenUntil) })}</p>
              </div>
            </li>
          );
        },
      )}
    </ul>
  );
}
