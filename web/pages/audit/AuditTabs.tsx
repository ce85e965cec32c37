import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import css from "../room-tabs.module.css";

const tabs = ["log", "exceptions"] as const;

/** The head of every page of the audit room. */
export function AuditTabs() {
  const { t } = useTranslation();
  return (
    <div className={css.head}>
      <h1>{t("audit.title")}</h1>
      <nav className={css.tabs} aria-label={t("audit.title")}>
        {tabs.map((name) => (
          <NavLink key={name} to={`/audit/${name}`}>
            {t(`audit.tabs.${name}`)}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}
