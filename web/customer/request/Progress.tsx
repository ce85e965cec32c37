import { Icon } from "../../ui/Icon.tsx";
import { useReader } from "../texts/reader.ts";
import css from "./progress.module.css";
import { type Screen, stepOf } from "./screens.ts";

/** Three strokes and words: which step this is. */
export function Progress({ screen, onBack }: { readonly screen: Screen; readonly onBack: () => void }) {
  const { t } = useReader();
  const step = stepOf[screen];
  return (
    <>
      <div className={css.strokes} aria-hidden="true">
        {[1, 2, 3].map((number) => (
          <i key={number} className={number <= step ? css.on : ""} />
        ))}
      </div>
      <div className={css.words}>
        {screen === "slip" ? (
          <span>{t.firstStep}</span>
        ) : (
          <button type="button" className={css.back} onClick={onBack}>
            <Icon name="back" />
            {t.back}
          </button>
        )}
        <span>{t.step(step)}</span>
      </div>
    </>
  );
}
