import { useTranslation } from "react-i18next";
import type { WebhookEndpointState } from "../graphql/words.ts";
import { Icon } from "../ui/Icon.tsx";
import css from "./webhooks.module.css";

/** Whether an endpoint is sent anything, in a word led by its mark. */
export function EndpointMark({ state }: { readonly state: WebhookEndpointState }) {
  const { t } = useTranslation();
  return (
    <span className={css.mark} data-state={state}>
      <Icon name={state === "ACTIVE" ? "check" : "pause"} />
      {t(`webhooks.stateOf.${state}`)}
    </span>
  );
}
