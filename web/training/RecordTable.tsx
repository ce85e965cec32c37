import type { FragmentOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import { RecordRow, type RecordRowFragment } from "./RecordRow.tsx";
import css from "./record-row.module.css";

/** Records as a table that scrolls by itself where it is wider than the page. */
export function RecordTable({
  records,
  withPerson,
  onChanged = null,
}: {
  readonly records: readonly { readonly id: string; readonly row: FragmentOf<typeof RecordRowFragment> }[];
  readonly withPerson: boolean;
  readonly onChanged?: (() => void) | null;
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
            {onChanged !== null && (
              <th scope="col">
                <span className="quiet">{t("training.change.act")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {records.map(({ id, row }) => (
            <RecordRow key={id} record={row} withPerson={withPerson} onChanged={onChanged} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
