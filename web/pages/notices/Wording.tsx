import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { useDraft } from "../../ui/drafts/use-draft.ts";
import { Field } from "../../ui/Field.tsx";
import { failureLine } from "../../ui/failure-line.ts";
import { WordingPreview } from "./WordingPreview.tsx";
import { WordingVersions } from "./WordingVersions.tsx";
import { draftPlaceOf, isSameWording, type WordingText, wordingDraft, wordsOf } from "./wording-text.ts";
import css from "./wordings-page.module.css";

export const WordingFragment = graphql(`
  fragment Wording_template on NoticeTemplate {
    id
    kind
    locale
    version
    isOwn
    over
    must
    may
    text {
      subject
      body
      sms
    }
    ownText {
      subject
      body
      sms
    }
  }
`);

const SaveNoticeTemplateMutation = graphql(`
  mutation SaveNoticeTemplate($input: SaveNoticeTemplateInput!) {
    saveNoticeTemplate(input: $input) {
      __typename
      ... on NoticeTemplateSaved {
        template {
          id
          version
          isOwn
          text {
            subject
            body
            sms
          }
        }
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

interface WordingProps {
  readonly template: FragmentOf<typeof WordingFragment>;
  readonly onSaved: () => void;
}

/** One wording: its text, the fields that it may speak of, what its reader would get, and how it was before. */
export function Wording({ template: of, onSaved }: WordingProps) {
  const { t } = useTranslation();
  const { kind, locale, version, isOwn, over, must, may, text, ownText } = readFragment(WordingFragment, of);
  const { value: kept, change, clear } = useDraft(draftPlaceOf(kind, locale), wordingDraft);
  const newest = useRef(kept);
  newest.current = kept;
  const draft = kept?.text ?? wordsOf(text);
  const [{ fetching, data, error }, save] = useMutation(SaveNoticeTemplateMutation);
  const part = useRef<keyof WordingText>("body");
  const controls = useRef<Partial<Record<keyof WordingText, HTMLInputElement | HTMLTextAreaElement | null>>>({});
  const isChanged = !isSameWording(draft, text);
  const hasSms = over.includes("SMS");
  const refused = data?.saveNoticeTemplate.__typename === "NoticeRefused" ? data.saveNoticeTemplate.reasons : [];

  function write(next: WordingText): void {
    if (isSameWording(next, text)) clear();
    else change({ text: next, over: kept?.over ?? version });
  }
  async function keep(next: WordingText | null): Promise<void> {
    const answer = await save({ input: { kind, locale, expectedVersion: kept?.over ?? version, text: next } });
    const told = answer.data?.saveNoticeTemplate;
    if (told === undefined) return;
    const since = newest.current;
    if (told.__typename === "NoticeTemplateSaved") {
      // What was typed while it was on its way is over what was stored now.
      if (since === null || next === null || isSameWording(since.text, next)) clear();
      else change({ ...since, over: told.template.version });
      return onSaved();
    }
    if (!told.reasons.some(({ code }) => code === "TEMPLATE_STALE")) return;
    // It was said that somebody was faster: what is sent next is meant over theirs.
    if (since !== null) change({ ...since, over: null });
    onSaved();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void keep(draft);
  }
  /** Where the caret stands, or in place of what is marked, in what was written in last; one writes on behind it. */
  function insert(field: string): void {
    const [name, control, placed] = [part.current, controls.current[part.current], `{${field}}`];
    const written = draft[name] ?? "";
    const [from, to] = [control?.selectionStart ?? written.length, control?.selectionEnd ?? written.length];
    flushSync(() => write({ ...draft, [name]: written.slice(0, from) + placed + written.slice(to) }));
    control?.focus();
    control?.setSelectionRange(from + placed.length, from + placed.length);
  }

  return (
    <>
      <form className={css.editor} onSubmit={submit} lang={locale === "ZH_CN" ? "zh-CN" : "en"}>
        <Field label={t("notices.subject")}>
          {(control) => (
            <input
              {...control}
              value={draft.subject}
              maxLength={120}
              ref={(control) => {
                controls.current.subject = control;
              }}
              onFocus={() => {
                part.current = "subject";
              }}
              onChange={({ target }) => write({ ...draft, subject: target.value })}
            />
          )}
        </Field>
        <Field label={t("notices.body")}>
          {(control) => (
            <textarea
              {...control}
              rows={12}
              value={draft.body}
              maxLength={4000}
              ref={(control) => {
                controls.current.body = control;
              }}
              onFocus={() => {
                part.current = "body";
              }}
              onChange={({ target }) => write({ ...draft, body: target.value })}
            />
          )}
        </Field>
        {hasSms && (
          <Field label={t("notices.sms")}>
            {(control) => (
              <textarea
                {...control}
                rows={3}
                value={draft.sms ?? ""}
                maxLength={300}
                ref={(control) => {
                  controls.current.sms = control;
                }}
                onFocus={() => {
                  part.current = "sms";
                }}
                onChange={({ target }) => write({ ...draft, sms: target.value })}
              />
            )}
          </Field>
        )}
        <FieldList title={t("notices.must")} fields={must} onInsert={insert} />
        <FieldList title={t("notices.may")} fields={may} onInsert={insert} />
        {refused.length > 0 && (
          <ul className={css.refused} role="alert">
            {refused.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        {error !== undefined && <p role="alert">{failureLine(t, failureOf(error))}</p>}
        <div className={css.buttons}>
          <Button type="submit" look="primary" busy={fetching} disabled={!isChanged}>
            {t("notices.save")}
          </Button>
          {isChanged && (
            <Button look="ghost" onClick={clear}>
              {t("wordings.undo")}
            </Button>
          )}
          {!isOwn && (
            <Button look="ghost" busy={fetching} onClick={() => void keep(null)}>
              {t("notices.reset")}
            </Button>
          )}
          {isOwn && !isChanged && <span className={css.quiet}>{t("notices.own")}</span>}
        </div>
      </form>
      <WordingPreview kind={kind} locale={locale} over={over} draft={draft} />
      <WordingVersions
        key={version}
        kind={kind}
        locale={locale}
        own={ownText}
        onTake={(taken) => write(wordsOf(taken))}
      />
    </>
  );
}

function FieldList({
  title,
  fields,
  onInsert,
}: {
  readonly title: string;
  readonly fields: readonly string[];
  readonly onInsert: (field: string) => void;
}) {
  const { t } = useTranslation();
  if (fields.length === 0) return null;
  return (
    <div className={css.fields}>
      <span>{title}</span>
      {fields.map((field) => (
        <Button key={field} size="small" title={t("wordings.insert")} onClick={() => onInsert(field)}>
          <code>{`{${field}}`}</code>
        </Button>
      ))}
    </div>
  );
}
