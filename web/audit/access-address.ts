import type { AccessKind } from "../graphql/words.ts";
import { dayWord } from "../i18n/day-word.ts";

export const accessKinds: readonly AccessKind[] = [
  "CONTACT",
  "EVIDENCE",
  "CASE_FILE",
  "SEARCH",
  "EXPORT",
  "LOG_EXPORT",
];

/** The filters of the access log, as they stand in the address. */
export interface AccessSearch {
  readonly person: string | null;
  readonly caseNumber: string | null;
  readonly kind: AccessKind | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** A word or day that is none of ours asks nothing. */
export function readAccessSearch(params: URLSearchParams): AccessSearch {
  const day = (name: string) => dayWord(params.get(name));
  return {
    person: params.get("person") || null,
    caseNumber: params.get("case")?.trim().toUpperCase() || null,
    kind: accessKinds.find((word) => word.toLowerCase() === params.get("kind")) ?? null,
    from: day("from"),
    to: day("to"),
  };
}

export function writeAccessSearch({ person, caseNumber, kind, from, to }: AccessSearch): Record<string, string> {
  return {
    ...(person !== null && { person }),
    ...(caseNumber !== null && { case: caseNumber }),
    ...(kind !== null && { kind: kind.toLowerCase() }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}

export function toAccessFilter({ person, caseNumber, kind, from, to }: AccessSearch) {
  return {
    ...(person !== null && { viewerId: person }),
    ...(caseNumber !== null && { caseNumber }),
    ...(kind !== null && { kind }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}
