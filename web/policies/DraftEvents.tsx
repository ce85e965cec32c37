import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Notice } from "../ui/Notice.tsx";
import type { DraftStateFragment } from "./DraftState.tsx";
import css from "./policy-document.module.css";

type Draft = ResultOf<typeof DraftStateFragment>;

const told = ["START", "SUBMIT", "SEND_BACK", "APPROVE", "LAPSE", "PUBLISH", "DISCARD"] as const;

/** What has happened to a draft, the newest first; of one that is its authors' again, above all why. */
export function DraftEvents({ draft: { state, events } }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const said = events.flatMap(({ action, actor, note, at }) => {
    const what = told.find((one) => one === action);
    if (what === undefined) return [];
    return [{ what, note, at, line: t(`policies.event.${what}`, { name: actor?.name ?? "" }) }];
  });
  const [last] = said;
  const isBack = state === "DRAFT" && (last?.what === "SEND_BACK" || last?.what === "LAPSE");
  return (
    <>
      {isBack && (
        <Notice kind="changed" title={last.line}>
          {last.note !== null && <p>{last.note}</p>}
        </Notice>
      )}
      <details className={css.events}>
        <summary>{t("policies.events")}</summary>
        <ol>
          {said.map(({ line, note, at }) => (
            <li key={at + line}>
              {line} <time dateTime={at}>{momentText(at, language, now)}</time>
              {note !== null && <p>{note}</p>}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
