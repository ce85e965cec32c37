import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useMedia } from "../ui/use-media.ts";
import { Brand } from "./Brand.tsx";
import css from "./phone-menu.module.css";
import { Rail } from "./Rail.tsx";

/**
 * The rail as a drawer. The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back to the
 * button. Where the screen has become wide enough for the rail there is neither, and the page has the focus.
 */
export function PhoneMenu({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const isNarrow = useMedia("(max-width: 860px)");
  const isOver = isOpen && isNarrow;
  useEffect(
    function followOpen() {
      if (isOver) dialog.current?.showModal();
      else if (dialog.current?.open === true) dialog.current.close();
    },
    [isOver],
  );
  function leave(): void {
    onClose();
    if (!isNarrow) document.getElementById("main")?.focus();
  }
  return (
    <dialog ref={dialog} className={css.drawer} aria-label={t("shell.menu")} onClose={leave}>
      <div className={css.top}>
        <Brand />
        <Button look="ghost" aria-label={t("shell.closeMenu")} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {isOver && <Rail folded={false} onLeave={onClose} />}
    </dialog>
  );
}
