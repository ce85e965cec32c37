import type { ReactNode } from "react";
import { DraftTable } from "./DraftTable.tsx";
import { ApprovalFields } from "./fields/ApprovalFields.tsx";
import { BothLanguages } from "./fields/BothLanguages.tsx";
import { CostFields } from "./fields/CostFields.tsx";
import { DaysOf } from "./fields/DaysOf.tsx";
import { ProofFields } from "./fields/ProofFields.tsx";
import { ResponsibilityFields } from "./fields/ResponsibilityFields.tsx";
import { TimesFields } from "./fields/TimesFields.tsx";
import { Sections } from "./PolicyDocument.tsx";
import css from "./policy-document.module.css";
import type { PolicyText } from "./policy-text.ts";

/** The draft as the same document with a control wherever it can be changed. */
export function DraftEditor({
  findings,
  text,
  changed,
  onChange,
}: {
  readonly text: PolicyText;
  readonly changed: ReadonlySet<number>;
  /** What the checks say of the table, shown below it. */
  readonly findings: ReactNode;
  readonly onChange: (text: PolicyText) => void;
}) {
  const set = (change: Partial<PolicyText>) => onChange({ ...text, ...change });
  const of = { text, onChange: set };
  const form = (fields: ReactNode) => <div className={css.form}>{fields}</div>;
  return (
    <Sections
      body={{
        scope: form(<BothLanguages name="title" {...of} />),
        proof: form(<ProofFields {...of} />),
        times: form(<TimesFields {...of} />),
        table: <DraftTable {...of} changed={changed} findings={findings} />,
        approvals: form(<ApprovalFields {...of} />),
        responsibilities: (
          <ResponsibilityFields
            steps={text.responsibilities}
            onChange={(steps) => set({ responsibilities: [...steps] })}
          />
        ),
        fees: form(<CostFields {...of} />),
        contest: form(
          <>
            <DaysOf name="appealWindowDays" {...of} />
            <DaysOf name="reopenWindowDays" {...of} />
          </>,
        ),
        publicText: form(<BothLanguages name="publicText" {...of} />),
      }}
    />
  );
}
