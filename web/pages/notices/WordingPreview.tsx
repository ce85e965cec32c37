import type { ResultOf, VariablesOf } from "gql.tada";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type OperationResult, useClient } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import type { NoticeChannel, NoticeKind } from "../../graphql/words.ts";
import { NoticeWords } from "../../notices/NoticeWords.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { Field } from "../../ui/Field.tsx";
import { harmlessFailureLine } from "../../ui/failure-line.ts";
import { Segments } from "../../ui/Segments.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import type { WordingText } from "./wording-text.ts";
import css from "./wordings-page.module.css";

const PreviewNoticeTemplateMutation = graphql(`
  mutation PreviewNoticeTemplate($input: PreviewNoticeTemplateInput!) {
    previewNoticeTemplate(input: $input) {
      __typename
      ... on NoticePreview {
        text {
          subject
          body
          sms
        }
        smsSize {
          characters
          parts
          isWide
        }
        webhook
      }
      ... on NoticeRefused {
        reasons {
          code
          message
        }
      }
    }
  }
`);

type Previewed = VariablesOf<typeof PreviewNoticeTemplateMutation>;
type Told = Partial<OperationResult<ResultOf<typeof PreviewNoticeTemplateMutation>, Previewed>>;

interface WordingPreviewProps {
  readonly kind: NoticeKind;
  readonly locale: "ZH_CN" | "EN";
  readonly over: readonly NoticeChannel[];
  readonly draft: WordingText;
}

/** What would be sent, by each channel: with examples, or with what a case of the viewer's would tell now. */
export function WordingPreview({ kind, locale, over, draft }: WordingPreviewProps) {
  const { t } = useTranslation();
  // Whoever keeps the wordings need not see a case, and would only be told that there is none.
  const { permissions } = useViewer();
  const [channel, setChannel] = useState<NoticeChannel>(over.includes("EMAIL") ? "EMAIL" : (over[0] ?? "CONSOLE"));
  const [number, setNumber] = useState("");
  const client = useClient();
  const [{ data, error }, setTold] = useState<Told>({});
  const asked = useSettled(JSON.stringify({ kind, locale, text: draft, caseNumber: number.trim() || null }), 300);
  useEffect(
    function show() {
      let isPast = false;
      const input: Previewed["input"] = JSON.parse(asked);
      void client
        .mutation(PreviewNoticeTemplateMutation, { input })
        .toPromise()
        .then((told) => {
          // What was told of an earlier text may come after what was told of this one.
          if (!isPast) setTold(told);
        });
      return () => {
        isPast = true;
      };
    },
    [asked, client],
  );
  const shown = data?.previewNoticeTemplate;
  return (
    <section className={css.preview} aria-labelledby="preview-title">
      <div className={css.which}>
        <h3 id="preview-title">{t("notices.preview")}</h3>
        <Segments
          legend={t("notices.channel")}
          value={channel}
          onChange={setChannel}
          options={over.map((value) => ({ value, label: t(`noticeChannel.${value}`) }))}
        />
      </div>
      {permissions.includes("CASE_READ") && (
        <Field label={t("wordings.case")} hint={t("wordings.caseHint")}>
          {(control) => (
            <input
              {...control}
              value={number}
              maxLength={40}
              placeholder="RD-26-000001"
              onChange={({ target }) => setNumber(target.value)}
            />
          )}
        </Field>
      )}
      <div aria-live="polite">
        {error !== undefined && <p>{harmlessFailureLine(t, failureOf(error))}</p>}
        {shown?.__typename === "NoticeRefused" && (
          <ul className={css.refused}>
            {shown.reasons.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        {shown?.__typename === "NoticePreview" && channel === "WEBHOOK" && (
          <pre className={css.payload}>{shown.webhook}</pre>
        )}
        {shown?.__typename === "NoticePreview" && channel !== "WEBHOOK" && (
          <NoticeWords
            locale={locale}
            subject={shown.text.subject}
            body={channel === "SMS" ? (shown.text.sms ?? "") : shown.text.body}
            isShort={channel === "SMS"}
          />
        )}
        {shown?.__typename === "NoticePreview" && channel === "SMS" && shown.smsSize !== null && (
          <p className={css.quiet}>
            {t("wordings.smsSize", { characters: shown.smsSize.characters, count: shown.smsSize.parts })}
          </p>
        )}
      </div>
    </section>
  );
}
