import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { companyWay, leaveForCompany, openCompany } from "./sign-in.ts";
import css from "./sign-in-form.module.css";

/** The company's own page, where the desk has one; `next` null: in a window of its own, so that this page stays. */
export function CompanyWay({
  next,
  hasFailed = false,
}: {
  readonly next: string | null;
  readonly hasFailed?: boolean;
}) {
  const { t } = useTranslation();
  const [company, setCompany] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof openCompany>> | null>(null);
  useEffect(() => void companyWay().then(setCompany), []);
  if (company === null) return null;
  return (
    <div className={css.company}>
      <p className={css.or}>{t("signIn.or")}</p>
      {hasFailed && answer === null && <Notice kind="no" title={t("signIn.companyFailed", { company })} />}
      {(answer === "unreached" || answer === "broken" || answer === "tooMany") && (
        <Notice kind="unreached" title={t(`signIn.${answer}`)} />
      )}
      {answer === "noWindow" && <Notice kind="no" title={t("signIn.noWindow")} />}
      {answer === "done" && next === null && <p role="status">{t("signIn.inOtherWindow")}</p>}
      <Button
        size="big"
        wide
        onClick={() => void (next === null ? openCompany() : leaveForCompany(next)).then(setAnswer)}
      >
        {t("signIn.company", { company })}
      </Button>
    </div>
  );
}
