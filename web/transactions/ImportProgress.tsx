import { Progress } from "antd";
import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { countText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Notice } from "../ui/Notice.tsx";
import css from "./import-progress.module.css";

export const ImportProgressFragment = graphql(`
  fragment ImportProgress_run on ImportRun {
    kind
    fileName
    state
    failure
    bytesTotal
    bytesRead
    rowsRead
    rowsNew
    rowsChanged
    rowsSame
    rowsBad
  }
`);

const counts = ["rowsRead", "rowsNew", "rowsChanged", "rowsSame", "rowsBad"] as const;

/** How far the reading is, then what became of the rows. */
export function ImportProgress({ run: of }: { readonly run: FragmentOf<typeof ImportProgressFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const run = readFragment(ImportProgressFragment, of);
  const total = Number(run.bytesTotal ?? 0);
  const share = total === 0 ? 0 : Number(run.bytesRead) / total;
  const isRunning = run.state !== "DONE" && run.state !== "FAILED";
  const isNothingNew = run.state === "DONE" && run.rowsNew === 0 && run.rowsChanged === 0;
  return (
    <section className={css.run} aria-label={t("imports.result")}>
      <h2>{t("common.separated", { first: run.fileName, second: t(`importState.${run.state}`) })}</h2>
      {isRunning && (
        <div role="status">
          <p>{t("imports.reading", { rows: countText(run.rowsRead, language) })}</p>
          <Progress percent={Math.round(share * 100)} aria-label={t(`importState.${run.state}`)} />
        </div>
      )}
      {run.failure !== null && <Notice kind="no" title={run.failure} />}
      {isNothingNew && run.failure === null && <Nothing run={run} />}
      <dl className={css.counts}>
        {counts.map((name) => (
          <div key={name} data-bad={(name === "rowsBad" && run.rowsBad > 0) || undefined}>
            <dt>{t(`imports.${name}`)}</dt>
            <dd>{countText(run[name], language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Why a file that was read through has changed nothing. */
function Nothing({
  run: { rowsBad, rowsSame },
}: {
  readonly run: { readonly rowsBad: number; readonly rowsSame: number };
}) {
  const { t } = useTranslation();
  if (rowsBad === 0) return <Notice kind="done" title={t("imports.nothingNew")} />;
  return rowsSame === 0 ? (
    <Notice kind="no" title={t("imports.noneTaken")} />
  ) : (
    <Notice kind="done" title={t("imports.restThere")} />
  );
}
