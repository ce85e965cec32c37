import { useTranslation } from "react-i18next";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import css from "./webhooks.module.css";

const sample = `import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET); // whsec_…
// Throws unless one of the signatures fits and the time is right.
const { type, data } = webhook.verify(rawBody, request.headers);`;

/** What the receiver's engineer needs, short enough to be sent on. */
export function VerifySample() {
  const { t } = useTranslation();
  return (
    <details className={css.part}>
      <summary>{t("webhooks.verify")}</summary>
      <p className={css.quiet}>{t("webhooks.verifyHint")}</p>
      <ScrollBox label={t("webhooks.verify")}>
        <pre className={css.sample} translate="no">
          {sample}
        </pre>
      </ScrollBox>
    </details>
  );
}
