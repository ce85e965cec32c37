import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { factsInWords } from "../../audit/event-facts.ts";
import { markOfRole } from "../../cases/actor.ts";
import { moneyLook, moneyOf } from "../../cases/event-money.ts";
import { graphql } from "../../graphql/graphql.ts";
import { exactText } from "../../i18n/times.ts";
import { ActorMark } from "../../ui/ActorMark.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import css from "./log-entry.module.css";

export const LogEntryFragment = graphql(`
  fragment LogEntry_entry on AuditEntry {
    hash
    event {
      id
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

/** One line of the log, which opens into the facts that were recorded and its link in the chain. */
export function LogEntry({ entry: of }: { readonly entry: FragmentOf<typeof LogEntryFragment> }) {
  const { t } = useTranslation();
  const { event, hash, case: on } = readFragment(LogEntryFragment, of);
  const role = t(`role.${event.actorRole}`);
  const money = moneyOf(event.facts);
  return (
    <details className={css.entry}>
      <summary className={css.line}>
        <time className={css.when} dateTime={event.at}>
          {exactText(event.at)}
        </time>
        <span className={css.who}>
          <ActorMark kind={markOfRole[event.actorRole]} name={event.actor?.name ?? role} size="row" />
          <span>
            {event.actor === null
              ? role
              : t("common.separated", {
                  first: event.actor.name,
                  second: event.byKey === null ? role : t("case.byKey", { name: event.byKey }),
                })}
          </span>
        </span>
        <span className={css.what}>
          {t(`event.${event.kind}`)}
          {event.from !== null && event.from !== event.to && (
            <small>{t("case.moved", { from: t(`caseState.${event.from}`), to: t(`caseState.${event.to}`) })}</small>
          )}
        </span>
        <span className={css.money}>{money !== null && <MoneyText amount={money} look={moneyLook(event.kind)} />}</span>
        <span className={css.case}>{on?.number}</span>
      </summary>
      <div className={css.inside}>
        {on !== null && (
          <p className={css.links}>
            <Link to={`/cases/${on.number}#e-${event.sequence}`}>{t("notices.openCase", { number: on.number })}</Link>
            <Link to={`/audit/log?case=${on.number}`}>{t("audit.log.onlyCase")}</Link>
          </p>
        )}
        <div>
          <h3>{t("audit.log.facts")}</h3>
          <Facts facts={factsInWords(event.facts, t)} />
        </div>
        <p className={css.hash}>
          {t("audit.log.hash")} <code>{hash}</code>
        </p>
      </div>
    </details>
  );
}
