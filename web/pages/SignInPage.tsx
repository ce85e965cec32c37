import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { tellSignedIn } from "../graphql/signed-in-elsewhere.ts";
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
      <main className={css.main}>{search.has("done") ? <SignedIn /> : <SignInWays search={search} />}</main>
    </div>
  );
}

function SignInWays({ search }: { readonly search: URLSearchParams }) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

/** The end of a window that was opened to sign in. Where the browser leaves it open, it says that it may be shut. */
function SignedIn() {
  const { t } = useTranslation();
  useEffect(function goBack() {
    tellSignedIn();
    window.close();
  }, []);
  return (
    <>
      <h1>{t("signIn.done")}</h1>
      <p>{t("signIn.doneHint")}</p>
    </>
  );
}
