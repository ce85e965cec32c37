import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { NoteException } from "../../audit/NoteException.tsx";
import { moneyOf } from "../../cases/event-money.ts";
import { graphql } from "../../graphql/graphql.ts";
import { exactText } from "../../i18n/times.ts";
import { useViewer } from "../../shell/viewer.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import css from "./exception-item.module.css";

export const ExceptionItemFragment = graphql(`
  fragment ExceptionItem_exception on PolicyException {
    id
    at
    kinds
    standing
    paid {
      minor
      currency
    }
    ownWork
    notes
    note
    notedAt
    notedBy {
      id
      name
    }
    event {
      id
      kind
      sequence
      at
      actorRole
      actor {
        id
        name
      }
      messages {
        id
        thread
        body
      }
      facts {
        name
        value
      }
    }
    case {
      id
      number
    }
  }
`);

/** One exception: what was done beside the rules, by whom and why, and what compliance says of it. */
export function ExceptionItem({ exception: of }: { readonly exception: FragmentOf<typeof ExceptionItemFragment> }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const {
    id,
    at,
    kinds,
    standing,
    paid,
    ownWork,
    notes,
    note,
    notedAt,
    notedBy,
    event,
    case: on,
  } = readFragment(ExceptionItemFragment, of);
  // Of a ruling, what went twice by it; all that the bank keeps may be more.
  const twice = kinds.includes("PAID_TWICE") ? moneyOf(event.facts, ["paidTwice"]) : null;
  const money = twice ?? moneyOf(event.facts) ?? paid;
  return (
    <details className={css.item}>
      <summary className={css.line}>
        <span className={css.what}>{kinds.map((kind) => t(`audit.exceptions.kinds.${kind}`)).join(" · ")}</span>
        <span className={css.who}>
          {t("common.separated", {
            first: event.actor?.name ?? t(`role.${event.actorRole}`),
            second: t(`event.${event.kind}`),
          })}
        </span>
        <span className={css.money}>{money !== null && <MoneyText amount={money} look="strong" />}</span>
        <span className={css.who}>{on?.number}</span>
        <time className={css.who} dateTime={at}>
          {exactText(at)}
        </time>
        <span className={css.chip} data-standing={standing}>
          {t(`audit.exceptions.standings.${standing}`)}
        </span>
      </summary>
      <div className={css.inside}>
        {at !== event.at && <p>{t("audit.exceptions.offered", { made: exactText(event.at), taken: exactText(at) })}</p>}
        {event.messages.map((message) => (
          <blockquote key={message.id} className={css.reason} data-thread={message.thread}>
            <p className={css.to}>{t(`messageThread.${message.thread}`)}</p>
            <p>{message.body}</p>
          </blockquote>
        ))}
        {on !== null && (
          <Link to={`/cases/${on.number}#e-${event.sequence}`}>{t("notices.openCase", { number: on.number })}</Link>
        )}
        {note !== null && notedAt !== null && (
          <p>{t("audit.exceptions.said", { name: notedBy?.name ?? "", at: exactText(notedAt), note })}</p>
        )}
        {viewer.permissions.includes("AUDIT_REVIEW") &&
          (ownWork ? <p>{t("audit.exceptions.ownWork")}</p> : <NoteException exceptionId={id} notes={notes} />)}
      </div>
    </details>
  );
}
