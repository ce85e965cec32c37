import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { agoText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { ActorMark } from "../ui/ActorMark.tsx";
import { markOfRole } from "./actor.ts";
import css from "./case-row.module.css";

export const LastEventFragment = graphql(`
  fragment LastEvent_event on CaseEvent {
    kind
    at
    actorRole
    actor {
      id
      name
    }
    messages {
      id
      body
    }
  }
`);

/** Who, when, and what they said or did. */
export function LastEvent({
  event: of,
  customer,
}: {
  readonly event: FragmentOf<typeof LastEventFragment>;
  readonly customer: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const event = readFragment(LastEventFragment, of);
  const kind = markOfRole[event.actorRole];
  const who = kind === "colleague" ? (event.actor?.name ?? t(`role.${event.actorRole}`)) : t(`role.${event.actorRole}`);
  const [message] = event.messages;
  const done = event.kind === "OPEN" && kind === "customer" ? t("asked") : t(`event.${event.kind}`);
  const words = message === undefined ? done : t("common.quote", { text: message.body });
  return (
    <span className={css.last}>
      <ActorMark kind={kind} name={kind === "customer" ? customer : who} size="row" />
      <span className={css.when}>
        {t("common.separated", { first: who, second: agoText(event.at, language, now) })}
      </span>
      <span className={css.words} title={words}>
        {words}
      </span>
    </span>
  );
}
