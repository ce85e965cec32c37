import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { Button } from "../ui/Button.tsx";
import { ExportAgainMutation } from "./export-operations.ts";
import css from "./exports.module.css";
import { useExportAsk } from "./use-export-ask.ts";

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
  const { trouble, ask } = useExportAsk((run) => {
    if (run !== null) onBegun();
  });

  const again = () =>
    ask(id, async (idempotencyKey) => {
      const { data, error } = await start({ input: { exportId: id, idempotencyKey } });
      return { answer: data?.exportAgain, error };
    });

  return (
    <>
      <Button size="small" busy={fetching} aria-label={t("exports.againOf", { kind })} onClick={() => void again()}>
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
