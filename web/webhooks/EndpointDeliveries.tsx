import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import css from "./webhooks.module.css";

export const EndpointDeliveriesFragment = graphql(`
  fragment EndpointDeliveries_endpoint on WebhookEndpoint {
    deliveries {
      id
      kind
      state
      attempts
      createdAt
      nextTryAt
      lastTry {
        id
        at
        answer
        code
        happened
        todo
        durationMs
      }
    }
  }
`);

/** What was sent to an endpoint last, and how each went. */
export function EndpointDeliveries({ endpoint }: { readonly endpoint: FragmentOf<typeof EndpointDeliveriesFragment> }) {
  const { t } = useTranslation();
  const { deliveries } = readFragment(EndpointDeliveriesFragment, endpoint);
  return (
    <section className={css.part} aria-live="polite">
      <h3>{t("webhooks.deliveries")}</h3>
      {deliveries.length === 0 && <p className={css.quiet}>{t("webhooks.noDeliveries")}</p>}
      <ul>
        {deliveries.map(({ id, kind, state, attempts, createdAt, nextTryAt, lastTry }) => (
          <li key={id}>
            <p className={css.delivery}>
              <span>{t(`noticeKind.${kind}`)}</span>
              <span data-state={state}>{t(`noticeState.${state}`)}</span>
              {lastTry?.code != null && <code>{lastTry.code}</code>}
            </p>
            <p className={css.quiet}>
              {[
                exactText(createdAt),
                t("webhooks.tries", { count: attempts }),
                ...(lastTry?.durationMs == null ? [] : [t("webhooks.took", { ms: lastTry.durationMs })]),
              ].join(" · ")}
            </p>
            {lastTry !== null && lastTry.answer !== "DELIVERED" && (
              <p>{t("common.twoSentences", { first: lastTry.happened, second: lastTry.todo })}</p>
            )}
            {nextTryAt !== null && attempts > 0 && (
              <p className={css.quiet}>{t("webhooks.nextTry", { at: exactText(nextTryAt) })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
