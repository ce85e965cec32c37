import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import type { Failed } from "./failure-line.ts";
import { Notice } from "./Notice.tsx";

/**
 * What was asked was not answered, or the answer was an error. Of what was pressed (`isWrite`) it says that it may have
 * happened: the server can fail behind what it has written, too. What is the viewer's own lack of a right is not tried again.
 */
export function FailureNotice({
  failure,
  isWrite = false,
  unsure,
  onRetry,
}: {
  readonly failure: Failed;
  readonly isWrite?: boolean;
  /** What to do while nobody knows whether it happened, where that is another thing than of one press under one key. */
  readonly unsure?: string | undefined;
  /** Without one, the button that was pressed is still there. */
  readonly onRetry?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const retry = onRetry !== undefined && {
    action: (
      <Button size="small" onClick={onRetry}>
        {t("common.retry")}
      </Button>
    ),
  };
  switch (failure.kind) {
    case "unreached":
      return (
        <Notice kind="unreached" title={t("failure.unreachedTitle")} {...retry}>
          <p>{isWrite ? (unsure ?? t("failure.unreachedWrite")) : t("failure.unreachedRead")}</p>
        </Notice>
      );
    case "forbidden":
      return isWrite ? (
        <Notice kind="no" title={t("failure.forbiddenLine")} />
      ) : (
        <Notice kind="no" title={t("failure.forbiddenTitle")}>
          <p>{t("failure.forbidden")}</p>
        </Notice>
      );
    case "broken":
      return (
        <Notice kind="unreached" title={t("failure.brokenTitle")} {...retry}>
          <p>{isWrite ? (unsure ?? t("failure.brokenWrite")) : t("failure.broken")}</p>
          {failure.reference !== null && <p>{t("failure.reference", { reference: failure.reference })}</p>}
        </Notice>
      );
  }
}
