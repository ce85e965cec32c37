import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { wholeAmounts } from "../i18n/whole-amounts.ts";
import { ActorMark } from "../ui/ActorMark.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { leave, type SignInAnswer } from "./sign-in.ts";
import { useViewer } from "./viewer.ts";
import css from "./viewer-menu.module.css";

/** Who is signed in, what they may decide alone, and the way out. The browser's own popover: Escape and a press beside it close it. */
export function ViewerMenu() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [trouble, setTrouble] = useState<SignInAnswer | null>(null);
  const role = t(`role.${viewer.role}`);
  return (
    <>
      <button type="button" className={css.me} popoverTarget="viewer-menu">
        <ActorMark kind="colleague" name={viewer.name} size="header" />
        <span className={css.name}>
          {viewer.name} <small>{role}</small>
        </span>
        <span className="quiet">{t("account.menu")}</span>
        <Icon name="down" />
      </button>
      <div id="viewer-menu" popover="auto" className={css.menu}>
        <p className={css.who}>
          <b>{viewer.name}</b>
          <span>{role}</span>
        </p>
        {viewer.limits.length > 0 && (
          <div className={css.limits}>
            <ul aria-label={t("account.limits")}>
              {viewer.limits.map((limit) => (
                <li key={limit}>{wholeAmounts(limit)}</li>
              ))}
            </ul>
            <p>{t("account.limitsWhere")}</p>
          </div>
        )}
        {/* Pressed, it also closes what it stands in. */}
        <Link to="/account" onClick={closeMenu}>
          {t("account.title")}
        </Link>
        {viewer.permissions.includes("TRAINING_LEARN") && (
          <Link to="/training/mine" onClick={closeMenu}>
            {t("account.training")}
          </Link>
        )}
        {viewer.permissions.includes("EXPORT_RUN") && (
          <Link to="/exports" onClick={closeMenu}>
            {t("exports.title")}
          </Link>
        )}
        {trouble !== null && (
          <Notice kind="unreached" title={t(trouble === "unreached" ? "account.notLeft" : "account.notLeftBroken")} />
        )}
        <Button look="quiet" wide onClick={() => void leave().then(setTrouble)}>
          <Icon name="leave" /> {t("shell.signOut")}
        </Button>
      </div>
    </>
  );
}

function closeMenu(): void {
  document.getElementById("viewer-menu")?.hidePopover();
}
