import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { dayOf, plainDayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { CaseClock, CaseClockFragment } from "./CaseClock.tsx";
import css from "./case-time.module.css";
import { dueDay } from "./time-left.ts";

export const CaseTimeFragment = graphql(
  `
    fragment CaseTime_case on Case {
      closedAt
      bindingClock {
        id
        rule
        dueAt
        ...CaseClock_clock
      }
    }
  `,
  [CaseClockFragment],
);

interface CaseTimeProps {
  readonly case: FragmentOf<typeof CaseTimeFragment>;
  /** What stands there while no clock runs. */
  readonly none?: ReactNode;
  /** The way to the proof of the date, where it stands by itself; a row has no room for it. */
  readonly proof?: ReactNode;
}

/**
 * How long there is for a case. Of a closed one nothing is asked any more: it says since when, and how long it can be
 * reopened; in a row only to whoever asks.
 */
export function CaseTime({ case: of, none = null, proof }: CaseTimeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { closedAt, bindingClock: clock } = readFragment(CaseTimeFragment, of);
  if (closedAt === null || (clock !== null && clock.rule !== "reopen-window"))
    return clock === null ? (
      none !== null && <span className={css.closed}>{none}</span>
    ) : (
      <CaseClock clock={clock} proof={proof} />
    );
  const words = t("clock.closed", { day: plainDayText(dayOf(closedAt), language, now) });
  const until = clock?.dueAt == null ? null : plainDayText(dueDay(clock.dueAt), language, now);
  const whole = until === null ? words : t("clock.closedUntil", { words, until });
  return proof === undefined ? (
    <span className={css.closed} title={whole}>
      {words}
    </span>
  ) : (
    <span className={css.whole}>
      {whole} <span className={css.proof}>· {proof}</span>
    </span>
  );
}
