import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { WordingPreview } from "./WordingPreview.tsx";
import { WordingVersions } from "./WordingVersions.tsx";
import { type WordingText, wordsOf } from "./wording-text.ts";
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
  const [draft, setDraft] = useState<WordingText>(wordsOf(text));
  const [{ fetching, data, error }, save] = useMutation(SaveNoticeTemplateMutation);
  const part = useRef<keyof WordingText>("body");
  const controls = useRef<Partial<Record<keyof WordingText, HTMLInputElement | HTMLTextAreaElement | null>>>({});
  const isChanged = draft.subject !== text.subject || draft.body !== text.body || draft.sms !== text.sms;
  const hasSms = over.includes("SMS");
  const refused = data?.saveNoticeTemplate.__typename === "NoticeRefused" ? data.saveNoticeTemplate.reasons : [];

  async function keep(next: WordingText | null): Promise<void> {
    const answer = await save({ input: { kind, locale, expectedVersion: version, text: next } });
    if (answer.data?.saveNoticeTemplate.__typename === "NoticeTemplateSaved") onSaved();
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
    flushSync(() => setDraft({ ...draft, [name]: written.slice(0, from) + placed + written.slice(to) }));
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
              onChange={({ target }) => setDraft({ ...draft, subject: target.value })}
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
              onChange={({ target }) => setDraft({ ...draft, body: target.value })}
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
                onChange={({ target }) => setDraft({ ...draft, sms: target.value })}
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
        {error !== undefined && <p role="alert">{t("notices.notReached")}</p>}
        <div className={css.buttons}>
          <Button type="submit" look="primary" busy={fetching} disabled={!isChanged}>
            {t("notices.save")}
          </Button>
          {isChanged && (
            <Button look="ghost" onClick={() => setDraft(wordsOf(text))}>
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
      <WordingVersions kind={kind} locale={locale} own={ownText} onTake={(taken) => setDraft(wordsOf(taken))} />
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
