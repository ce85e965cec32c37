import { useTranslation } from "react-i18next";
import { useListText } from "../i18n/use-list-text.ts";
import css from "./absences.module.css";

/** Which courses a stand-in has yet to pass to give approvals. They may stand in all the same, and could still take them in time. */
export function Lacking({ gaps }: { readonly gaps: readonly { readonly title: string }[] }) {
  const { t } = useTranslation();
  const listed = useListText();
  if (gaps.length === 0) return null;
  const courses = listed(gaps.map(({ title }) => t("common.quote", { text: title })));
  return <p className={css.lacking}>{t("away.lacking", { courses })}</p>;
}
