import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { moved, transformOf, turned, viewAfterKey, wholeView, zoomed, zoomIn, zoomOut } from "./view.ts";
import css from "./view-frame.module.css";

/** A frame in which a page is zoomed, turned and moved, by keys, by pointer, and by buttons for whoever uses neither. */
export function ViewFrame({
  label,
  more,
  children,
}: {
  readonly label: string;
  /** Further buttons, e.g. to turn pages. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [view, setView] = useState(wholeView);
  const frame = useRef<HTMLElement>(null);
  useEffect(function zoomByWheel() {
    const element = frame.current;
    function wheel(event: WheelEvent): void {
      event.preventDefault();
      setView((before) => zoomed(before, Math.exp(-event.deltaY / 400)));
    }
    // React listens to the wheel passively, where the page could not be kept from scrolling.
    element?.addEventListener("wheel", wheel, { passive: false });
    return () => element?.removeEventListener("wheel", wheel);
  }, []);
  return (
    <div className={css.view}>
      <div className={css.tools} role="toolbar" aria-label={t("look.tools")}>
        <Button size="small" onClick={() => setView(zoomOut)}>
          {t("look.zoomOut")}
        </Button>
        <Button size="small" onClick={() => setView(zoomIn)}>
          {t("look.zoomIn")}
        </Button>
        <Button size="small" onClick={() => setView(turned)}>
          {t("look.turn")}
        </Button>
        <Button size="small" onClick={() => setView(wholeView)}>
          {t("look.whole")}
        </Button>
        {more}
      </div>
      <section
        ref={frame}
        className={css.frame}
        aria-label={label}
        aria-description={t("look.keys")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys, so they must reach it
        tabIndex={0}
        data-first-focus
        onKeyDown={(event) => {
          const next = event.ctrlKey || event.metaKey || event.altKey ? null : viewAfterKey(view, event.key);
          if (next === null) return;
          event.preventDefault();
          event.stopPropagation();
          setView(next);
        }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          const { movementX, movementY } = event;
          setView((before) => moved(before, movementX, movementY));
        }}
      >
        <div className={css.page} style={{ transform: transformOf(view) }}>
          {children}
        </div>
      </section>
      <p className={css.keys}>{t("look.keys")}</p>
    </div>
  );
}
