import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../../graphql/graphql.ts";
import { momentText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Icon } from "../../ui/Icon.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Part } from "../../ui/Part.tsx";
import { checkLooks } from "../check-looks.ts";
import { StateChip, StateChipFragment } from "../StateChip.tsx";
import css from "./new-case.module.css";

export const RequestPreviewFragment = graphql(
  `
    fragment RequestPreview_preview on RequestPreview {
      outcome
      policyVersion {
        id
        name
        title
      }
      rowNumber
      because
      trace {
        rowNumber
        hit
        text
      }
      checks {
        kind
        outcome
      }
      refundable {
        minor
        currency
      }
      problems {
        code
        message
      }
      duplicates {
        id
        number
        closedAt
        openedAt
        amount {
          minor
          currency
        }
        customer {
          id
          name
        }
        ...StateChip_case
      }
    }
  `,
  [StateChipFragment],
);

/** What the request would come to, said before it is made: the policy's word, the checks, and who asked before. */
export function RequestPreview({ preview: of }: { readonly preview: FragmentOf<typeof RequestPreviewFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const preview = readFragment(RequestPreviewFragment, of);
  const { policyVersion, rowNumber: row } = preview;
  const words = {
    policy: policyVersion.title,
    version: policyVersion.name,
    outcome: t(`policyOutcome.${preview.outcome}`),
  };
  return (
    <>
      {preview.problems.map(({ code, message }) => (
        <Notice key={code} kind="no" title={message} />
      ))}
      {preview.duplicates.length > 0 && (
        <Part
          title={t("newCase.duplicates")}
          aside={t("newCase.duplicatesCount", { count: preview.duplicates.length })}
        >
          <ul className={css.duplicates}>
            {preview.duplicates.map((found) => (
              <li key={found.id}>
                <Link className="whole" to={`/cases/${found.number}`}>
                  {found.number}
                </Link>
                <StateChip case={found} />
                <MoneyText amount={found.amount} />
                <small>
                  {[
                    momentText(found.openedAt, language, now),
                    ...(found.customer === null ? [] : [found.customer.name]),
                  ].join(" · ")}
                </small>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part
        title={t("newCase.policy")}
        aside={row === null ? t("decision.says", words) : t("decision.saysRow", { ...words, row })}
      >
        <p className={css.because}>{preview.because}</p>
        <details className={css.trace}>
          <summary>{t("decision.why")}</summary>
          <ol>
            {preview.trace.map((line) => (
              <li key={line.rowNumber ?? "otherwise"} className={line.hit ? css.hit : undefined}>
                <Icon name={line.hit ? "check" : "close"} size="s" />
                <span>
                  <span className="quiet">{line.hit ? t("decision.hit") : t("decision.miss")}</span> {line.text}
                </span>
              </li>
            ))}
          </ol>
        </details>
      </Part>
      <Part title={t("case.checks")}>
        <ul className={css.checks}>
          {preview.checks.map(({ kind, outcome }) => (
            <li key={kind} data-outcome={outcome}>
              <Icon name={checkLooks[outcome].icon} size="s" />
              <span>{t(`checkKind.${kind}`)}</span>
              <small>{t(`checkOutcome.${outcome}`)}</small>
            </li>
          ))}
        </ul>
        <p className={css.refundable}>
          {t("transactions.columns.refundable")} <MoneyText amount={preview.refundable} look="strong" />
        </p>
      </Part>
    </>
  );
}
