import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportKind } from "../graphql/words.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { ImportPreviewTable } from "./ImportPreviewTable.tsx";
import css from "./import-preview.module.css";
import { type ChosenColumns, useImportPreview, useOtherKind } from "./use-import-preview.ts";

interface ImportPreviewProps {
  readonly file: File;
  readonly kind: ImportKind;
  /** It is a file of another kind. */
  readonly onOther: (kind: ImportKind) => void;
  /** Which columns were said to be which before. */
  readonly begun: ChosenColumns;
  readonly onSend: (chosen: ChosenColumns) => void;
  readonly onDrop: () => void;
}

/** A file before it is taken: which of its columns is which, assigned by hand where a heading is not known, and its first rows. */
export function ImportPreview({ file, kind, begun, onOther, onSend, onDrop }: ImportPreviewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosen, setChosen] = useState<ChosenColumns>(begun);
  // Folded where nothing is missing, until somebody says otherwise; what stands open does not shut under the hand.
  const [isUnfolded, unfold] = useState<boolean | null>(null);
  const { state, again } = useImportPreview(file, kind, chosen, language);
  const preview = state.kind === "seen" ? state.preview : null;
  const other = useOtherKind(file, kind, preview !== null && preview.failure !== null, language);
  return (
    <section className={css.preview} aria-label={t("imports.preview")}>
      <h2>{t("common.separated", { first: t("imports.preview"), second: file.name })}</h2>
      {state.kind === "refused" && <Notice kind="no" title={state.message ?? t("imports.refused")} />}
      {state.kind === "unreached" && (
        <Notice
          kind="unreached"
          title={t("failure.unreachedTitle")}
          action={
            <Button size="small" onClick={again}>
              {t("common.retry")}
            </Button>
          }
        >
          <p>{t("imports.unreached")}</p>
        </Notice>
      )}
      {preview !== null && (
        <>
          {preview.failure !== null && other !== null && (
            <Notice
              kind="changed"
              title={t("imports.otherKind", { kind: t(`importKind.${other}`) })}
              action={
                <Button size="small" onClick={() => onOther(other)}>
                  {t("imports.asOther")}
                </Button>
              }
            />
          )}
          {preview.failure !== null && other === null && <Notice kind="no" title={preview.failure} />}
          {preview.columns.length > 0 && (
            <details
              className={css.which}
              open={isUnfolded ?? preview.failure !== null}
              onToggle={({ currentTarget }) => unfold(currentTarget.open)}
            >
              <summary>
                <b>{t("imports.columns")}</b>{" "}
                {t("imports.columnsFound", {
                  found: preview.columns.filter(({ heading }) => heading !== null).length,
                  all: preview.columns.length,
                })}
              </summary>
              <fieldset className={css.columns} aria-label={t("imports.columns")}>
                {preview.columns.map(({ name, required, heading }) => (
                  <label key={name} data-missing={(required && heading === null) || undefined}>
                    <span>{required ? t("imports.needed", { name }) : name}</span>
                    <select
                      value={heading ?? ""}
                      onChange={({ target }) =>
                        setChosen({ ...chosen, [name]: target.value === "" ? null : target.value })
                      }
                    >
                      <option value="">{t("imports.notInFile")}</option>
                      {preview.header.map((one) => (
                        <option key={one} value={one}>
                          {one}
                        </option>
                      ))}
                    </select>
                  </label>
                ))}
              </fieldset>
            </details>
          )}
          {preview.rows.length > 0 && (
            <>
              <p>{t("imports.firstRows", { count: preview.rows.length })}</p>
              <ImportPreviewTable preview={preview} />
            </>
          )}
        </>
      )}
      <div className={css.actions}>
        <Button look="primary" disabled={preview === null || preview.failure !== null} onClick={() => onSend(chosen)}>
          {t("imports.take")}
        </Button>
        <Button onClick={onDrop}>{t("imports.another")}</Button>
        {preview?.failure != null && <span>{t("imports.whyShut")}</span>}
      </div>
    </section>
  );
}
