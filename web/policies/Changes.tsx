import { useTranslation } from "react-i18next";
import css from "./changes.module.css";

export interface Change {
  readonly part: string;
  readonly kind: "ADDED" | "REMOVED" | "CHANGED" | "MOVED";
  readonly words: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly binds: boolean;
}

/** What differs, in words first; both readings side by side below each. */
export function Changes({
  changes,
  from,
  to,
}: {
  readonly changes: readonly Change[];
  readonly from: string;
  /** What the other reading is called; left out where it is the text in hand. */
  readonly to?: string;
}) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p className={css.meta}>{t("policies.noChanges", { from })}</p>;
  return (
    <ol className={css.changes}>
      {changes.map((change) => (
        <li key={`${change.part} ${change.kind} ${change.words}`}>
          <details>
            <summary>
              {change.words}
              {!change.binds && <span className={css.meta}> · {t("policies.wordingOnly")}</span>}
            </summary>
            <div className={css.sides}>
              <div>
                <h3>{from}</h3>
                <p className={css.before}>{change.before ?? t("policies.nothing")}</p>
              </div>
              <div>
                <h3>{to ?? t("policies.now")}</h3>
                <p className={css.after}>{change.after ?? t("policies.nothing")}</p>
              </div>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
