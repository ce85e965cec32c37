import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { amountText } from "../ui/amount.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { DraftStateFragment } from "./DraftState.tsx";
import css from "./decision-table.module.css";
import type { Cells } from "./policy-text.ts";
import { useJoin } from "./use-join.ts";

type Finding = ResultOf<typeof DraftStateFragment>["findings"][number];

/** What the table leaves open or says twice, each with a case to show it on; a gap offers the row that would close it. */
export function Findings({
  findings,
  onAddRow,
}: {
  readonly findings: readonly Finding[];
  readonly onAddRow: ((when: Cells) => void) | null;
}) {
  const { t } = useTranslation();
  const join = useJoin();
  const gaps = findings.filter(({ kind }) => kind === "GAP");
  const crossing = findings.filter(({ kind }) => kind === "OVERLAP");
  return (
    <div className={css.findings} role="status" aria-live="polite">
      {findings
        .filter(({ kind }) => kind !== "OVERLAP")
        .map((finding) => (
          <FindingBox
            key={`${finding.kind} ${finding.row} ${finding.conditions.join()}`}
            finding={finding}
            place={{ at: gaps.indexOf(finding) + 1, of: gaps.length }}
            onAddRow={onAddRow}
          />
        ))}
      {crossing.length > 0 && (
        <details>
          <summary>{t("policies.crossing", { count: crossing.length })}</summary>
          <ul>
            {crossing.map((finding) => (
              <li key={finding.row}>
                {t("policies.overlap", {
                  row: finding.row ?? "",
                  behind: join(finding.behind),
                  count: finding.behind.length,
                })}{" "}
                <Example finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function FindingBox({
  finding,
  place,
  onAddRow,
}: {
  readonly finding: Finding;
  readonly place: { readonly at: number; readonly of: number };
  readonly onAddRow: ((when: Cells) => void) | null;
}) {
  const { t } = useTranslation();
  const join = useJoin();
  const { suggested, conditions, row, behind } = finding;
  return (
    <div className={css.finding} data-finding={finding.kind}>
      <Icon name="late" />
      <div>
        <strong>
          {finding.kind === "GAP"
            ? t("policies.gap", { ...place, which: join(conditions) || t("policies.anyCase") })
            : finding.kind === "TOO_LARGE"
              ? t("policies.tooLarge")
              : t("policies.unreachable", { row: row ?? "", behind: join(behind), count: behind.length })}
        </strong>
        <p className={css.example}>
          <Example finding={finding} />
        </p>
      </div>
      {suggested !== null && onAddRow !== null && (
        <Button size="small" onClick={() => onAddRow(suggested)}>
          {t("policies.addRowFor")}
        </Button>
      )}
    </div>
  );
}

/** The amount, the reason, the age and the shop's word: enough to see the case before one's eyes. */
function Example({ finding: { example } }: { readonly finding: Finding }) {
  const { t } = useTranslation();
  const join = useJoin();
  if (example === null) return null;
  return t("policies.example", {
    amount: amountText(example.amount),
    facts: join(example.facts.slice(1, 4)),
  });
}
