import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { Modal } from "../ui/Modal.tsx";
import { KeyCaps } from "../ui/shortcuts/KeyCaps.tsx";
import { shortcutGroups, switchSingleKeys } from "../ui/shortcuts/shortcut-table.ts";
import { useSingleKeys } from "../ui/shortcuts/use-shortcuts.ts";
import css from "./shortcut-sheet.module.css";

/** Every shortcut that works on this screen, the page's own first, and the switch for those of a single key. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const areOn = useSingleKeys();
  // As they were when the sheet was opened.
  const [groups] = useState(shortcutGroups);
  return (
    <Modal label={t("shortcuts.title")} heading onClose={onClose}>
      <div className={css.groups}>
        {groups.map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ keys, label }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {[keys].flat().map((each, at) => (
                      <Fragment key={each}>
                        {at > 0 && <span className={css.or}>{t("shortcuts.or")}</span>}
                        <KeyCaps keys={each} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className={css.switch}>
        <input type="checkbox" checked={areOn} onChange={({ target }) => switchSingleKeys(target.checked)} />
        <span>
          {t("shortcuts.singleKeys")}
          <small>{t("shortcuts.singleKeysHint")}</small>
        </span>
      </label>
    </Modal>
  );
}
