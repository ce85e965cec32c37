import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";

export const GoneSinceFragment = graphql(`
  fragment GoneSince_endpoint on WebhookEndpoint {
    state
    history {
      id
      kind
      at
    }
  }
`);

/** Of an endpoint that the desk itself paused: when and why, and what to do before it is resumed. */
export function GoneSince({ endpoint }: { readonly endpoint: FragmentOf<typeof GoneSinceFragment> }) {
  const { t } = useTranslation();
  const { state, history } = readFragment(GoneSinceFragment, endpoint);
  const latest = history.find(({ kind }) => kind === "PAUSED" || kind === "GONE");
  if (state !== "PAUSED" || latest?.kind !== "GONE") return null;
  return <p>{t("webhooks.goneSince", { at: exactText(latest.at) })}</p>;
}
