import { useTranslation } from "react-i18next";
import type { Failure } from "../graphql/failure.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import css from "./failure-view.module.css";

/** A page that could not be read: not reached, not the viewer's, or our own fault; only the first and last can be tried again. */
export function FailureView({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const retry = (
    <Button size="small" onClick={onRetry}>
      {t("common.retry")}
    </Button>
  );
  return (
    <div className={css.failure}>
      {failure.kind === "unreached" && (
        <Notice kind="unreached" title={t("failure.unreachedTitle")} action={retry}>
          <p>{t("failure.unreachedRead")}</p>
        </Notice>
      )}
      {failure.kind === "forbidden" && (
        <Notice kind="no" title={t("failure.forbiddenTitle")}>
          <p>{t("failure.forbidden")}</p>
        </Notice>
      )}
      {failure.kind === "broken" && (
        <Notice kind="unreached" title={t("failure.brokenTitle")} action={retry}>
          <p>{t("failure.broken")}</p>
          {failure.reference !== null && <p>{t("failure.reference", { reference: failure.reference })}</p>}
        </Notice>
      )}
    </div>
  );
}
