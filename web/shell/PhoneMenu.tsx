import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Brand } from "./Brand.tsx";
import css from "./phone-menu.module.css";
import { Rail } from "./Rail.tsx";

/** The rail as a drawer. The browser's own dialog keeps the focus inside and closes on Escape. */
export function PhoneMenu({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(
    function followOpen() {
      if (isOpen) dialog.current?.showModal();
      else dialog.current?.close();
    },
    [isOpen],
  );
  return (
    <dialog ref={dialog} className={css.drawer} aria-label={t("shell.menu")} onClose={onClose}>
      <div className={css.top}>
        <Brand />
        <Button look="ghost" aria-label={t("shell.closeMenu")} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {isOpen && <Rail folded={false} onLeave={onClose} />}
    </dialog>
  );
}
