import { useTranslation } from "react-i18next";
import css from "./reassign.module.css";
import type { PlannedCase, ReassignedRow } from "./reassign-operations.ts";

/** To whom each case would go, or why it would stay. */
export function PlannedCases({ plan }: { readonly plan: readonly PlannedCase[] }) {
  const { t } = useTranslation();
  return (
    <ul className={css.plan} aria-label={t("supervisor.previewList")}>
      {plan.map(({ case: of, to, reasons }) => (
        <li key={of.id}>
          <span>{of.number}</span>
          <span>
            {reasons.length === 0 ? t("supervisor.goesTo", { name: to.name }) : t("supervisor.leftOut")}
            <Reasons said={reasons.map(({ message }) => message)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What stayed where it was, and why. */
export function StayedCases({
  rows,
  plan,
}: {
  readonly rows: readonly ReassignedRow[];
  readonly plan: readonly PlannedCase[];
}) {
  const { t } = useTranslation();
  return (
    <ul className={css.plan} aria-label={t("supervisor.stayedList")}>
      {rows.map(({ caseId, result }) => (
        <li key={caseId}>
          <span className="whole">{plan.find(({ case: of }) => of.id === caseId)?.case.number}</span>
          <span>
            <Reasons said={messagesOf(result)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Reasons({ said }: { readonly said: readonly string[] }) {
  return said.map((message) => (
    <span key={message} className={css.why}>
      {message}
    </span>
  ));
}

/** Every reason there is; else what was said. */
function messagesOf(result: ReassignedRow["result"]): readonly string[] {
  if (result.__typename === "CaseActionDone") return [];
  return result.__typename === "ActionRefused" ? result.reasons.map(({ message }) => message) : [result.message];
}
