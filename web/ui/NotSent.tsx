import { useTranslation } from "react-i18next";
import { Notice } from "./Notice.tsx";

/** Nobody answered what was pressed: whether it was done is not known, and to press again is safe. */
export function NotSent() {
  const { t } = useTranslation();
  return (
    <Notice kind="unreached" title={t("failure.unreachedTitle")}>
      <p>{t("failure.unreachedWrite")}</p>
    </Notice>
  );
}
