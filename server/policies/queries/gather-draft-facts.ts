import type { Db } from "../../platform/database/database.ts";
import { checkPolicy } from "../domain/check-policy.ts";
import { contentFaults } from "../domain/content-faults.ts";
import { diffPolicies } from "../domain/diff-policies.ts";
import type { DraftFacts } from "../domain/draft-life.ts";
import type { PolicyContent } from "../domain/policy-content.ts";
import { runTests } from "../domain/run-tests.ts";
import type { DraftRow } from "./find-drafts.ts";
import { listPolicyTests, type PolicyTestRow } from "./policy-tests.ts";
import { findPolicyVersions } from "./policy-versions.ts";

/** What the rules of a draft's life look at, read where the draft is. */
export async function gatherDraftFacts(db: Db, draft: DraftRow): Promise<DraftFacts> {
  const [tests, base] = await Promise.all([listPolicyTests(db, [draft.policy]), findBase(db, draft)]);
  return toDraftFacts(draft, base, tests);
}

export async function findBase(db: Db, { baseVersionId }: DraftRow): Promise<PolicyContent | null> {
  if (baseVersionId === null) return null;
  return (await findPolicyVersions(db, [baseVersionId])).get(baseVersionId)?.content ?? null;
}

export function toDraftFacts(draft: DraftRow, base: PolicyContent | null, tests: readonly PolicyTestRow[]): DraftFacts {
  const { content } = draft;
  const findings = checkPolicy(content);
  const changes = base === null ? [] : diffPolicies(base, content);
  const count = (kind: string) => findings.filter((finding) => finding.kind === kind).length;
  return {
    state: draft.state,
    authorIds: draft.authorIds,
    proposedById: draft.proposedById,
    approvedByIds: draft.approvedByIds,
    kind: draft.kind,
    note: draft.note,
    gaps: count("GAP"),
    unreachable: count("UNREACHABLE"),
    tooLarge: count("TOO_LARGE") > 0,
    faults: contentFaults(content).length,
    testsFailing: runTests(content, tests).filter(({ passed }) => !passed).length,
    unchanged: base !== null && changes.length === 0,
    decidesOtherwise: base === null || changes.some(({ binds }) => binds),
  };
}
