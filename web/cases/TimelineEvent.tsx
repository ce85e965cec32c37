import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import type { CaseEventKind, MessageThread, Speaker } from "../graphql/words.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Named } from "../ui/Named.tsx";
import { CashItem, FactItem, SaidItem } from "../ui/TimelineItem.tsx";
import { markOfRole } from "./actor.ts";
import { moneyLook, moneyOf } from "./event-money.ts";
import { eventSentence } from "./event-sentence.ts";
import { MentionText } from "./MentionText.tsx";

export const TimelineEventFragment = graphql(`
  fragment TimelineEvent_event on CaseEvent {
    kind
    sequence
    from
    to
    at
    actorRole
    byKey
    actor {
      id
      name
    }
    messages {
      id
      thread
      saidBy
      body
      mentions {
        id
        name
      }
    }
    facts {
      name
      value
    }
  }
`);

/** Where the words are the whole event, nothing else is said of it. */
const onlyWords: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>(["ADD_NOTE", "SEND_MESSAGE"]);

/** One event: what happened, the money it was about, and what was written with it, each in its thread's look. */
export function TimelineEvent({
  event: of,
  customer,
}: {
  readonly event: FragmentOf<typeof TimelineEventFragment>;
  readonly customer: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const event = readFragment(TimelineEventFragment, of);
  const actor = markOfRole[event.actorRole];
  const role = t(`role.${event.actorRole}`);
  const person = actor === "customer" ? customer : (event.actor?.name ?? role);
  const name =
    event.byKey === null
      ? person
      : t("common.separated", { first: person, second: t("case.byKey", { name: event.byKey }) });
  const when = { at: event.at, atText: momentText(event.at, language, now) };
  const anchor = `e-${event.sequence}`;
  const isOnlyWords = onlyWords.has(event.kind);
  // What was asked for stands above the story already.
  const money = event.kind === "OPEN" ? null : moneyOf(event.facts);
  const moved = event.from !== null && event.from !== event.to;

  const isDesk = actor === "colleague" || actor === "system";
  const viaOf = (thread: MessageThread, saidBy: Speaker) => {
    // To whoever may not know their name they are called by their role already.
    if (thread !== "INTERNAL" && !isDesk) return name === role ? "" : role;
    return saidBy === "DESK" ? t(`case.via.${thread}`) : t(`case.told.${saidBy}`);
  };

  const say = eventSentence(
    { kind: event.kind, by: event.actorRole, to: event.to, who: person, facts: event.facts },
    t,
  );
  const sentence = <Named name={name} say={say} />;

  return (
    <>
      {!isOnlyWords &&
        (money === null ? (
          <FactItem actor={actor} name={name} {...when} anchor={anchor}>
            {sentence}
            {moved &&
              event.from !== null &&
              ` · ${t("case.moved", { from: t(`caseState.${event.from}`), to: t(`caseState.${event.to}`) })}`}
          </FactItem>
        ) : (
          <CashItem {...when} anchor={anchor} money={<MoneyText amount={money} look={moneyLook(event.kind)} />}>
            {sentence}
          </CashItem>
        ))}
      {event.messages.map(({ id, thread, saidBy, body, mentions }, index) => (
        <SaidItem
          key={id}
          side={thread === "INTERNAL" ? "note" : saidBy === "DESK" ? "ours" : "theirs"}
          actor={actor}
          name={name}
          via={viaOf(thread, saidBy)}
          {...when}
          anchor={isOnlyWords && index === 0 ? anchor : undefined}
        >
          <MentionText text={body} names={mentions.map((colleague) => colleague.name)} />
        </SaidItem>
      ))}
    </>
  );
}
