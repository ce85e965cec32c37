import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Part } from "../ui/Part.tsx";
import css from "./account.module.css";

/** The way to the viewer's own keys: no room of theirs leads there unless they are an administrator. */
export function KeysPart() {
  const { t } = useTranslation();
  return (
    <Part title={t("adminTab.apiKeys")}>
      <p className={css.hint}>{t("account.keysHint")}</p>
      <p className={css.row}>
        <Link to="/api-keys">{t("account.toKeys")}</Link>
      </p>
    </Part>
  );
}
