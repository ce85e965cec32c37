import type { FragmentOf, VariablesOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { useOneKey } from "../graphql/one-key.ts";
import { Button } from "../ui/Button.tsx";
import { failureLine } from "../ui/failure-line.ts";
import { Icon } from "../ui/Icon.tsx";
import { type ExportLineFragment, StartExportMutation } from "./export-operations.ts";
import css from "./exports.module.css";
import { FollowedExport } from "./FollowedExport.tsx";

export type AskedList = Omit<VariablesOf<typeof StartExportMutation>["input"], "idempotencyKey">;

/** The list as it is narrowed now, as a file. Give it the list as its `key`: another list is another export. */
export function ExportButton({ list }: { readonly list: AskedList }) {
  const { t } = useTranslation();
  const [{ fetching }, start] = useMutation(StartExportMutation);
  const [run, setRun] = useState<FragmentOf<typeof ExportLineFragment> | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const key = useOneKey();

  async function ask(): Promise<void> {
    const { data, error } = await start({ input: { ...list, idempotencyKey: key.of(list) } });
    if (data === undefined) {
      const failure = failureOf(error);
      setTrouble(failure.kind === "unreached" ? t("exports.unreached") : failureLine(t, failure));
      return;
    }
    key.forget();
    const { startExport: answer } = data;
    setRun(answer.__typename === "ExportRun" ? answer : null);
    setTrouble(answer.__typename === "ExportRun" ? null : answer.message);
  }

  return (
    <div className={css.ask}>
      {run !== null && <FollowedExport run={run} />}
      {run !== null && <Link to="/exports">{t("exports.all")}</Link>}
      {trouble !== null && (
        <p className={css.trouble} role="alert">
          {trouble}
        </p>
      )}
      <Button size="small" busy={fetching} onClick={() => void ask()}>
        <Icon name="importing" size="s" /> {t("exports.start")}
      </Button>
    </div>
  );
}
