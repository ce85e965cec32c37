import { type FragmentOf, readFragment } from "gql.tada";
import type { CombinedError } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Notice } from "../../../ui/Notice.tsx";

/** What every change of a calendar is answered with. */
export const CalendarAnswerFragment = graphql(`
  fragment CalendarAnswer_result on CorrectCalendarResult {
    __typename
    ... on CalendarCorrected {
      later
    }
    ... on CalendarRefused {
      message
      reasons
    }
    ... on StaleCalendar {
      message
    }
  }
`);

export type CalendarAnswered = FragmentOf<typeof CalendarAnswerFragment>;

/** Tells the page that a change was made, or that the calendar is no longer what the sheet shows; true where it was made. */
export function passOn(
  of: CalendarAnswered | undefined,
  { onStale, onDone }: { readonly onStale: () => void; readonly onDone: (later: number) => void },
): boolean {
  if (of === undefined) return false;
  const answer = readFragment(CalendarAnswerFragment, of);
  if (answer.__typename === "CalendarCorrected") onDone(answer.later);
  if (answer.__typename === "StaleCalendar") onStale();
  return answer.__typename === "CalendarCorrected";
}

/** Why a change was not made, or that nobody knows whether it was. */
export function CalendarAnswer({
  answer: of,
  error,
  onRetry,
}: {
  readonly answer: CalendarAnswered | undefined;
  readonly error: CombinedError | undefined;
  readonly onRetry: () => void;
}) {
  if (error !== undefined) return <FailureView failure={failureOf(error)} isWrite onRetry={onRetry} />;
  if (of === undefined) return null;
  const answer = readFragment(CalendarAnswerFragment, of);
  if (answer.__typename === "CalendarCorrected") return null;
  return (
    <Notice kind={answer.__typename === "StaleCalendar" ? "changed" : "no"} title={answer.message}>
      {answer.__typename === "CalendarRefused" && answer.reasons.map((one) => <p key={one}>{one}</p>)}
    </Notice>
  );
}
