import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { useNow } from "../i18n/use-now.ts";
import { Part } from "../ui/Part.tsx";
import { CaseClock, CaseClockFragment } from "./CaseClock.tsx";
import { ClockProof, ClockProofFragment } from "./ClockProof.tsx";
import css from "./clock-list.module.css";
import { dayOfCount } from "./time-left.ts";

export const ClockListFragment = graphql(
  `
    fragment ClockList_case on Case {
      clocks {
        id
        title
        state
        endedAt
        overdue
        proof {
          unit
          days {
            day
            number
          }
        }
        ...CaseClock_clock
        ...ClockProof_clock
      }
    }
  `,
  [CaseClockFragment, ClockProofFragment],
);

/** Every clock of the case, those that run first; each opens to the proof of its date. */
export function ClockList({
  case: of,
  open,
}: {
  readonly case: FragmentOf<typeof ClockListFragment>;
  readonly open: boolean;
}) {
  const { t } = useTranslation();
  const { clocks } = readFragment(ClockListFragment, of);
  const running = clocks.filter(({ endedAt }) => endedAt === null);
  const paused = running.filter(({ state }) => state === "PAUSED").length;
  const over = clocks.filter(({ endedAt, state }) => endedAt !== null && state !== "CANCELLED").reverse();
  return (
    <Part
      title={t("clock.title")}
      aside={
        paused === 0
          ? t(running.length > 0 ? "clock.running" : "clock.none", { count: running.length })
          : t("clock.runningAndPaused", { count: running.length - paused, paused })
      }
    >
      {[...running, ...over].map((clock, index) => (
        <details key={clock.id} className={css.clock} open={open && index === 0}>
          <summary>
            <span className={css.title}>
              {clock.title} <DayOfCount clock={clock} />
            </span>
            <span className={css.bar}>
              <CaseClock clock={clock} />
            </span>
          </summary>
          <ClockProof clock={clock} />
        </details>
      ))}
    </Part>
  );
}

type Clock = ResultOf<typeof ClockListFragment>["clocks"][number];

/** "Day 16 of 30" while it runs: of what is over, late or standing still the bar says all. */
function DayOfCount({ clock: { state, overdue, proof } }: { readonly clock: Clock }) {
  const { t } = useTranslation();
  const now = useNow();
  const count = state === "RUNNING" && !overdue ? dayOfCount(proof, now) : null;
  if (proof === null || count === null) return null;
  return <small className={css.day}>{t(`clock.dayOfCount.${proof.unit}`, { ...count })}</small>;
}
