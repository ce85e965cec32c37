import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { keyFor } from "../../graphql/one-key.ts";
import { TemplateText } from "../../threads/TemplateText.tsx";
import { Button } from "../../ui/Button.tsx";
import { useDraft } from "../../ui/drafts/use-draft.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import css from "./template-editor.module.css";
import { readWriting, type TemplateWords, templateThreads, writingOf } from "./template-writing.ts";

export const TemplateEditorFragment = graphql(`
  fragment TemplateEditor_template on MessageTemplate {
    id
    version
    thread
    nameZh
    nameEn
    bodyZh
    bodyEn
    active
  }
`);

const SaveMessageTemplate = graphql(
  `
  mutation saveMessageTemplate($input: SaveMessageTemplateInput!) {
    saveMessageTemplate(input: $input) {
      __typename
      ... on MessageTemplateSaved {
        template {
          id
          ...TemplateEditor_template
        }
      }
      ... on MessageTemplateRefused {
        message
        reasons
      }
      ... on StaleMessageTemplate {
        message
        template {
          id
          version
          nameZh
          nameEn
          bodyZh
          bodyEn
          active
        }
      }
      ... on MessageTemplateNotFound {
        message
      }
    }
  }
`,
  [TemplateEditorFragment],
);

/** What is stored, as far as this screen knows; of a new one nothing is. */
interface Base {
  readonly id: string | null;
  readonly active: boolean;
}

type Said = "saved" | "restored" | "wasRetired";

/** A template in both languages at once, new or changed. What somebody else saved meanwhile is shown, and what was typed stays. */
export function TemplateEditor({
  template: of,
  onSaved,
}: {
  /** Null: a new one. */
  readonly template: FragmentOf<typeof TemplateEditorFragment> | null;
  /** It is stored; the editor stays as it is, and the next save goes on from here. */
  readonly onSaved: (id: string) => void;
}) {
  const { t } = useTranslation();
  const known = of === null ? null : readFragment(TemplateEditorFragment, of);
  const [base, setBase] = useState<Base>(() => known ?? { id: null, active: true });
  const [said, setSaid] = useState<Said | null>(null);
  const [stored, setStored] = useState(() => writingOf(known));
  const shape = useMemo(() => ({ fresh: () => stored, read: readWriting }), [stored]);
  const { value: writing, change: keep, clear } = useDraft(`template.${known?.id ?? "new"}`, shape);
  const { words: draft } = writing;
  // Of the last press of a key, for an answer that comes while somebody writes on.
  const latest = useRef(writing);
  latest.current = writing;
  const [{ data, error, fetching }, save] = useMutation(SaveMessageTemplate);
  const answer = data?.saveMessageTemplate;
  const isWhole = [draft.nameZh, draft.nameEn, draft.bodyZh, draft.bodyEn].every((text) => text.trim() !== "");
  function change(part: Partial<TemplateWords>): void {
    keep({ ...writing, words: { ...draft, ...part } });
    setSaid(null);
  }

  async function send(active: boolean): Promise<void> {
    setSaid(null);
    const told = { ...draft, active, id: base.id, seenVersion: writing.version };
    const sent = keyFor(writing.sent, told);
    keep({ ...writing, sent });
    const result = (await save({ input: { ...told, idempotencyKey: sent.key } })).data?.saveMessageTemplate;
    if (result?.__typename === "MessageTemplateSaved") {
      const saved = readFragment(TemplateEditorFragment, result.template);
      setBase(saved);
      setStored(writingOf(saved));
      const { words } = latest.current;
      if (known === null || JSON.stringify(words) === JSON.stringify(draft)) clear();
      else keep({ words, version: saved.version, sent: null });
      setSaid(!active ? "wasRetired" : base.active ? "saved" : "restored");
      onSaved(saved.id);
    }
    // Their version is on the screen now; saving again is done on it.
    if (result?.__typename === "StaleMessageTemplate") {
      setBase(result.template);
      keep({ ...latest.current, version: result.template.version });
    }
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isWhole) void send(base.active);
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
      {answer?.__typename === "StaleMessageTemplate" && (
        <Notice kind="changed" title={t("templates.stale")}>
          <p lang="zh-CN">{answer.template.bodyZh}</p>
          <p lang="en">{answer.template.bodyEn}</p>
        </Notice>
      )}
      {error !== undefined && <Notice kind="unreached" title={t("failure.unreachedTitle")} />}
      <div className={css.foot}>
        <p role="status" className={css.said}>
          {said !== null && (
            <>
              <Icon name="check" size="s" /> {t(`templates.${said}`)}
            </>
          )}
        </p>
        {base.id !== null && (
          <Button busy={fetching} disabled={!isWhole} onClick={() => void send(!base.active)}>
            {t(base.active ? "templates.retire" : "templates.restore")}
          </Button>
        )}
        <Button type="submit" look="primary" busy={fetching} disabled={!isWhole}>
          {t("templates.save")}
        </Button>
      </div>
    </form>
  );
}
