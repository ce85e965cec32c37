import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { useOneKey } from "../../../graphql/one-key.ts";
import { useAnswer } from "../../../graphql/use-answer.ts";
import { caseWorkers, PickStaff } from "../../../pick/PickStaff.tsx";
import { FailureView } from "../../../shell/FailureView.tsx";
import { useViewer } from "../../../shell/viewer.ts";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { focusFirstWrong } from "../../../ui/focus-first-wrong.ts";
import { Modal } from "../../../ui/Modal.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { BulkRows } from "./BulkRows.tsx";
import { BulkWords } from "./BulkWords.tsx";
import css from "./bulk.module.css";
import type { BulkAction } from "./bulk-actions.ts";
import { BulkPreviewQuery } from "./bulk-operations.ts";
import { changedBy, partsOf, type Reader, togetherOf } from "./bulk-parts.ts";
import { type BulkOutcome, type PreviewRow, runBulk, type UndoAssign, undoOf } from "./run-bulk.ts";
import { useBulkDraft } from "./use-bulk-draft.ts";

/** First what an action meets on each case, then what became of each. What the rules refuse on one leaves the others alone. */
export function BulkSheet({
  action,
  caseIds,
  onClose,
  onDone,
}: {
  readonly action: BulkAction;
  readonly caseIds: readonly string[];
  readonly onClose: () => void;
  /** It has been done, on some or on all; for ASSIGN with what would undo it. */
  readonly onDone: (undo: UndoAssign | null) => void;
}) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const client = useClient();
  const key = useOneKey();
  const [assignee, setAssignee] = useState(viewer.id);
  const draft = useBulkDraft(action, caseIds);
  const [sending, setSending] = useState(false);
  // What is missing is said once somebody has pressed.
  const [isTried, setTried] = useState(false);
  const [isLost, setLost] = useState(false);
  // Who is told in another language is told apart: one part may be answered and another lost.
  const [heard, setHeard] = useState<ReadonlyMap<Reader, BulkOutcome>>(new Map());
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  // The preview stays as it was when the person decided; the list behind it goes on.
  const [decided, setDecided] = useState<readonly PreviewRow[] | null>(null);
  const [{ data, error, stale }, again] = useAnswer({
    query: BulkPreviewQuery,
    variables: { action, caseIds: [...caseIds] },
    requestPolicy: "network-only",
    pause: outcome !== null,
  });
  const rows = decided ?? data?.bulkPreview ?? null;
  const allowed = changedBy(action, rows ?? [], assignee);

  // Whom they go to can still be changed; the rest stands.
  const isNone = rows !== null && allowed.length === 0 && action !== "ASSIGN";

  const parts = partsOf(action, allowed);
  const isSaid = action === "ASSIGN" || parts.every(({ reader }) => draft.textFor(reader).trim() !== "");

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (sending || stale || allowed.length === 0) return;
    setTried(true);
    if (!isSaid) return focusFirstWrong(event.currentTarget);
    setSending(true);
    setLost(false);
    const answers = new Map(heard);
    for (const { reader, rows: told } of parts) {
      if (answers.has(reader)) continue;
      const words = { assigneeId: assignee === "" ? null : assignee, text: draft.textFor(reader).trim() };
      const answer = await runBulk(client, { action, key: key.of({ reader, ...words }), rows: told, ...words });
      if (answer !== null) answers.set(reader, answer);
    }
    setSending(false);
    setHeard(answers);
    const whole = answers.size < parts.length ? null : togetherOf([...answers.values()]);
    setLost(whole === null);
    setOutcome(whole);
    if (whole === null) return;
    setDecided(rows);
    draft.clear();
    onDone(action === "ASSIGN" ? undoOf(allowed, whole) : null);
  }

  return (
    <Modal label={t(`bulk.title.${action}`)} heading onClose={onClose}>
      <form className={css.sheet} onSubmit={(event) => void submit(event)} noValidate>
        <p role="status">{outcome === null ? previewText() : outcomeText(outcome)}</p>
        {error !== undefined && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {outcome === null && action === "ASSIGN" && (
          <Field label={t("bulk.assignTo")}>
            {(control) => (
              <PickStaff
                control={control}
                value={assignee === "" ? null : assignee}
                any={t("bulk.nobody")}
                of={caseWorkers}
                own={[{ id: viewer.id, name: t("bulk.me", { name: viewer.name }) }]}
                without={viewer.id}
                onChoose={(id) => setAssignee(id ?? "")}
              />
            )}
          </Field>
        )}
        {outcome === null && action !== "ASSIGN" && (
          <BulkWords
            action={action}
            parts={parts}
            draft={draft}
            isTried={isTried}
            isSent={({ reader }) => heard.has(reader)}
          />
        )}
        {rows !== null && (
          <BulkRows action={action} rows={rows} going={allowed} outcome={outcome ?? togetherOf([...heard.values()])} />
        )}
        {isLost && <Notice kind="unreached" title={t("bulk.failed")} />}
        <footer className={css.foot}>
          {outcome === null && !isNone ? (
            <Button type="submit" look="primary" busy={sending || stale} disabled={allowed.length === 0}>
              {isLost ? t("bulk.again") : t(`bulk.run.${action}`, { count: allowed.length })}
            </Button>
          ) : (
            <Button look="primary" onClick={onClose}>
              {t("bulk.back")}
            </Button>
          )}
        </footer>
      </form>
    </Modal>
  );

  function previewText(): string {
    if (rows === null) return error === undefined ? t("bulk.checking") : "";
    const refused = rows.length - allowed.length;
    if (refused === 0) return t("bulk.mayAll", { count: rows.length });
    return allowed.length === 0 ? t("bulk.mayNone") : t("bulk.maySome", { allowed: allowed.length, refused });
  }

  /** Of those that it was wanted on: what was refused from the start is not done either. */
  function outcomeText({ done, rows: all }: BulkOutcome): string {
    const rest = all.length - done + (rows ?? []).filter((row) => !row.allowed).length;
    if (rest === 0) return t("bulk.resultAll", { count: done });
    return done === 0 ? t("bulk.resultNone") : t("bulk.resultSome", { done, rest });
  }
}
