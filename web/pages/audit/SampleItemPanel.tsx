import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { Checklist } from "../../audit/Checklist.tsx";
import { FindingLines, FindingLinesFragment } from "../../audit/FindingLines.tsx";
import { MachineAnswers, MachineAnswersFragment } from "../../audit/MachineAnswers.tsx";
import { RaiseFinding } from "../../audit/RaiseFinding.tsx";
import { ChecklistFragment } from "../../audit/use-checklist.ts";
import { DecisionTrace, DecisionTraceFragment } from "../../cases/DecisionTrace.tsx";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { nameIn } from "../../i18n/name-in.ts";
import { exactText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { KeepCase } from "../../policies/KeepCase.tsx";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { Facts } from "../../ui/Facts.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import css from "./sample-page.module.css";

const SampleItemQuery = graphql(
  `
    query SampleItem($id: ID!) {
      sampleItem(id: $id) {
        id
        position
        caseNumber
        decidedKind
        decidedAt
        ownWork
        decision {
          id
          policyVersion {
            id
            name
            title
          }
          ...DecisionTrace_decision
        }
        ...Checklist_item
        ...MachineAnswers_item
        ...FindingLines_item
        case {
          id
          number
          reason
          amount {
            minor
            currency
          }
          merchant {
            id
            name
            nameZh
          }
          events(last: 100) {
            edges {
              node {
                id
                kind
                messages {
                  id
                  thread
                  saidBy
                  body
                }
              }
            }
          }
        }
      }
    }
  `,
  [ChecklistFragment, MachineAnswersFragment, FindingLinesFragment, DecisionTraceFragment],
);

interface SampleItemPanelProps {
  readonly id: string;
  readonly total: number;
  readonly questions: Parameters<typeof Checklist>[0]["questions"];
  readonly onNext: () => void;
}

/** The case in hand: what it is about at one side, what is asked of it at the other. */
export function SampleItemPanel({ id, total, questions, onNext }: SampleItemPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { permissions } = useViewer();
  const mayReview = permissions.includes("AUDIT_REVIEW");
  const [{ data, error }, again] = useQuery({
    query: SampleItemQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const refresh = () => again({ requestPolicy: "network-only" });
  const [kept, setKept] = useState(false);
  const item = data?.sampleItem ?? null;
  const on = item?.case ?? null;
  if (error !== undefined && item === null) return <FailureView failure={failureOf(error)} onRetry={refresh} />;
  if (item === null || on === null) return <Skeleton rows={8} label={t("common.loading")} />;
  const { merchant } = on;
  const { decision } = item;
  const said = on.events.edges.flatMap(({ node: { messages } }) =>
    messages.filter(({ thread, saidBy }) => thread === "CUSTOMER" && saidBy === "DESK"),
  );
  const closed = item.ownWork ? t("samples.ownWork") : mayReview ? null : t("samples.readOnly");
  return (
    <section className={css.panel} aria-label={t("samples.itemOf", { position: item.position, total })}>
      <h2>{t("samples.itemOf", { position: item.position, total })}</h2>
      <div className={css.two}>
        <div className={css.side}>
          <div>
            <h3>{t("samples.facts")}</h3>
            <Facts
              facts={[
                [t("samples.decided"), `${t(`event.${item.decidedKind}`)} · ${exactText(item.decidedAt)}`],
                [t("samples.amount"), <MoneyText key="amount" amount={on.amount} look="strong" />],
                [t("samples.merchant"), nameIn(language, merchant)],
                [t("samples.reason"), t(`caseReason.${on.reason}`)],
                [
                  t("decision.title"),
                  decision === null
                    ? t("samples.noDecision")
                    : t("decision.version", {
                        policy: decision.policyVersion.title,
                        version: decision.policyVersion.name,
                      }),
                ],
              ]}
            />
            <p>
              <Link to={`/cases/${on.number}`}>{t("samples.openCase", { number: on.number })}</Link>
            </p>
          </div>
          {decision !== null && (
            <DecisionTrace id={`trace-${item.id}`} decision={decision}>
              {permissions.includes("POLICY_WRITE") && <KeepCase caseNumber={on.number} />}
            </DecisionTrace>
          )}
          <div>
            <h3>{t("samples.said")}</h3>
            {said.length === 0 && <p>{t("samples.nothingSaid")}</p>}
            {said.map((message) => (
              <blockquote key={message.id}>{message.body}</blockquote>
            ))}
          </div>
        </div>
        <div className={css.side}>
          <MachineAnswers item={item} />
          <Checklist item={item} questions={questions} closed={closed} onSaved={onNext} onRefused={refresh} />
          <FindingLines item={item} />
          {closed === null && (
            <RaiseFinding
              itemId={item.id}
              onRaised={() => {
                setKept(true);
                refresh();
              }}
            />
          )}
          <p role="status">{kept && t("findings.kept")}</p>
        </div>
      </div>
    </section>
  );
}
