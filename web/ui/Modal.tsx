import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import css from "./modal.module.css";

/**
 * The browser's own dialog: it keeps the focus inside, closes on Escape and on the phone's back gesture, and gives the focus
 * back to where it was. Drawn only while it is open. What is marked `data-first-focus` has the focus first.
 * `top`: hung under the top bar, for what is typed into.
 */
export function Modal({
  label,
  heading,
  place = "middle",
  isFirm = false,
  onClose,
  children,
}: {
  readonly label: string;
  /** The label as a heading with a button to close; without it the content names itself. */
  readonly heading?: boolean;
  readonly place?: "middle" | "top";
  /** Stays until its question is answered: neither Escape, nor its cross, nor a press beside it closes it. */
  readonly isFirm?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  /** Whoever marks a text and lets go beside the dialog has pressed within it. */
  const isBeside = useRef(false);
  useEffect(function open() {
    const opened = dialog.current;
    opened?.showModal();
    opened?.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    return () => opened?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog closes it; the keyboard has Escape.
    <dialog
      ref={dialog}
      className={`${css.modal} ${css[place]}`}
      aria-label={label}
      // A second Escape closes it without asking; what is firm stays open nevertheless.
      onClose={() => isFirm && dialog.current?.isConnected && dialog.current.showModal()}
      onCancel={(event) => {
        // React takes it away; closed by the browser it would stand in the page, shut.
        event.preventDefault();
        if (!isFirm) onClose();
      }}
      onPointerDown={({ target }) => {
        isBeside.current = target === dialog.current;
      }}
      onClick={({ target }) => !isFirm && isBeside.current && target === dialog.current && onClose()}
    >
      <div className={css.body}>
        {heading === true && (
          <header className={css.head}>
            <h2>{label}</h2>
            <Button
              look="ghost"
              disabled={isFirm}
              aria-label={t("common.close")}
              title={t("common.close")}
              onClick={onClose}
            >
              <Icon name="close" />
            </Button>
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}
