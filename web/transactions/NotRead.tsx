import { useTranslation } from "react-i18next";
import type { CombinedError } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";

/** In the place of what could not be read, so that nobody takes it for nothing. */
export function NotRead({ error, onRetry }: { readonly error: CombinedError; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const { kind } = failureOf(error);
  const retry = (
    <Button size="small" onClick={onRetry}>
      {t("common.retry")}
    </Button>
  );
  if (kind === "forbidden") return <Notice kind="no" title={t("failure.forbiddenTitle")} />;
  return (
    <Notice
      kind="unreached"
      title={t(kind === "unreached" ? "failure.unreachedTitle" : "failure.brokenTitle")}
      action={retry}
    />
  );
}
