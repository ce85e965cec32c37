import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { newKey } from "../../graphql/new-key.ts";
import { TemplateText } from "../../threads/TemplateText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import css from "./template-editor.module.css";

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

const SaveMessageTemplate = graphql(`
  mutation saveMessageTemplate($input: SaveMessageTemplateInput!) {
    saveMessageTemplate(input: $input) {
      __typename
      ... on MessageTemplateSaved {
        template {
          id
          version
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
`);

const threads = ["CUSTOMER", "MERCHANT", "BANK"] as const;

interface Draft {
  readonly thread: (typeof threads)[number];
  readonly nameZh: string;
  readonly nameEn: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
}

const empty: Draft = { thread: "CUSTOMER", nameZh: "", nameEn: "", bodyZh: "", bodyEn: "" };

/** A template in both languages at once, new or changed. What somebody else saved meanwhile is shown, and what was typed stays. */
export function TemplateEditor({
  template: of,
  onSaved,
}: {
  /** Null: a new one. */
  readonly template: FragmentOf<typeof TemplateEditorFragment> | null;
  readonly onSaved: (id: string) => void;
}) {
  const { t } = useTranslation();
  const known = of === null ? null : readFragment(TemplateEditorFragment, of);
  const [key] = useState(newKey);
  const [seenVersion, setSeenVersion] = useState(known?.version ?? null);
  const [draft, setDraft] = useState<Draft>(() => {
    if (known === null) return empty;
    const { nameZh, nameEn, bodyZh, bodyEn } = known;
    return { thread: threads.find((thread) => thread === known.thread) ?? "CUSTOMER", nameZh, nameEn, bodyZh, bodyEn };
  });
  const [{ data, error, fetching }, save] = useMutation(SaveMessageTemplate);
  const answer = data?.saveMessageTemplate;
  const isWhole = [draft.nameZh, draft.nameEn, draft.bodyZh, draft.bodyEn].every((text) => text.trim() !== "");
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  async function send(active: boolean): Promise<void> {
    const input = { ...draft, active, idempotencyKey: key, id: known?.id ?? null, seenVersion };
    const result = (await save({ input })).data?.saveMessageTemplate;
    if (result?.__typename === "MessageTemplateSaved") onSaved(result.template.id);
    // Their version is on the screen now; saving again is done on it.
    if (result?.__typename === "StaleMessageTemplate") setSeenVersion(result.template.version);
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isWhole) void send(known?.active ?? true);
  }

  return (
    <form className={css.editor} onSubmit={submit}>
      <Segments
        legend={t("templates.for")}
        value={draft.thread}
        onChange={(thread) => change({ thread })}
        options={threads.map((value) => ({ value, label: t(`messageThread.${value}`) }))}
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
        {known !== null && (
          <Button busy={fetching} onClick={() => void send(!known.active)}>
            {t(known.active ? "templates.retire" : "templates.restore")}
          </Button>
        )}
        <Button type="submit" look="primary" busy={fetching} disabled={!isWhole}>
          {t("templates.save")}
        </Button>
      </div>
    </form>
  );
}
