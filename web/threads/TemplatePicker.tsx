import type { ResultOf } from "gql.tada";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import type { MessageThread } from "../graphql/words.ts";
import { languageNames } from "../i18n/language.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Modal } from "../ui/Modal.tsx";
import { Segments } from "../ui/Segments.tsx";
import css from "./template-picker.module.css";

const MessageTemplates = graphql(`
  query MessageTemplates {
    messageTemplates {
      id
      thread
      nameZh
      nameEn
    }
  }
`);

const FilledTemplate = graphql(`
  query FilledTemplate($templateId: ID!, $caseId: ID!) {
    filledTemplate(templateId: $templateId, caseId: $caseId) {
      zh {
        text
        field
        isMissing
      }
      en {
        text
        field
        isMissing
      }
    }
  }
`);

type Part = NonNullable<ResultOf<typeof FilledTemplate>["filledTemplate"]>["zh"][number];
type TextLanguage = "zh" | "en";
const nameOf = { zh: languageNames["zh-CN"], en: languageNames.en } as const;

/** The texts that are written often: chosen, seen filled in either language, and put behind what is typed already. */
export function TemplatePicker({
  caseId,
  thread,
  readerLanguage,
  onInsert,
  onClose,
}: {
  readonly caseId: string;
  readonly thread: MessageThread;
  /** What the one who will read it reads. */
  readonly readerLanguage: TextLanguage;
  readonly onInsert: (text: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const [shown, setShown] = useState<TextLanguage>(readerLanguage);
  const [{ data, error: unlisted }, listAgain] = useQuery({
    query: MessageTemplates,
    requestPolicy: "cache-and-network",
  });
  const own = data?.messageTemplates.filter((template) => template.thread === thread) ?? [];
  const templateId = chosen ?? own[0]?.id ?? "";
  const [{ data: answer, error: unfilled, fetching }, fillAgain] = useAnswer({
    query: FilledTemplate,
    variables: { templateId, caseId },
    pause: templateId === "",
  });
  const lost = data === undefined ? unlisted : answer === undefined && !fetching ? unfilled : undefined;
  const again = () => (data === undefined ? listAgain : fillAgain)({ requestPolicy: "network-only" });
  const list = useRef<HTMLSelectElement>(null);
  const isThere = own.length > 0;
  useEffect(
    function beginAtList() {
      if (isThere) list.current?.focus();
    },
    [isThere],
  );
  const parts: readonly Part[] = answer?.filledTemplate?.[shown] ?? [];

  function insert(): void {
    onInsert(parts.map(({ text }) => text).join(""));
    onClose();
  }

  return (
    <Modal label={t("threads.templates")} heading onClose={onClose}>
      {lost !== undefined && <FailureNotice failure={failureOf(lost)} onRetry={again} />}
      {data !== undefined && own.length === 0 && <p className={css.none}>{t("threads.noTemplates")}</p>}
      {own.length > 0 && (
        <div className={css.picker}>
          <select
            ref={list}
            size={Math.min(8, Math.max(2, own.length))}
            aria-label={t("threads.templates")}
            value={templateId}
            onChange={({ target }) => setChosen(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              // Not filled yet: nothing would be put in, and the list would be gone.
              if (parts.length > 0) insert();
            }}
          >
            {own.map(({ id, nameZh, nameEn }) => (
              <option key={id} value={id}>
                {language === "zh-CN" ? nameZh : nameEn}
              </option>
            ))}
          </select>
          <Segments
            legend={t("threads.preview")}
            value={shown}
            onChange={setShown}
            options={(["zh", "en"] as const).map((value) => ({ value, label: nameOf[value] }))}
          />
          <p className={css.text} lang={shown === "zh" ? "zh-CN" : "en"}>
            {parts.map(({ text, field, isMissing }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text, in their order.
              <span key={index} className={isMissing ? css.missing : field === null ? undefined : css.filled}>
                {text}
              </span>
            ))}
          </p>
          <p className={css.hint}>
            {parts.some(({ isMissing }) => isMissing) ? t("threads.missing") : t("threads.filledIn")}
          </p>
          <div className={css.foot}>
            <Button look="primary" disabled={parts.length === 0} onClick={insert}>
              {t("threads.insert")}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
