import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { useOneKey } from "../graphql/one-key.ts";
import { Button } from "../ui/Button.tsx";
import { failureLine } from "../ui/failure-line.ts";
import { ExportAgainMutation } from "./export-operations.ts";
import css from "./exports.module.css";

/** What gave no file is asked for once more, as the list was narrowed then. */
export function ExportAgain({
  id,
  kind,
  onBegun,
}: {
  readonly id: string;
  /** Which list, in words. */
  readonly kind: string;
  readonly onBegun: () => void;
}) {
  const { t } = useTranslation();
  const [{ fetching }, start] = useMutation(ExportAgainMutation);
  const [trouble, setTrouble] = useState<string | null>(null);
  const key = useOneKey();

  async function ask(): Promise<void> {
    const { data, error } = await start({ input: { exportId: id, idempotencyKey: key.of(id) } });
    if (data === undefined) {
      const failure = failureOf(error);
      setTrouble(failure.kind === "unreached" ? t("exports.unreached") : failureLine(t, failure));
      return;
    }
    key.forget();
    const { exportAgain: answer } = data;
    setTrouble(answer.__typename === "ExportRun" ? null : answer.message);
    if (answer.__typename === "ExportRun") onBegun();
  }

  return (
    <>
      <Button size="small" busy={fetching} aria-label={t("exports.againOf", { kind })} onClick={() => void ask()}>
        {t("exports.again")}
      </Button>
      {trouble !== null && (
        <span className={css.trouble} role="alert">
          {trouble}
        </span>
      )}
    </>
  );
}
