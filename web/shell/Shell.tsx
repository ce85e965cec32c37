import { Suspense, useEffect, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Outlet, useLocation } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { nameViewer } from "../graphql/session.ts";
import { keepDesk } from "../i18n/desk.ts";
import { keepOnlyDraftsOf } from "../ui/drafts/draft-store.ts";
import { DraftOwner } from "../ui/drafts/use-draft.ts";
import { Brand } from "./Brand.tsx";
import { FailureView } from "./FailureView.tsx";
import { FoldSwitch } from "./FoldSwitch.tsx";
import { PhoneMenu } from "./PhoneMenu.tsx";
import { Rail } from "./Rail.tsx";
import { useRailFold } from "./rail-fold.ts";
import { SessionEnd } from "./SessionEnd.tsx";
import { type Float, ShellKeys } from "./ShellKeys.tsx";
import css from "./shell.module.css";
import { signInAddress } from "./sign-in-address.ts";
import { TopBar } from "./TopBar.tsx";
import { ShellQuery, type Viewer, ViewerContext } from "./viewer.ts";

/** Asks who is signed in, and sends whoever is not to sign in and back again. */
export function Shell() {
  const { t } = useTranslation();
  const location = useLocation();
  const [{ data, error }, again] = useQuery({ query: ShellQuery, requestPolicy: "cache-and-network" });
  if (data === undefined) {
    if (error === undefined)
      return (
        <p className="quiet" role="status">
          {t("common.loading")}
        </p>
      );
    return <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  }
  keepDesk(data.deskProfile);
  // Whose page it is stays known while its session has ended.
  if (data.viewer === null) return <Navigate to={signInAddress(location)} replace />;
  return <House viewer={data.viewer} />;
}

/** Rail, top bar and the page. */
function House({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation();
  const { pathname, key } = useLocation();
  const folded = useRailFold(pathname);
  const [float, setFloat] = useState<Float | null>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere, back included, leaves the drawer.
  useEffect(() => setMenuOpen(false), [key]);
  useLayoutEffect(() => {
    nameViewer(viewer.id);
    return () => nameViewer(null);
  }, [viewer.id]);
  useEffect(() => keepOnlyDraftsOf(viewer.id), [viewer.id]);
  return (
    <ViewerContext value={viewer}>
      <DraftOwner value={viewer.id}>
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
              foot={<FoldSwitch folded={folded} />}
            />
          </div>
          <div className={css.column}>
            <TopBar onMenu={() => setMenuOpen(true)} onSearch={() => setFloat("palette")} />
            <main id="main" className={css.main} tabIndex={-1}>
              <Suspense>
                <Outlet />
              </Suspense>
            </main>
          </div>
        </div>
        <PhoneMenu isOpen={isMenuOpen} onClose={() => setMenuOpen(false)} />
        <ShellKeys float={float} onFloat={setFloat} />
        <SessionEnd />
      </DraftOwner>
    </ViewerContext>
  );
}
