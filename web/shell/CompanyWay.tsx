import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { companyWay, leaveForCompany, type SignInAnswer } from "./sign-in.ts";
import css from "./sign-in-form.module.css";

/** The company's own page, where the desk has one. */
export function CompanyWay({ next, hasFailed }: { readonly next: string; readonly hasFailed: boolean }) {
  const { t } = useTranslation();
  const [company, setCompany] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<SignInAnswer | null>(null);
  useEffect(() => void companyWay().then(setCompany), []);
  if (company === null) return null;
  return (
    <div className={css.company}>
      <p className={css.or}>{t("signIn.or")}</p>
      {hasFailed && trouble === null && <Notice kind="no" title={t("signIn.companyFailed", { company })} />}
      {(trouble === "unreached" || trouble === "broken" || trouble === "tooMany") && (
        <Notice kind="unreached" title={t(`signIn.${trouble}`)} />
      )}
      <Button size="big" wide onClick={() => void leaveForCompany(next).then(setTrouble)}>
        {t("signIn.company", { company })}
      </Button>
    </div>
  );
}
