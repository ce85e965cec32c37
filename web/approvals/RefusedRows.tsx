import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ApprovalSubjectKind } from "../graphql/words.ts";
import { Button } from "../ui/Button.tsx";
import { LearnInstead, type ToLearn } from "../ui/LearnInstead.tsx";
import { Notice } from "../ui/Notice.tsx";
import css from "./batch-preview.module.css";

/** A request of a batch that was not decided after all, and why. */
export interface Refused {
  readonly id: string;
  readonly kind: ApprovalSubjectKind;
  readonly caseNumber: string | null;
  readonly reasons: readonly Against[];
}

/** One reason; where a course is missing, the way to it and who could meanwhile. */
export interface Against extends ToLearn {
  readonly message: string;
}

/** What of a batch could not be decided stays in sight with its reasons, also where its row has left the list, until it is put away. */
export function RefusedRows({
  refused,
  onClose,
}: {
  readonly refused: readonly Refused[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Notice
      kind="changed"
      title={t("approvals.leftOver", { count: refused.length })}
      action={
        <Button size="small" onClick={onClose}>
          {t("approvals.seen")}
        </Button>
      }
    >
      <ul className={css.refused}>
        {refused.map(({ id, kind, caseNumber, reasons }) => (
          <li key={id}>
            {t(`approvalKind.${kind}`)} {caseNumber !== null && <Link to={`/cases/${caseNumber}`}>{caseNumber}</Link>}{" "}
            {reasons.map(({ message }) => message).join(" ")}
            <LearnInstead reasons={reasons} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
