import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Icon } from "../ui/Icon.tsx";
import { ScrollBox } from "../ui/ScrollBox.tsx";
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
    </div>
  );
}

function Written({ cell, name }: { readonly cell: Cell | undefined; readonly name: string }) {
  if (cell === undefined) return null;
  return cell.href === null ? (
    cell.text
  ) : (
    <Link to={cell.href} aria-label={name}>
      {cell.text}
    </Link>
  );
}
