import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import css from "./breach-list.module.css";
import { useSpan } from "./use-span.ts";

export const BreachWhyFragment = graphql(`
    fragment BreachWhy_breach on ClockBreach {
      holdings {
        from
        until
        staff {
          id
          name
        }
      }
    }
`);

/** By which rule it was due when it was, and through whose hands the case went meanwhile. */
export function BreachWhy({
  breach,
  proof,
}: {
  readonly breach: FragmentOf<typeof BreachWhyFragment>;
  /** Day by day, why it was due when it was; nothing where the clock is no more. */
  readonly proof: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const span = useSpan();
  const { holdings } = readFragment(BreachWhyFragment, breach);
  return (
    <div className={css.reasons}>
      {proof}
      <div>
        <h3>{t("supervisor.hands")}</h3>
        <ol className={css.hands}>
          {holdings.map(({ staff, from, until }) => (
            <li key={from}>
              <b>{staff?.name ?? t("supervisor.nobody")}</b>{" "}
              {t("supervisor.held", {
                span: span(new Date(until).getTime() - new Date(from).getTime()),
                from: momentText(from, language, now),
              })}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
