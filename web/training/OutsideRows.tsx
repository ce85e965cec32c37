import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { dayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import css from "./record-row.module.css";

export const OutsideRowsFragment = graphql(`
  fragment OutsideRows_file on OutsideRecordFile {
    header
    rows {
      line
      fields
      fate
      validUntil
      reasons {
        column
        code
        message
      }
    }
  }
`);

/** Every row of a file under the file's own headings, what is not taken first, each with what happens to it and why not. */
export function OutsideRows({
  file: of,
  isDone,
}: {
  readonly file: FragmentOf<typeof OutsideRowsFragment>;
  readonly isDone: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { header, rows } = readFragment(OutsideRowsFragment, of);
  const inOrder = [...rows.filter(({ fate }) => fate === "BAD"), ...rows.filter(({ fate }) => fate !== "BAD")];
  return (
    <ScrollBox label={t("training.outside.rows")}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("training.outside.line")}</th>
            <th scope="col">{t("training.outside.what")}</th>
            {header.map((heading, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a heading may stand there twice
              <th scope="col" key={place}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder.map(({ line, fields, fate, validUntil, reasons }) => (
            <tr key={line}>
              <td data-name={t("training.outside.line")}>{line}</td>
              <td className={fate === "BAD" ? css.late : undefined}>
                {t(isDone && fate === "NEW" ? "training.outside.recorded" : `training.outside.fate.${fate}`)}
                {fate === "NEW" && (
                  <small>
                    {validUntil === null
                      ? t("training.forGood")
                      : t("training.until", { day: dayText(validUntil, language, now) })}
                  </small>
                )}
                {reasons.map(({ code, column, message }) => (
                  <small key={`${code} ${column}`}>
                    {column === null ? message : t("training.outside.reason", { column, message })}
                  </small>
                ))}
              </td>
              {header.map((heading, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a heading may stand there twice
                <td key={place} title={heading} data-name={heading}>
                  {fields[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
