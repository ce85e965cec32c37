import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { Notice } from "../ui/Notice.tsx";
import { leave, type SignInAnswer } from "./sign-in.ts";

/** Whoever thinks that they have signed out leaves the screen to others: that they have not must not be overlooked. */
export function NotLeft({
  why,
  onClose,
  onAgain,
}: {
  readonly why: SignInAnswer;
  readonly onClose: () => void;
  readonly onAgain: (why: SignInAnswer | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal label={t("shell.signOut")} heading onClose={onClose}>
      <Notice
        kind="unreached"
        title={t(why === "unreached" ? "account.notLeft" : "account.notLeftBroken")}
        action={<Button onClick={() => void leave().then(onAgain)}>{t("shell.signOut")}</Button>}
      />
    </Modal>
  );
}
