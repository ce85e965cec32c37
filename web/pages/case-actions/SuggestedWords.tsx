import { useTranslation } from "react-i18next";
import { AskedAnew } from "../../ui/AskedAnew.tsx";
import { Button } from "../../ui/Button.tsx";
import css from "./action-sheet.module.css";
import type { Suggestion } from "./customer-words.ts";

const names = { zh: "common.language.ZH_CN", en: "common.language.EN" } as const;
const tags = { zh: "zh-CN", en: "en" } as const;

/** Beside what the customer will read: in which language, what was suggested, and the same in the other language. */
export function SuggestedWords({
  suggestion,
  reads,
  value,
  isPast,
  onTakeBack,
}: {
  readonly suggestion: Suggestion | null;
  readonly reads: keyof Suggestion;
  readonly value: string;
  /** What was suggested before: the next is being thought of. */
  readonly isPast: boolean;
  readonly onTakeBack: () => void;
}) {
  const { t } = useTranslation();
  const other = reads === "zh" ? "en" : "zh";
  const isOwn = suggestion !== null && value !== suggestion[reads];
  return (
    <AskedAnew isPast={isPast} className={css.suggested}>
      <p>{t("outlook.reads", { language: t(names[reads]) })}</p>
      {suggestion !== null && (
        <>
          {isOwn ? (
            <p>
              {t("outlook.changed")} <q lang={tags[reads]}>{suggestion[reads]}</q>{" "}
              <Button look="link" size="small" onClick={onTakeBack}>
                {t("outlook.takeBack")}
              </Button>
            </p>
          ) : (
            <p>{t("outlook.suggested")}</p>
          )}
          <p>
            {t("outlook.inOther", { language: t(names[other]) })} <q lang={tags[other]}>{suggestion[other]}</q>
          </p>
        </>
      )}
    </AskedAnew>
  );
}
