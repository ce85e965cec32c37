import { Note } from "../parts/Note.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { useReader } from "../texts/reader.ts";
import css from "./form.module.css";
import { refusedScreen } from "./refused-screen.ts";
import type { RefusedReason } from "./request-operations.ts";
import type { Screen } from "./screens.ts";

interface Props {
  readonly message: string;
  readonly reasons: readonly RefusedReason[];
  readonly go: (screen: Screen) => void;
}

/** Why the request was not taken, every reason, and the way to the screen where the first can be put right. */
export function RefusedNote({ message, reasons, go }: Props) {
  const { t } = useReader();
  const where = reasons.map(({ code }) => refusedScreen[code]).find((screen) => screen !== null);
  return (
    <Note tone="problem" title={t.refused.title}>
      {reasons.length === 0 && <p>{message}</p>}
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>{reason.message}</li>
        ))}
      </ul>
      {reasons.some(({ code }) => code === "ALREADY_OPEN") && (
        <p>
          <a className={css.lost} href="/r/lost">
            {t.lost.link}
          </a>
        </p>
      )}
      {where != null && where !== "contact" && <TouchButton onClick={() => go(where)}>{t.refused.change}</TouchButton>}
    </Note>
  );
}
