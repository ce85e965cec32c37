import type { FragmentOf } from "gql.tada";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../graphql/failure.ts";
import { TemplateText } from "../../threads/TemplateText.tsx";
import { Button } from "../../ui/Button.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import css from "./template-editor.module.css";
import { templateThreads } from "./template-writing.ts";
import { type TemplateEditorFragment, useTemplateWriting } from "./use-template-writing.ts";

/** A template in both languages at once, new or changed. */
export function TemplateEditor({
  template: of,
  onSaved,
}: {
  /** Null: a new one. */
  readonly template: FragmentOf<typeof TemplateEditorFragment> | null;
  /** It is stored; the editor stays as it is, and the next save goes on from here, unless another is open by then. */
  readonly onSaved: (id: string, isOpen: boolean) => void;
}) {
  const { t } = useTranslation();
  const { base, draft, change, send, said, isWhole, isSaving, error, answer, theirs } = useTemplateWriting(of, onSaved);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isWhole) void send(base?.active ?? true);
  }

  return (
    <form className={css.editor} onSubmit={submit}>
      <Segments
        legend={t("templates.for")}
        value={draft.thread}
        onChange={(thread) => change({ thread })}
        options={templateThreads.map((value) => ({ value, label: t(`messageThread.${value}`) }))}
      />
      <div className={css.sides}>
        <TemplateText
          language="zh"
          name={draft.nameZh}
          body={draft.bodyZh}
          onName={(nameZh) => change({ nameZh })}
          onBody={(bodyZh) => change({ bodyZh })}
        />
        <TemplateText
          language="en"
          name={draft.nameEn}
          body={draft.bodyEn}
          onName={(nameEn) => change({ nameEn })}
          onBody={(bodyEn) => change({ bodyEn })}
        />
      </div>
      {answer?.__typename === "MessageTemplateRefused" && (
        <Notice kind="no" title={answer.message}>
          <ul>
            {answer.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      )}
      {answer?.__typename === "MessageTemplateNotFound" && <Notice kind="no" title={answer.message} />}
      {theirs !== null && (
        <Notice kind="changed" title={t("templates.stale")}>
          <p>{t(`messageThread.${theirs.thread}`)}</p>
          <p lang="zh-CN">
            <b>{theirs.nameZh}</b>
          </p>
          <p lang="zh-CN">{theirs.bodyZh}</p>
          <p lang="en">
            <b>{theirs.nameEn}</b>
          </p>
          <p lang="en">{theirs.bodyEn}</p>
        </Notice>
      )}
      {error !== undefined && <FailureNotice failure={failureOf(error)} isWrite />}
      <div className={css.foot}>
        <p role="status" className={css.said}>
          {said !== null && (
            <>
              <Icon name="check" size="s" /> {t(`templates.${said}`)}
            </>
          )}
        </p>
        {base !== null && (
          <Button busy={isSaving} disabled={!isWhole} onClick={() => void send(!base.active)}>
            {t(base.active ? "templates.retire" : "templates.restore")}
          </Button>
        )}
        <Button type="submit" look="primary" busy={isSaving} disabled={!isWhole}>
          {t("templates.save")}
        </Button>
      </div>
    </form>
  );
}
