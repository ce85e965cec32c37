import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";

/** What stands where a page broke. Drafts live in the session's storage, so a reload loses nothing. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <EmptyState
      isPage
      title={t("failure.crashTitle")}
      hint={t("failure.crash")}
      action={<Button onClick={() => location.reload()}>{t("common.reload")}</Button>}
    />
  );
}
