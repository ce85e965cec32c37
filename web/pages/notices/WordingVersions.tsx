import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import type { NoticeKind } from "../../graphql/words.ts";
import { exactText } from "../../i18n/times.ts";
import { Button } from "../../ui/Button.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import type { WordingText } from "./wording-text.ts";
import css from "./wordings-page.module.css";

const WordingVersionsQuery = graphql(`
  query WordingVersions($kind: NoticeKind!) {
    noticeTemplates(kind: $kind) {
      id
      locale
      versions {
        id
        version
        author
        savedAt
        text {
          subject
          body
          sms
        }
      }
    }
  }
`);

interface WordingVersionsProps {
  readonly kind: NoticeKind;
  readonly locale: "ZH_CN" | "EN";
  readonly own: WordingText;
  /** Puts a text of before into the form, where it can be looked at and saved as a new version. */
  readonly onTake: (text: WordingText) => void;
}

/** Every saving, the latest first, and the desk's own wording below them all. */
export function WordingVersions({ kind, locale, own, onTake }: WordingVersionsProps) {
  const { t } = useTranslation();
  const [{ data, error }, again] = useQuery({
    query: WordingVersionsQuery,
    variables: { kind },
    requestPolicy: "cache-and-network",
  });
  const versions = data?.noticeTemplates.find((one) => one.locale === locale)?.versions ?? [];
  return (
    <section className={css.versions} aria-labelledby="versions-title">
      <h3 id="versions-title">{t("wordings.versions")}</h3>
      {error !== undefined && data === undefined && (
        <FailureNotice failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      <ol>
        {versions.map(({ id, version, author, savedAt, text }) => (
          <li key={id}>
            <span>
              {t("notices.version", { version })} · {author} · <time dateTime={savedAt}>{exactText(savedAt)}</time>
              {text === null && <> · {t("notices.own")}</>}
            </span>
            <Button size="small" onClick={() => onTake(text ?? own)}>
              {t("wordings.take")}
            </Button>
          </li>
        ))}
        <li>
          <span>{t("notices.own")}</span>
          <Button size="small" onClick={() => onTake(own)}>
            {t("wordings.take")}
          </Button>
        </li>
      </ol>
    </section>
  );
}
