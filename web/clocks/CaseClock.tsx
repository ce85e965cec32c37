import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { graphql } from "../graphql/graphql.ts";
import { ClockBar } from "../ui/ClockBar.tsx";
import { useClockWords } from "./clock-words.ts";

export const CaseClockFragment = graphql(`
  fragment CaseClock_clock on Clock {
    rule
    state
    dueAt
    endedAt
    fractionLeft
    soon
    overdue
    calendarNotPublished
    proof {
      unit
      days {
        day
        number
        why
      }
    }
  }
`);

/** One clock as words and a bar: how long, by when, and how urgent. */
export function CaseClock({
  clock,
  proof,
}: {
  readonly clock: FragmentOf<typeof CaseClockFragment>;
  readonly proof?: ReactNode;
}) {
  const words = useClockWords(readFragment(CaseClockFragment, clock));
  return <ClockBar {...words} proof={proof} />;
}
