import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

/** Nobody answered what was asked inside a page: it says so, and can be asked again. */
export function NotReached({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice
      kind="unreached"
      title={t("failure.unreachedTitle")}
      action={
        <Button size="small" onClick={onRetry}>
          {t("common.retry")}
        </Button>
      }
    >
      <p>{t("failure.unreachedRead")}</p>
    </Notice>
  );
}
