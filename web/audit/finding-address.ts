import type { FindingSeverity, FindingState } from "../graphql/words.ts";
import { findingStates, severities } from "./sample-words.ts";

/** The filters of the findings, as they stand in the address. */
export interface FindingSearch {
  readonly state: FindingState | null;
  readonly severity: FindingSeverity | null;
  readonly mine: boolean;
  readonly overdue: boolean;
}

/** A word that is none of ours asks nothing. */
export function readFindingSearch(params: URLSearchParams): FindingSearch {
  return {
    state: findingStates.find((word) => word.toLowerCase() === params.get("state")) ?? null,
    severity: severities.find((word) => word.toLowerCase() === params.get("severity")) ?? null,
    mine: params.has("mine"),
    overdue: params.has("overdue"),
  };
}

export function writeFindingSearch({ state, severity, mine, overdue }: FindingSearch): Record<string, string> {
  return {
    ...(state !== null && { state: state.toLowerCase() }),
    ...(severity !== null && { severity: severity.toLowerCase() }),
    ...(mine && { mine: "1" }),
    ...(overdue && { overdue: "1" }),
  };
}

export function toFindingFilter({ state, severity, mine, overdue }: FindingSearch, viewerId: string) {
  return {
    ...(state !== null && { states: [state] }),
    ...(severity !== null && { severities: [severity] }),
    ...(mine && { ownerId: viewerId }),
    ...(overdue && { overdue: true }),
  };
}
