import type { Language } from "../../i18n/language.ts";
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
  readonly saidIn: Language;
  readonly go: (screen: Screen) => void;
}

/** Why the request was not taken, every reason, and the way to the screen where the first can be put right. */
export function RefusedNote({ message, reasons, saidIn, go }: Props) {
  const { t } = useReader();
  const where = reasons.map(({ code }) => refusedScreen[code]).find((screen) => screen !== null);
  return (
    <Note tone="problem" title={t.refused.title}>
      {reasons.length === 0 && <p lang={saidIn}>{message}</p>}
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code} lang={saidIn}>
            {reason.message}
          </li>
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
