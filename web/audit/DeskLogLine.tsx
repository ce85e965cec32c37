import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import css from "./desk-log-line.module.css";

export const DeskLogLineFragment = graphql(`
  fragment DeskLogLine_entry on DeskLogEntry {
    id
    area
    action
    at
    about
    reason
    by {
      id
      name
    }
    facts {
      field
      before
      after
    }
  }
`);

type Fact = ResultOf<typeof DeskLogLineFragment>["facts"][number];

/** One thing that was done to the desk: when, by whom, what, to what, and what was different afterwards. */
export function DeskLogLine({ entry: of }: { readonly entry: FragmentOf<typeof DeskLogLineFragment> }) {
  const { t } = useTranslation();
  const { area, action, at, about, reason, by, facts } = readFragment(DeskLogLineFragment, of);
  return (
    <article className={css.line}>
      <time className={css.when} dateTime={at}>
        {exactText(at)}
      </time>
      <span className={css.who}>{by?.name ?? t("deskLog.byDesk")}</span>
      <div className={css.what}>
        <p>
          <b>{t(`deskLog.actions.${action}`)}</b>
          {area !== "SETTINGS" && <> · {area === "CALENDAR" ? t("calendar.CN") : about}</>}
        </p>
        {facts.map((fact) => (
          <p key={fact.field} className={css.fact}>
            <FactText fact={fact} />
          </p>
        ))}
        {reason !== null && <p className={css.fact}>{t("common.quote", { text: reason })}</p>}
      </div>
    </article>
  );
}

function FactText({ fact: { field, before, after } }: { readonly fact: Fact }) {
  const { t } = useTranslation();
  const said = (value: string | null) => {
    if (value === null) return t("deskLog.nothing");
    if (field === "WORKING") return t(value === "true" ? "calendars.working" : "calendars.off");
    return /^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(value) ? exactText(value) : value;
  };
  const name = t(`deskLog.fields.${field}`);
  return before === null
    ? t("deskLog.fact", { name, value: said(after) })
    : t("deskLog.change", { name, before: said(before), after: said(after) });
}
