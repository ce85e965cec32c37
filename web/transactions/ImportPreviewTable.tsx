import { useTranslation } from "react-i18next";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import css from "./import-preview.module.css";
import type { ImportPreview } from "./use-import-preview.ts";

/** The first rows under the file's own headings, each beginning with what is wrong with it: nothing is known while columns are missing. */
export function ImportPreviewTable({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation();
  const isKnown = preview.failure === null;
  const takenAs = new Map(preview.columns.map(({ name, heading }) => [heading, name]));
  return (
    <ScrollBox label={t("imports.preview")}>
      <table className={css.rows}>
        <caption className="quiet">{t("imports.preview")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("imports.line")}</th>
            {isKnown && <th scope="col">{t("imports.problems")}</th>}
            {preview.header.map((heading) => (
              <th scope="col" key={heading} data-unused={!takenAs.has(heading) || undefined}>
                {heading}
                <small>{takenAs.get(heading) ?? t("imports.unused")}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ line, fields, problems }) => {
            const bad = new Set(problems.map(({ column }) => column));
            return (
              <tr key={line}>
                <td>{line}</td>
                {isKnown && (
                  <td data-fine={problems.length === 0 || undefined}>
                    {problems.length === 0 ? (
                      t("imports.fine")
                    ) : (
                      <ul>
                        {problems.map(({ column, message }) => (
                          <li key={`${column}${message}`}>
                            {column !== null && <b>{column}</b>} {message}
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                )}
                {preview.header.map((heading, place) => (
                  <td key={heading} data-bad={bad.has(takenAs.get(heading) ?? "") || undefined}>
                    {fields[place]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
