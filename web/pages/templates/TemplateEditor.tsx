import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { newKey } from "../../graphql/new-key.ts";
import { TemplateText } from "../../threads/TemplateText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
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

const threads = ["CUSTOMER", "MERCHANT", "BANK"] as const;

interface Draft {
  readonly thread: (typeof threads)[number];
  readonly nameZh: string;
  readonly nameEn: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
}

/** What the next save starts from: what is stored, as far as this screen knows, and a key of its own. */
interface Base {
  readonly id: string | null;
  readonly version: number | null;
  readonly active: boolean;
  readonly key: string;
}

const unsaved = { id: null, version: null, active: true } as const;
type Said = "saved" | "restored" | "wasRetired";

const empty: Draft = { thread: "CUSTOMER", nameZh: "", nameEn: "", bodyZh: "", bodyEn: "" };

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
  const [base, setBase] = useState<Base>(() => ({ ...(known ?? unsaved), key: newKey() }));
  const [said, setSaid] = useState<Said | null>(null);
  const [draft, setDraft] = useState<Draft>(() => {
    if (known === null) return empty;
    const { nameZh, nameEn, bodyZh, bodyEn } = known;
    return { thread: threads.find((thread) => thread === known.thread) ?? "CUSTOMER", nameZh, nameEn, bodyZh, bodyEn };
  });
  const [{ data, error, fetching }, save] = useMutation(SaveMessageTemplate);
  const answer = data?.saveMessageTemplate;
  const isWhole = [draft.nameZh, draft.nameEn, draft.bodyZh, draft.bodyEn].every((text) => text.trim() !== "");
  function change(part: Partial<Draft>): void {
    setDraft({ ...draft, ...part });
    setSaid(null);
  }

  async function send(active: boolean): Promise<void> {
    setSaid(null);
    const { id, version: seenVersion, key } = base;
    const input = { ...draft, active, idempotencyKey: key, id, seenVersion };
    const result = (await save({ input })).data?.saveMessageTemplate;
    if (result?.__typename === "MessageTemplateSaved") {
      const saved = readFragment(TemplateEditorFragment, result.template);
      setBase({ ...saved, key: newKey() });
      setSaid(!active ? "wasRetired" : base.active ? "saved" : "restored");
      onSaved(saved.id);
    }
    // Their version is on the screen now; saving again is done on it.
    if (result?.__typename === "StaleMessageTemplate") setBase({ ...result.template, key: newKey() });
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
