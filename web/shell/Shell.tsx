import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Outlet, useLocation } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { Brand } from "./Brand.tsx";
import { FailureView } from "./FailureView.tsx";
import { PhoneMenu } from "./PhoneMenu.tsx";
import { Rail } from "./Rail.tsx";
import css from "./shell.module.css";
import { signInAddress } from "./sign-in-address.ts";
import { TopBar } from "./TopBar.tsx";
import { ShellQuery, ViewerContext } from "./viewer.ts";

/** Rail, top bar and the page. Asks who is signed in, and sends whoever is not to sign in and back again. */
export function Shell() {
  const { t } = useTranslation();
  const location = useLocation();
  const [{ data, error }, again] = useQuery({ query: ShellQuery, requestPolicy: "cache-and-network" });
  const [isMenuOpen, setMenuOpen] = useState(false);
  // The story of a case needs the width more than the rail's words do.
  const folded = location.pathname.startsWith("/cases/");

  if (data === undefined) {
    if (error === undefined)
      return (
        <p className="quiet" role="status">
          {t("common.loading")}
        </p>
      );
    return <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  }
  if (data.viewer === null) return <Navigate to={signInAddress(location)} replace />;
  return (
    <ViewerContext value={data.viewer}>
      <a className={css.skip} href="#main">
        {t("shell.skip")}
      </a>
      <div className={`${css.shell} ${folded ? css.folded : ""}`}>
        <div className={css.rail}>
          <Rail
            folded={folded}
            brand={
              <span className={css.brand}>
                <Brand folded={folded} />
              </span>
            }
          />
        </div>
        <div className={css.column}>
          <TopBar onMenu={() => setMenuOpen(true)} />
          <main id="main" className={css.main} tabIndex={-1}>
            <Suspense>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <PhoneMenu isOpen={isMenuOpen} onClose={() => setMenuOpen(false)} />
    </ViewerContext>
  );
}
