import type { ExceptionKind, ExceptionStanding } from "../graphql/words.ts";
import { dayWord } from "../i18n/day-word.ts";

export const exceptionKinds: readonly ExceptionKind[] = [
  "OVERRIDE",
  "CHECK_WAIVED",
  "MANUAL_MONEY",
  "PAID_TWICE",
  "OTHER_VERSION",
];
export const exceptionStandings: readonly ExceptionStanding[] = ["OPEN", "ACKNOWLEDGED", "TO_FOLLOW_UP"];

/** The filters of the register, as they stand in the address. */
export interface ExceptionSearch {
  readonly kind: ExceptionKind | null;
  readonly standing: ExceptionStanding | null;
  readonly person: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** A word or day that is none of ours asks nothing. */
export function readExceptionSearch(params: URLSearchParams): ExceptionSearch {
  const day = (name: string) => dayWord(params.get(name));
  return {
    kind: exceptionKinds.find((word) => word.toLowerCase() === params.get("kind")) ?? null,
    standing: exceptionStandings.find((word) => word.toLowerCase() === params.get("standing")) ?? null,
    person: params.get("person") || null,
    from: day("from"),
    to: day("to"),
  };
}

export function writeExceptionSearch({ kind, standing, person, from, to }: ExceptionSearch): Record<string, string> {
  return {
    ...(kind !== null && { kind: kind.toLowerCase() }),
    ...(standing !== null && { standing: standing.toLowerCase() }),
    ...(person !== null && { person }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}

export function toExceptionFilter({ kind, standing, person, from, to }: ExceptionSearch) {
  return {
    ...(kind !== null && { kind }),
    ...(standing !== null && { standing }),
    ...(person !== null && { actorId: person }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}
