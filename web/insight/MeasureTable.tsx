import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../ui/Button.tsx";
import { csvText } from "../ui/csv-text.ts";
import { Icon } from "../ui/Icon.tsx";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import { saveTextFile } from "../ui/save-text-file.ts";
import css from "./insight.module.css";
import type { Cell, Model } from "./measure-model.ts";

/** The same numbers as the chart, to be read, copied and opened. */
export function MeasureTable({ model }: { readonly model: Model }) {
  const { t } = useTranslation();
  return (
    <div className={css.table}>
      <ScrollBox label={t("insight.tableOf", { title: model.title })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{model.head}</th>
              {model.series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {model.rows.map(({ name, cells, warns }) => (
              <tr key={name} className={warns === true ? css.warns : undefined}>
                <th scope="row">
                  {warns === true && <Icon name="late" size="s" />}
                  {name}
                </th>
                {model.series.map((series, index) => (
                  <td key={series.name}>
                    <Written
                      cell={cells[index]}
                      name={t("insight.pointOf", { row: name, series: series.name, text: cells[index]?.text ?? "" })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Button
        look="link"
        size="small"
        aria-label={t("insight.downloadOf", { title: model.title })}
        onClick={() => saveTextFile(t("insight.file", { title: model.title }), csvText(linesOf(model)))}
      >
        {t("insight.download")}
      </Button>
    </div>
  );
}

/** What the table shows, line by line. */
function linesOf({ head, series, rows }: Model): readonly (readonly string[])[] {
  return [
    [head, ...series.map(({ name }) => name)],
    ...rows.map(({ name, cells }) => [name, ...series.map((_, index) => cells[index]?.text ?? "")]),
  ];
}

function Written({ cell, name }: { readonly cell: Cell | undefined; readonly name: string }) {
  if (cell === undefined) return null;
  const text = <Parted text={cell.text} />;
  return cell.href === null ? (
    text
  ) : (
    <Link to={cell.href} aria-label={name}>
      {text}
    </Link>
  );
}

/** A share, and what it is a share of: where both do not fit one line, each has its own. */
function Parted({ text }: { readonly text: string }) {
  const at = text.search(/[(（]\d[^(（]*$/);
  if (at <= 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      <span className="whole">{text.slice(at)}</span>
    </>
  );
}
