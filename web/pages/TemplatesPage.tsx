import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { TemplateEditor } from "./templates/TemplateEditor.tsx";
import { TemplateEditorFragment } from "./templates/use-template-writing.ts";
import css from "./templates-page.module.css";

const TemplatesPageQuery = graphql(
  `
    query TemplatesPage {
      messageTemplates(retired: true) {
        id
        version
        thread
        nameZh
        nameEn
        active
        ...TemplateEditor_template
      }
    }
  `,
  [TemplateEditorFragment],
);

const threads = ["CUSTOMER", "MERCHANT", "BANK"] as const;
const NEW = "new";

/** The texts that the desk writes often: those in use by whom they are for, and one open to be changed. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState(0);
  const [{ data, error }, again] = useQuery({ query: TemplatesPageQuery, requestPolicy: "cache-and-network" });
  const refresh = () => again({ requestPolicy: "network-only" });
  if (data === undefined) {
    if (error !== undefined) return <FailureView failure={failureOf(error)} onRetry={refresh} />;
    return <Skeleton rows={6} label={t("common.loading")} />;
  }
  const chosen = search.get("template");
  const open = data.messageTemplates.find(({ id }) => id === chosen) ?? null;
  const goTo = (id: string) => setSearch({ template: id }, { replace: true });
  function choose(id: string): void {
    if (id === chosen) return;
    setOpened(opened + 1);
    goTo(id);
  }

  return (
    <section className={css.page}>
      <title>{t("common.title", { page: t("templates.title") })}</title>
      <header className={css.head}>
        <h1>{t("templates.title")}</h1>
        <Button onClick={() => choose(NEW)}>{t("templates.new")}</Button>
      </header>
      <div className={css.body}>
        <nav aria-label={t("templates.title")} className={css.list}>
          {threads.map((thread) => (
            <section key={thread} aria-label={t(`messageThread.${thread}`)}>
              <h2>{t(`messageThread.${thread}`)}</h2>
              <ul>
                {data.messageTemplates
                  .filter((template) => template.thread === thread)
                  .map(({ id, nameZh, nameEn, active }) => (
                    <li key={id}>
                      <button type="button" aria-current={id === chosen || undefined} onClick={() => choose(id)}>
                        {language === "zh-CN" ? nameZh : nameEn}
                        {!active && <small>{t("templates.retired")}</small>}
                      </button>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </nav>
        {open === null && chosen !== NEW ? (
          <EmptyState title={t("templates.chooseTitle")} hint={t("templates.chooseHint")} />
        ) : (
          <TemplateEditor
            // One a choice from the list: a new template that has just been stored goes on in the same one.
            key={opened}
            template={open}
            onSaved={(id, isOpen) => {
              refresh();
              if (isOpen) goTo(id);
            }}
          />
        )}
      </div>
    </section>
  );
}
