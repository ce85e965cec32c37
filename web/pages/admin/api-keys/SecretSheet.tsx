import { useTranslation } from "react-i18next";
import css from "../../../api-keys/api-keys.module.css";
import { CopyLine } from "../../../api-keys/CopyLine.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { useStays } from "../../../ui/use-stays.ts";

/** The secret, this once. It closes by its button only, so that no slip of a key loses it. */
export function SecretSheet({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  useStays(true);
  const sample = [
    `curl ${window.location.origin}/graphql`,
    `-H 'Authorization: Bearer ${secret}'`,
    "-H 'Content-Type: application/json'",
    `-d '{"query":"{ viewer { name permissions } }"}'`,
  ].join(" \\\n  ");
  return (
    <Modal label={t("apiKeys.secretTitle")} isFirm onClose={onClose}>
      <div className={css.shown}>
        <h2>{t("apiKeys.secretTitle")}</h2>
        <p>{t("apiKeys.secretOnce")}</p>
        <CopyLine label={t("apiKeys.secret")} text={secret} first />
        <CopyLine label={t("apiKeys.sample")} text={sample} />
        <div className={css.foot}>
          <Button look="primary" onClick={onClose}>
            {t("apiKeys.kept")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
