import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useViewer } from "../../shell/viewer.ts";
import { currentInSight } from "../../ui/current-in-sight.ts";
import css from "../room-tabs.module.css";

const tabs = [
  ["log", "AUDIT_READ"],
  ["exceptions", "AUDIT_READ"],
  ["samples", "AUDIT_READ"],
  ["findings", "STAFF_READ"],
  ["access", "AUDIT_REVIEW"],
] as const;

/** The head of every page of the audit room. Whoever only owns a finding comes to the findings alone. */
export function AuditTabs() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  return (
    <div className={css.head}>
      <h1>{t("audit.title")}</h1>
      <nav ref={currentInSight} className={css.tabs} aria-label={t("audit.title")}>
        {tabs
          .filter(([, permission]) => permissions.includes(permission))
          .map(([name]) => (
            <NavLink key={name} to={`/audit/${name}`}>
              {t(`audit.tabs.${name}`)}
            </NavLink>
          ))}
      </nav>
    </div>
  );
}
