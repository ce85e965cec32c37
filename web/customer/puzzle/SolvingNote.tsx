import { useReader } from "../texts/reader.ts";
import css from "./solving-note.module.css";
import type { Solving } from "./use-solving.ts";

/** Why it takes a moment, and how far it is: nobody has to do anything for it. */
export function SolvingNote({ solving }: { readonly solving: Solving }) {
  const { t } = useReader();
  return (
    <div role="status">
      {solving !== null && (
        <div className={css.note}>
          <p>{t.solving}</p>
          <progress className={css.bar} max={solving.pieces} value={solving.found} aria-label={t.solvingProgress} />
        </div>
      )}
    </div>
  );
}
