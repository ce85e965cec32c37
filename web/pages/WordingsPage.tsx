import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { noticeAudiences } from "../notices/notice-address.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Segments } from "../ui/Segments.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import list from "./list-page.module.css";
import { Wording, WordingFragment } from "./notices/Wording.tsx";
import css from "./notices/wordings-page.module.css";
import { ShutRoom } from "./ShutRoom.tsx";

const WordingsPageQuery = graphql(
  `
    query WordingsPage {
      noticeTemplates {
        id
        kind
        audience
        locale
        isOwn
        ...Wording_template
      }
    }
  `,
  [WordingFragment],
);

const locales = ["ZH_CN", "EN"] as const;

/** What every notice says, in both languages; which one is open stands in the address. */
export function WordingsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { permissions } = useViewer();
  const isTheirs = permissions.includes("NOTICE_EDIT");
  const [params, setParams] = useSearchParams();
  const [{ data, error }, again] = useQuery({
    query: WordingsPageQuery,
    requestPolicy: "cache-and-network",
    pause: !isTheirs,
  });
  const refresh = () => again({ requestPolicy: "network-only" });
  const all = data?.noticeTemplates ?? [];
  const locale = locales.find((one) => one === params.get("in")) ?? (language === "en" ? "EN" : "ZH_CN");
  const kinds = all.filter((one) => one.locale === "ZH_CN");
  const chosen = all.find((one) => one.kind === params.get("kind") && one.locale === locale);
  const isChanged = (kind: string) => all.some((one) => one.kind === kind && !one.isOwn);

  if (!isTheirs) return <ShutRoom name={t("notices.texts")} />;
  return (
    <div className={list.page}>
      <title>{t("common.title", { page: t("notices.texts") })}</title>
      <header className={css.head}>
        <h1>{t("notices.texts")}</h1>
        {permissions.includes("NOTICE_READ") ? (
          <Link to="/notices">{t("notices.title")}</Link>
        ) : (
          <Link to="/settings">{t("adminTab.settings")}</Link>
        )}
      </header>
      <p className={css.hint}>{t("notices.textsHint")}</p>
      {error !== undefined && data === undefined && <FailureView failure={failureOf(error)} onRetry={refresh} />}
      {data === undefined && error === undefined && <Skeleton rows={8} label={t("common.loading")} />}
      {data !== undefined && (
        <div className={css.columns}>
          <nav className={css.kinds} aria-label={t("notices.texts")}>
            {noticeAudiences.map((audience) => (
              <section key={audience}>
                <h2>{t(`noticeAudience.${audience}`)}</h2>
                <ul>
                  {kinds
                    .filter((one) => one.audience === audience)
                    .map(({ kind }) => (
                      <li key={kind}>
                        <Link
                          to={`?kind=${kind}&in=${locale}`}
                          aria-current={kind === chosen?.kind ? "page" : undefined}
                        >
                          {t(`noticeKind.${kind}`)}
                          {isChanged(kind) && <small>{t("wordings.changed")}</small>}
                        </Link>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </nav>
          {chosen === undefined ? (
            <EmptyState title={t("wordings.choose")} hint={t("wordings.chooseHint")} />
          ) : (
            <div className={css.one}>
              <div className={css.which}>
                <h2>{t(`noticeKind.${chosen.kind}`)}</h2>
                <Segments
                  legend={t("wordings.language")}
                  value={locale}
                  onChange={(next) => setParams({ kind: chosen.kind, in: next })}
                  options={[
                    { value: "ZH_CN", label: t("notices.zhCn") },
                    { value: "EN", label: t("notices.en") },
                  ]}
                />
              </div>
              <Wording key={chosen.id} template={chosen} onSaved={refresh} />
            </div>
          )}
        </div>
      )}
    </div>
  );
}
