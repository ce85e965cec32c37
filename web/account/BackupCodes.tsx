import { useTranslation } from "react-i18next";
import css from "./account.module.css";

/** Shown once: log-in keeps them so that even the desk cannot read them again. */
export function BackupCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className={css.codes}>
      <p>{t("account.codesHint", { count: codes.length })}</p>
      <ul aria-label={t("account.codes")}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
