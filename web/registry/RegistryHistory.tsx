import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import css from "./registry.module.css";

export const RegistryHistoryFragment = graphql(`
  fragment RegistryHistory_event on RegistryEvent {
    id
    kind
    reason
    at
    changes {
      field
      before
      after
    }
    by {
      id
      name
    }
  }
`);

/** What was done to one entry of the registers, by whom, and why. */
export function RegistryHistory({
  events,
}: {
  readonly events: readonly FragmentOf<typeof RegistryHistoryFragment>[];
}) {
  const { t } = useTranslation();
  const history = readFragment(RegistryHistoryFragment, events);
  if (history.length === 0) return null;
  return (
    <section className={css.part}>
      <h3>{t("registry.history")}</h3>
      <ul>
        {history.map(({ id, kind, reason, at, by, changes }) => (
          <li key={id}>
            <p>
              {t(`registry.event.${kind}`, {
                terminal: changes.find(({ field }) => field === "TERMINAL")?.after ?? "",
              })}
            </p>
            {changes.map(
              ({ field, before, after }) =>
                field !== "TERMINAL" && (
                  <p key={field}>
                    {t(`registry.change.${field}`, {
                      before: before ?? t("registry.nothing"),
                      after: after ?? t("registry.nothing"),
                    })}
                  </p>
                ),
            )}
            {reason !== null && <p>{t("common.quote", { text: reason })}</p>}
            <p className={css.small}>
              {by === null ? exactText(at) : t("common.separated", { first: by.name, second: exactText(at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
