import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { QueueTab } from "../../desk/QueueTabs.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { SavedView } from "./use-queue-tabs.ts";
import css from "./views.module.css";

/** One tab: where it stands, whether the queue opens on it, and, where it is one's own, what it is called and who sees it. */
export function ViewLine({
  tab: { name },
  view,
  isHome,
  isFirst,
  isLast,
  mayShare,
  onHome,
  onMove,
  onChange,
  onReplace,
  onDelete,
}: {
  readonly tab: QueueTab;
  /** Null for what is built in. */
  readonly view: SavedView | null;
  readonly isHome: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly mayShare: boolean;
  readonly onHome: () => void;
  readonly onMove: (by: 1 | -1) => void;
  /** Whether it was taken. */
  readonly onChange: (view: SavedView, part: Partial<Pick<SavedView, "name" | "shared">>) => Promise<boolean>;
  readonly onReplace: (view: SavedView) => void;
  readonly onDelete: (view: SavedView) => void;
}) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<"shown" | "renamed" | "deleted">("shown");
  const [isSending, setSending] = useState(false);
  const own = view?.own === true ? view : null;

  /** A name that was not taken stays as it was typed. */
  async function rename(of: SavedView, typed: string): Promise<void> {
    if (isSending) return;
    setSending(true);
    const isTaken = typed === "" || typed === name || (await onChange(of, { name: typed }));
    setSending(false);
    if (isTaken) setMode("shown");
  }

  return (
    <li className={css.line}>
      <span className={css.moves}>
        <Button
          look="ghost"
          size="small"
          disabled={isFirst}
          aria-label={t("views.earlier", { name })}
          onClick={() => onMove(-1)}
        >
          <span className={css.up}>
            <Icon name="down" size="s" />
          </span>
        </Button>
        <Button
          look="ghost"
          size="small"
          disabled={isLast}
          aria-label={t("views.later", { name })}
          onClick={() => onMove(1)}
        >
          <Icon name="down" size="s" />
        </Button>
      </span>
      {mode === "renamed" && own !== null ? (
        <form
          className={css.rename}
          onSubmit={(event) => {
            event.preventDefault();
            void rename(own, String(new FormData(event.currentTarget).get("name") ?? "").trim());
          }}
        >
          {/* biome-ignore lint/a11y/noAutofocus: it was opened to be typed into. */}
          <input name="name" aria-label={t("views.name")} defaultValue={name} maxLength={60} required autoFocus />
          <Button type="submit" size="small" busy={isSending}>
            {t("views.rename")}
          </Button>
        </form>
      ) : (
        <span className={css.name}>
          {name}
          <span className={css.note}>{note()}</span>
        </span>
      )}
      <label className={css.check}>
        <input type="checkbox" checked={isHome} aria-label={t("views.homeThis", { name })} onChange={onHome} />
        {t("views.homeShort")}
      </label>
      {own !== null && mode === "shown" && (
        <span className={css.own}>
          {mayShare && (
            <label className={css.check}>
              <input
                type="checkbox"
                checked={own.shared}
                onChange={() => void onChange(own, { shared: !own.shared })}
              />
              {t("views.share")}
            </label>
          )}
          <Button
            look="link"
            size="small"
            aria-label={t("views.renameThis", { name })}
            onClick={() => setMode("renamed")}
          >
            {t("views.rename")}
          </Button>
          <Button look="link" size="small" aria-label={t("views.replaceThis", { name })} onClick={() => onReplace(own)}>
            {t("views.replace")}
          </Button>
          <Button
            look="link"
            size="small"
            aria-label={t("views.removeThis", { name })}
            onClick={() => setMode("deleted")}
          >
            {t("views.remove")}
          </Button>
        </span>
      )}
      {own !== null && mode === "deleted" && (
        <span className={css.own} role="alert">
          {t("views.removeSure", { name })}
          <Button size="small" onClick={() => onDelete(own)}>
            {t("views.remove")}
          </Button>
          <Button size="small" onClick={() => setMode("shown")}>
            {t("views.keep")}
          </Button>
        </span>
      )}
    </li>
  );

  function note(): string {
    if (view === null) return t("views.builtIn");
    if (!view.own) return t("views.sharedBy", { name: view.owner?.name ?? "" });
    return view.shared ? t("views.shared") : t("views.own");
  }
}
