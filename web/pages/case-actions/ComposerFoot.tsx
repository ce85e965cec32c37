import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import type { MessageThread } from "../../graphql/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import css from "./composer.module.css";
import type { ComposerFragment } from "./composer-operations.ts";
import { waysTo } from "./composer-threads.ts";

/** Below the words: what can be put beside them, whom they reach and how, and the press that sends them. */
export function ComposerFoot({
  thread,
  customer,
  excess,
  isEmpty,
  sending,
  onAttach,
  onTemplate,
}: {
  readonly thread: MessageThread;
  readonly customer: ResultOf<typeof ComposerFragment>["customer"];
  /** By how many characters it is too long; none where it is not. */
  readonly excess: number;
  readonly isEmpty: boolean;
  readonly sending: boolean;
  /** Null where nothing may be attached. */
  readonly onAttach: (() => void) | null;
  /** Null where there are no templates. */
  readonly onTemplate: (() => void) | null;
}) {
  const { t } = useTranslation();
  const isNote = thread === "INTERNAL";

  function hint(): string {
    if (excess > 0) return t("composer.tooLong", { count: excess });
    if (isNote) return t("threads.mentionHint");
    if (thread !== "CUSTOMER" || customer === null) return t("threads.heldHint");
    return t(`threads.reaches.${waysTo(customer)}`, { language: t(`common.language.${customer.locale}`) });
  }

  return (
    <div className={css.foot}>
      <span className={css.ways}>
        {onAttach !== null && (
          <Button
            look="ghost"
            size="small"
            aria-label={t("evidence.attach")}
            title={t("evidence.attach")}
            onClick={onAttach}
          >
            <Icon name="clip" size="s" />
          </Button>
        )}
        {onTemplate !== null && (
          <Button look="ghost" size="small" aria-haspopup="dialog" onClick={onTemplate}>
            <Icon name="document" size="s" />
            {t("threads.template")}
          </Button>
        )}
        <span>{hint()}</span>
      </span>
      <Button type="submit" size="small" className={css.send} busy={sending} disabled={isEmpty || excess > 0}>
        <Icon name={isNote ? "lock" : "send"} size="s" />
        {t(isNote ? "composer.save" : "composer.send")}
      </Button>
    </div>
  );
}
