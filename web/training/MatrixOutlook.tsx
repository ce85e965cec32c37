import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { useListText } from "../i18n/use-list-text.ts";
import { Part } from "../ui/Part.tsx";
import css from "./matrix-outlook.module.css";
import { type Cell, holdsIn, holdsNow, readCells } from "./training-words.ts";

export const MatrixOutlookFragment = graphql(`
  fragment MatrixOutlook_matrix on TrainingMatrix {
    columns {
      courseId
      title
      opens
      leastPeople
    }
    rows {
      cells
    }
  }
`);

const horizons = [30, 60, 90] as const;
export type Horizon = (typeof horizons)[number];

/** What lapses soon, and which work will then want for people. All of it is read off the cells that are there. */
export function MatrixOutlook({
  matrix,
  horizon,
  onHorizon,
}: {
  readonly matrix: FragmentOf<typeof MatrixOutlookFragment>;
  readonly horizon: Horizon;
  readonly onHorizon: (horizon: Horizon) => void;
}) {
  const { t } = useTranslation();
  const listed = useListText();
  const { columns, rows } = readFragment(MatrixOutlookFragment, matrix);
  const people = rows.map(({ cells }) => readCells(cells));
  const lapses = (days: number) => (cell: Cell) => holdsNow(cell) && !holdsIn(cell, days);
  const queues = columns
    .map(({ courseId, title, opens, leastPeople }, column) => {
      const cells = people.flatMap((person) => person[column] ?? []);
      const now = cells.filter(holdsNow).length;
      const later = cells.filter((cell) => holdsIn(cell, horizon)).length;
      return { courseId, title, opens, leastPeople, now, later };
    })
    .filter(({ leastPeople, now, later }) => leastPeople > 0 && (later < now || now < leastPeople))
    .sort((left, right) => left.later - left.leastPeople - (right.later - right.leastPeople));

  return (
    <>
      <Part title={t("training.outlook.title")}>
        <div className={css.windows}>
          {horizons.map((days) => (
            <button key={days} type="button" aria-pressed={days === horizon} onClick={() => onHorizon(days)}>
              {t("training.outlook.within", { count: days })}
              <b>{t("training.outlook.certificates", { count: people.flat().filter(lapses(days)).length })}</b>
              {t("training.outlook.people", { count: people.filter((cells) => cells.some(lapses(days))).length })}
            </button>
          ))}
        </div>
      </Part>
      <Part title={t("training.outlook.queues", { count: horizon })}>
        {queues.length === 0 && <p className={css.fine}>{t("training.outlook.fine")}</p>}
        <ul className={css.queues}>
          {queues.map(({ courseId, title, opens, leastPeople, now, later }) => (
            <li key={courseId}>
              <p className={css.line}>
                <b>{opens.length > 0 ? listed(opens.map((action) => t(`caseAction.${action}`))) : title}</b>
                <span className={later < leastPeople ? css.short : undefined}>
                  {t("training.outlook.seats", { now, later, least: leastPeople })}
                </span>
              </p>
              <span className={css.seats} aria-hidden="true">
                {Array.from({ length: Math.max(now, leastPeople) }, (_, seat) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: seats differ in their place only
                  <i key={seat} className={seat < later ? css.stays : seat < now ? css.goes : css.empty} />
                ))}
              </span>
              {opens.length > 0 && <p className={css.course}>{title}</p>}
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}
