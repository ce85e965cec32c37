import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { resumeSession, useSession } from "../graphql/session.ts";
import { hearSignedIn } from "../graphql/signed-in-elsewhere.ts";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { CompanyWay } from "./CompanyWay.tsx";
import { SignInForm } from "./SignInForm.tsx";
import css from "./session-end.module.css";
import { useViewer } from "./viewer.ts";

/** Signing in over the page when the session has ended: what stands on it and what was typed stays as it is. */
export function SessionEnd() {
  const { t } = useTranslation();
  const { name } = useViewer();
  const { hasEnded } = useSession();
  useEffect(() => (hasEnded ? hearSignedIn(resumeSession) : undefined), [hasEnded]);
  if (!hasEnded) return null;
  return (
    <Modal label={t("sessionEnd.title")} isFirm onClose={() => undefined}>
      <div className={css.body}>
        <SignInForm title={t("sessionEnd.title")} why={t("sessionEnd.why", { name })} onDone={resumeSession} />
        <CompanyWay next={null} />
        <Button look="link" onClick={() => location.assign("/sign-in")}>
          {t("sessionEnd.other", { name })}
        </Button>
      </div>
    </Modal>
  );
}
