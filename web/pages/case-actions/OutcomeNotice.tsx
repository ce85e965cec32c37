import { useTranslation } from "react-i18next";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { LearnInstead } from "../../ui/LearnInstead.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Trouble } from "./use-send-action.ts";

/** Why an action was not done. A no is told with all its reasons and no retry; a lost answer says that a retry is safe. */
export function OutcomeNotice({ trouble }: { readonly trouble: Trouble }) {
  const { t } = useTranslation();
  switch (trouble.__typename) {
    case "ActionRefused":
      return (
        <Notice kind="no" title={t("sheet.refusedTitle")}>
          <ul>
            {trouble.reasons.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
          <LearnInstead reasons={trouble.reasons} />
        </Notice>
      );
    case "StaleCase":
      return <Notice kind="changed" title={t("sheet.staleTitle")} />;
    case "CaseNotFound":
      return <Notice kind="no" title={trouble.message} />;
    case "KeyReused":
      return <Notice kind="no" title={trouble.message} />;
    case "Failure":
      return <FailureNotice failure={trouble.failure} isWrite />;
  }
}
