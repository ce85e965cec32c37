import type { CaseEventKind, CaseState } from "../graphql/words.ts";
import { dayWord } from "../i18n/day-word.ts";
import { caseEventKinds, caseStates } from "./log-words.ts";

/** The filters of the log, as they stand in the address. */
export interface LogSearch {
  readonly person: string | null;
  readonly caseNumber: string | null;
  readonly action: CaseEventKind | null;
  readonly state: CaseState | null;
  readonly merchant: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const everything: LogSearch = {
  person: null,
  caseNumber: null,
  action: null,
  state: null,
  merchant: null,
  from: null,
  to: null,
};

/** A word or day that is none of ours asks nothing. */
export function readLogSearch(params: URLSearchParams): LogSearch {
  const text = (name: string) => params.get(name)?.trim() || null;
  const day = (name: string) => dayWord(params.get(name));
  return {
    person: text("person"),
    caseNumber: text("case")?.toUpperCase() ?? null,
    action: caseEventKinds.find((word) => word.toLowerCase() === params.get("action")) ?? null,
    state: caseStates.find((word) => word.toLowerCase() === params.get("state")) ?? null,
    merchant: text("merchant"),
    from: day("from"),
    to: day("to"),
  };
}

export function writeLogSearch(search: LogSearch): Record<string, string> {
  const { person, caseNumber, action, state, merchant, from, to } = search;
  return {
    ...(person !== null && { person }),
    ...(caseNumber !== null && { case: caseNumber }),
    ...(action !== null && { action: action.toLowerCase() }),
    ...(state !== null && { state: state.toLowerCase() }),
    ...(merchant !== null && { merchant }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}

export function toLogFilter({ person, caseNumber, action, state, merchant, from, to }: LogSearch) {
  return {
    ...(person !== null && { actorId: person }),
    ...(caseNumber !== null && { caseNumber }),
    ...(action !== null && { kinds: [action] }),
    ...(state !== null && { toState: state }),
    ...(merchant !== null && { merchantId: merchant }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}
