import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { LearnInstead } from "../ui/LearnInstead.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { ApprovalAbout } from "./ApprovalAbout.tsx";
import { ApprovalDeciders, ApprovalDecidersFragment } from "./ApprovalDeciders.tsx";
import { ApprovalLevels, ApprovalLevelsFragment } from "./ApprovalLevels.tsx";
import { ApprovalThen, ApprovalUntil } from "./ApprovalUntil.tsx";
import css from "./approval-row.module.css";
import { RoleChangeFacts, RoleChangeFactsFragment } from "./RoleChangeFacts.tsx";

export const ApprovalRowFragment = graphql(
  `
    fragment ApprovalRow_approval on ApprovalRequest {
      id
      kind
      state
      mayReject
      inPlaceOf
      reason
      facts {
        name
        value
      }
      openedAt
      expiresAt
      escalatedAt
      closedAt
      amount {
        minor
        currency
      }
      proposer {
        id
        name
      }
      reasons {
        code
        message
        course {
          id
          code
          title
        }
        colleagues {
          id
          name
        }
      }
      case {
        id
        number
      }
      roleChange {
        id
        ...RoleChangeFacts_change
      }
      ...ApprovalLevels_approval
      ...ApprovalDeciders_approval
    }
  `,
  [ApprovalLevelsFragment, ApprovalDecidersFragment, RoleChangeFactsFragment],
);

/** One request: what, how much, who asks, whose turn it is, and who may and may not. */
export function ApprovalRow({
  approval,
  selected,
  onSelect,
}: {
  readonly approval: FragmentOf<typeof ApprovalRowFragment>;
  readonly selected: boolean;
  readonly onSelect: (selected: boolean) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const it = readFragment(ApprovalRowFragment, approval);
  const when = (instant: string) => momentText(instant, language, now);
  const isOpen = it.state === "OPEN";
  const name = [t(`approvalKind.${it.kind}`), it.case?.number ?? ""].join(" ").trim();
  return (
    <li className={`${css.row} ${selected ? css.selected : ""}`}>
      <div className={css.pick}>
        {it.mayReject && (
          <input
            type="checkbox"
            id={`approval-${it.id}`}
            aria-label={t("approvals.select", { what: name })}
            checked={selected}
            onChange={({ target }) => onSelect(target.checked)}
          />
        )}
      </div>
      <div className={css.what}>
        <p className={css.name}>
          {t(`approvalKind.${it.kind}`)}{" "}
          {it.case !== null && (
            <Link className="whole" to={`/cases/${it.case.number}`}>
              {it.case.number}
            </Link>
          )}
          {!isOpen && <span className={css.state}>{t(`approvalState.${it.state}`)}</span>}
        </p>
        <p className={css.who}>
          {it.proposer === null
            ? t("approvals.byRule", { when: when(it.openedAt) })
            : t("approvals.proposedBy", { name: it.proposer.name, when: when(it.openedAt) })}
        </p>
        {it.roleChange !== null && <RoleChangeFacts change={it.roleChange} />}
        <ApprovalAbout facts={it.facts} amount={it.amount} />
        {it.reason !== null && <p className={css.why}>{t("common.quote", { text: it.reason })}</p>}
        <ApprovalThen request={it} />
      </div>
      <div className={css.money}>
        {it.amount !== null && <MoneyText amount={it.amount} look={isOpen ? "held" : "plain"} />}
        <ApprovalUntil request={it} />
      </div>
      <div className={css.levels}>
        <ApprovalLevels approval={it} />
        {isOpen && it.inPlaceOf !== null && (
          <p className={css.place}>{t("approvals.inPlaceOf", { name: it.inPlaceOf })}</p>
        )}
        {isOpen &&
          it.reasons.map(({ code, message }) => (
            <p key={code} className={css.shut}>
              {message}
            </p>
          ))}
        {isOpen && <LearnInstead reasons={it.reasons} />}
        {isOpen && (
          <details>
            <summary>{t("approvals.whoMay")}</summary>
            <ApprovalDeciders approval={it} />
          </details>
        )}
      </div>
    </li>
  );
}
