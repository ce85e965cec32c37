import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { dayOf, dayText, momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { DayStrip } from "../ui/DayStrip.tsx";
import css from "./clock-proof.module.css";
import { useSkippedText } from "./skipped-days.ts";
import { useStripDays } from "./strip-days.ts";

export const ClockProofFragment = graphql(`
  fragment ClockProof_clock on Clock {
    startedAt
    dueAtGiven
    dateKept
    consequence
    source
    sourceConfirmed
    proof {
      length
      unit
      calendar
      startDay
      daysGivenBack
      days {
        day
        number
        why
        name
      }
    }
  }
`);

const calendars = { CN: "calendar.CN", WEEKDAYS: "calendar.WEEKDAYS", EVERY_DAY: "calendar.EVERY_DAY" } as const;
const isKnown = (calendar: string): calendar is keyof typeof calendars => calendar in calendars;

/** Why a clock ends when it ends: the rule, the start, what was passed over and added, and the days themselves. */
export function ClockProof({ clock }: { readonly clock: FragmentOf<typeof ClockProofFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const found = readFragment(ClockProofFragment, clock);
  const { proof } = found;
  const strip = useStripDays(proof, dayOf(now));
  const skippedText = useSkippedText();
  const skipped = skippedText(proof?.days ?? []);
  const makeUpDays = proof?.days.filter(({ why }) => why === "MAKE_UP_WORKDAY") ?? [];
  const length = proof === null ? "" : t(`clock.unitText.${proof.unit}`, { count: proof.length });

  return (
    <div className={css.proof}>
      <dl>
        {proof === null ? (
          <Fact name={t("clock.rule")}>{t(found.dateKept ? "calendars.dateKept" : "clock.given")}</Fact>
        ) : (
          <>
            <Fact name={t("clock.rule")}>
              {isKnown(proof.calendar)
                ? t("clock.calendarText", { length, calendar: t(calendars[proof.calendar]) })
                : length}
            </Fact>
            <Fact name={t("clock.start")}>
              {t("clock.startText", { at: momentText(found.startedAt, language, now) })}
            </Fact>
            {skipped !== "" && <Fact name={t("clock.skipped")}>{skipped}</Fact>}
            {proof.daysGivenBack > 0 && (
              <Fact name={t("clock.givenBack")}>{t("clock.givenBackText", { count: proof.daysGivenBack })}</Fact>
            )}
            {makeUpDays.map(({ day }) => (
              <Fact key={day} name={t("clock.added")}>
                {t("clock.makeUpText", { day: dayText(day, language, now) })}
              </Fact>
            ))}
          </>
        )}
        <Fact name={t("clock.source")}>
          {found.sourceConfirmed ? found.source : t("clock.unconfirmed", { source: found.source })}
        </Fact>
        <Fact name={t("clock.consequence")}>{found.consequence}</Fact>
      </dl>
      {strip.length > 0 && <DayStrip days={strip} />}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
