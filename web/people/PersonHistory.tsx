import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import css from "./people.module.css";

export const PersonHistoryFragment = graphql(`
  fragment PersonHistory_staff on Staff {
    history {
      id
      kind
      role
      reason
      movedCases
      at
      by {
        id
        name
      }
    }
  }
`);

/** What was done to somebody's place at the desk, by whom, and why. */
export function PersonHistory({ staff }: { readonly staff: FragmentOf<typeof PersonHistoryFragment> }) {
  const { t } = useTranslation();
  const { history } = readFragment(PersonHistoryFragment, staff);
  if (history.length === 0) return null;
  return (
    <section className={css.history}>
      <h3>{t("people.history")}</h3>
      <ul>
        {history.map(({ id, kind, role, reason, movedCases, at, by }) => (
          <li key={id}>
            <p>{t(`people.event.${kind}`, { role: t(`role.${role}`) })}</p>
            {reason !== null && <p>{t("common.quote", { text: reason })}</p>}
            {movedCases !== null && movedCases > 0 && <p>{t("people.movedCases", { count: movedCases })}</p>}
            <p className={css.small}>
              {by === null ? exactText(at) : t("common.separated", { first: by.name, second: exactText(at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
