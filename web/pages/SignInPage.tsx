import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Brand } from "../shell/Brand.tsx";
import { CompanyWay } from "../shell/CompanyWay.tsx";
import { LanguageSwitch } from "../shell/LanguageSwitch.tsx";
import { SignInForm } from "../shell/SignInForm.tsx";
import { nextAddress } from "../shell/sign-in-address.ts";
import css from "./sign-in-page.module.css";

/** E-mail and password, then the second factor where the member has one; afterwards the page that was asked for. */
export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("signIn.title") })}</title>
      <header className={css.top}>
        <Brand />
        <LanguageSwitch />
      </header>
      <main className={css.main}>
        <SignInForm
          title={t("signIn.title")}
          why={search.has("next") && !search.has("error") ? t("signIn.needed") : null}
          onDone={() => {
            // A full load: what the page remembers was for whoever, or nobody, was signed in before.
            location.replace(nextAddress(search));
          }}
        />
        <CompanyWay next={nextAddress(search)} hasFailed={search.has("error")} />
        <p className={css.warning}>{t("signIn.keptShut")}</p>
      </main>
    </div>
  );
}
