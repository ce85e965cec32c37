import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { newKey } from "../../graphql/new-key.ts";
import { troubleOf, type UndoAssign, undoAssign } from "./bulk/run-bulk.ts";

/** Holds the last assignment until it is undone or another follows, and says what became of it. */
export function useUndoAssign() {
  const { t } = useTranslation();
  const client = useClient();
  const [held, setHeld] = useState<{ readonly key: string; readonly cases: UndoAssign } | null>(null);
  const [said, setSaid] = useState("");

  function hold(cases: UndoAssign): void {
    setHeld(cases.length === 0 ? null : { key: newKey(), cases });
    setSaid(cases.length === 0 ? "" : t("bulk.assigned", { count: cases.length }));
  }

  async function undo(): Promise<void> {
    if (held === null) return;
    const outcome = await undoAssign(client, held.key, held.cases);
    if (outcome === null) return setSaid(t("bulk.failed"));
    const rest = held.cases.length - outcome.done;
    setHeld(null);
    const [why = ""] = held.cases.flatMap(({ caseId }) => troubleOf(outcome, caseId) ?? []);
    setSaid(
      rest === 0
        ? t("bulk.undone", { count: outcome.done })
        : t("bulk.undonePartly", { done: outcome.done, rest, why }),
    );
  }

  return { said, hold, undo: held === null ? null : () => void undo() };
}
