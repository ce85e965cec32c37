import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useViewer } from "../../shell/viewer.ts";
import { Segments } from "../../ui/Segments.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import css from "./audit-page.module.css";
import { CaseLog } from "./CaseLog.tsx";
import { DeskLog } from "./DeskLog.tsx";

/** What happened to cases, and what administrators did to the desk itself; which of the two stands in the address. */
export function AuditLogPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { permissions } = useViewer();
  // Whoever sees no case would begin with an empty log.
  const usual = permissions.includes("CASE_READ") ? "cases" : "desk";
  const of = (["cases", "desk"] as const).find((one) => one === params.get("of")) ?? usual;
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("audit.log.title") })}</title>
      <AuditTabs />
      <div className={css.body}>
        <div className={css.which}>
          <Segments
            legend={t("deskLog.of")}
            value={of}
            options={(["cases", "desk"] as const).map((value) => ({ value, label: t(`deskLog.which.${value}`) }))}
            onChange={(value) => setParams(value === usual ? {} : { of: value })}
          />
        </div>
        {of === "desk" ? <DeskLog /> : <CaseLog />}
      </div>
    </div>
  );
}
