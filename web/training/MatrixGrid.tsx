import { type FragmentOf, readFragment } from "gql.tada";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { useListText } from "../i18n/use-list-text.ts";
import { ActorMark } from "../ui/ActorMark.tsx";
import css from "./matrix-grid.module.css";
import { StandingMark } from "./StandingMark.tsx";
import { isGap, readCells } from "./training-words.ts";

export const MatrixGridFragment = graphql(`
  fragment MatrixGrid_matrix on TrainingMatrix {
    columns {
      courseId
      code
      title
      opens
    }
    rows {
      gaps
      cells
      staff {
        id
        name
        role
      }
    }
  }
`);

/** Where somebody is in the grid. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Home: { row: 0, column: -1000 },
  End: { row: 0, column: 1000 },
  PageUp: { row: -10, column: 0 },
  PageDown: { row: 10, column: 0 },
};
const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);

/** People down, courses across, one glyph a cell. One cell is in the order of the Tab key; arrows move among them. */
export function MatrixGrid({
  matrix,
  chosen,
  onChoose,
}: {
  readonly matrix: FragmentOf<typeof MatrixGridFragment>;
  readonly chosen: Place | null;
  readonly onChoose: (place: Place) => void;
}) {
  const { t } = useTranslation();
  const listed = useListText();
  const { columns, rows } = readFragment(MatrixGridFragment, matrix);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const body = useRef<HTMLTableSectionElement>(null);
  const label = (person: string, course: string, standing: string, days: number | null) =>
    days === null
      ? t("training.matrix.cell", { person, course, standing })
      : t("training.matrix.cellDays", { person, course, standing, count: days });

  function move(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = {
      row: within(at.row + step.row, rows.length),
      column: within(at.column + step.column, columns.length),
    };
    setAt(next);
    body.current?.rows[next.row]?.querySelectorAll<HTMLButtonElement>("button[data-cell]")[next.column]?.focus();
  }

  return (
    <table className={css.grid}>
      <thead>
        <tr>
          <th scope="col">
            {t("training.matrix.people")}
            <span>{t("training.matrix.mostGaps")}</span>
          </th>
          <th scope="col" className={css.gaps}>
            {t("training.matrix.gaps")}
          </th>
          {columns.map(({ courseId, title, opens }) => (
            <th key={courseId} scope="col" className={css.course}>
              <b>{title}</b>
              {opens.length > 0 && (
                <span>
                  {t("training.opensInShort", { actions: listed(opens.map((action) => t(`caseAction.${action}`))) })}
                </span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map(({ staff, gaps, cells }, row) => (
          <tr key={staff.id}>
            <th scope="row">
              <ActorMark kind="colleague" name={staff.name} size="header" />
              <span>
                <Link to={`/training/people/${staff.id}`}>{staff.name}</Link>
                <small>{t(`role.${staff.role}`)}</small>
              </span>
            </th>
            <td className={gaps > 0 ? css.some : css.none}>{gaps > 0 ? gaps : "–"}</td>
            {readCells(cells).map((cell, column) => {
              const course = columns[column];
              const isAt = at.row === row && at.column === column;
              const isChosen = chosen?.row === row && chosen.column === column;
              const tone = isGap(cell) ? css.gap : cell.standing === "LAPSING" ? css.soon : undefined;
              return (
                <td key={course?.courseId ?? column}>
                  <button
                    type="button"
                    data-cell
                    className={`${css.cell} ${tone ?? ""} ${isChosen ? css.chosen : ""}`}
                    tabIndex={isAt ? 0 : -1}
                    aria-pressed={isChosen}
                    aria-label={label(
                      staff.name,
                      course?.title ?? "",
                      t(`training.standing.${cell.standing}`),
                      cell.days,
                    )}
                    onKeyDown={move}
                    onFocus={() => setAt({ row, column })}
                    onClick={() => onChoose({ row, column })}
                  >
                    <StandingMark standing={cell.standing} />
                    {cell.standing === "LAPSING" && <small>{t("training.days", { count: cell.days ?? 0 })}</small>}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
