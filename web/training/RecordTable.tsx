import type { FragmentOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import type { ChangeWay } from "./ChangeAssignment.tsx";
import { RecordRow, type RecordRowFragment } from "./RecordRow.tsx";
import css from "./record-row.module.css";

/** Records as a table that scrolls by itself where it is wider than the page. */
export function RecordTable({
  records,
  withPerson,
  may = [],
  onChanged = () => undefined,
}: {
  readonly records: readonly { readonly id: string; readonly row: FragmentOf<typeof RecordRowFragment> }[];
  readonly withPerson: boolean;
  /** Which changes the viewer may make. */
  readonly may?: readonly ChangeWay[];
  readonly onChanged?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ScrollBox label={t("training.records.title")}>
      <table className={css.table}>
        <thead>
          <tr>
            {withPerson && <th scope="col">{t("training.records.person")}</th>}
            {(["course", "state", "cause", "due", "valid", "result"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`training.records.${name}`)}
              </th>
            ))}
            {may.length > 0 && (
              <th scope="col">
                <span className="quiet">{t("training.change.act")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {records.map(({ id, row }) => (
            <RecordRow key={id} record={row} withPerson={withPerson} may={may} onChanged={onChanged} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
