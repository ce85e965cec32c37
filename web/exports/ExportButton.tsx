import type { FragmentOf, VariablesOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMutation } from "urql";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { type ExportLineFragment, StartExportMutation } from "./export-operations.ts";
import css from "./exports.module.css";
import { FollowedExport } from "./FollowedExport.tsx";
import { useExportAsk } from "./use-export-ask.ts";

export type AskedList = Omit<VariablesOf<typeof StartExportMutation>["input"], "idempotencyKey">;

/** The list as it is narrowed now, as a file. Give it the list as its `key`: another list is another export. */
export function ExportButton({ list }: { readonly list: AskedList }) {
  const { t } = useTranslation();
  const [{ fetching }, start] = useMutation(StartExportMutation);
  const [run, setRun] = useState<FragmentOf<typeof ExportLineFragment> | null>(null);
  const { trouble, ask } = useExportAsk(setRun);

  const begin = () =>
    ask(list, async (idempotencyKey) => {
      const { data, error } = await start({ input: { ...list, idempotencyKey } });
      return { answer: data?.startExport, error };
    });

  return (
    <div className={css.ask}>
      {run !== null && <FollowedExport run={run} />}
      {run !== null && <Link to="/exports">{t("exports.all")}</Link>}
      {trouble !== null && (
        <p className={css.trouble} role="alert">
          {trouble}
        </p>
      )}
      <Button size="small" busy={fetching} onClick={() => void begin()}>
        <Icon name="importing" size="s" /> {t("exports.start")}
      </Button>
    </div>
  );
}
