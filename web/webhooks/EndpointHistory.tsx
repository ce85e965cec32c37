import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import css from "./webhooks.module.css";

export const EndpointHistoryFragment = graphql(`
  fragment EndpointHistory_endpoint on WebhookEndpoint {
    history {
      id
      kind
      before
      after
      at
      by {
        id
        name
      }
    }
  }
`);

/** What was done to an endpoint, and by whom. */
export function EndpointHistory({ endpoint }: { readonly endpoint: FragmentOf<typeof EndpointHistoryFragment> }) {
  const { t } = useTranslation();
  const { history } = readFragment(EndpointHistoryFragment, endpoint);
  return (
    <section className={css.part}>
      <h3>{t("webhooks.history")}</h3>
      <ul>
        {history.map(({ id, kind, before, after, at, by }) => (
          <li key={id}>
            <p>{t(`webhooks.event.${kind}`, { before: before ?? "", after: after ?? "" })}</p>
            <p className={css.quiet}>
              {by === null ? exactText(at) : t("common.separated", { first: by.name, second: exactText(at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
