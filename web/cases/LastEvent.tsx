import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { agoText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { ActorMark } from "../ui/ActorMark.tsx";
import { markOfRole } from "./actor.ts";
import css from "./case-row.module.css";
import { eventSentence } from "./event-sentence.ts";

export const LastEventFragment = graphql(`
  fragment LastEvent_event on CaseEvent {
    kind
    to
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
    facts(
      names: ["check", "outcome", "detail.event", "disputeStep", "step", "detail.outcome", "ruling", "confirms", "fromAssignee", "assignee", "clock", "rule"]
    ) {
      name
      value
    }
  }
`);

/** When, and what somebody said or did, in the words of the case's story. */
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
  const ago = agoText(event.at, language, now);
  const say = eventSentence({ kind: event.kind, by: event.actorRole, to: event.to, who, facts: event.facts }, t);
  const said = message === undefined ? say(who) : message.body;
  return (
    <span className={css.last}>
      <ActorMark kind={kind} name={kind === "customer" ? customer : who} size="row" />
      <span className={css.when}>
        {message === undefined ? ago : t("common.separated", { first: who, second: ago })}
      </span>
      <span className={css.words} title={said}>
        {message === undefined ? said : t("common.quote", { text: said })}
      </span>
    </span>
  );
}
