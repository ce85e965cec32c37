import type { Db } from "../../platform/database/database.ts";
import { canonicalJson } from "../../platform/journal.ts";
import { choosePolicy, type PolicyChoice } from "../../policies/domain/choose-policy.ts";
import { evaluatePolicy } from "../../policies/domain/evaluate.ts";
import type { PolicyContent, PolicyTrace } from "../../policies/domain/policy-content.ts";
import { findPolicyVersions } from "../../policies/queries/policy-versions.ts";

/** A decision that its own policy version, asked again over the very same facts, would not give; or a row that contradicts itself. */
export interface DecisionDifference {
  readonly kind: "DIFFERENCE";
  readonly decisionId: string;
  readonly caseNumber: string;
  readonly kept: PolicyTrace;
  readonly again: PolicyTrace;
}

export interface ReplayProgress {
  readonly kind: "PROGRESS";
  readonly replayed: number;
}

const pageSize = 1000;

/** Decides every stored decision again, oldest first, page by page: differences as they are found, and how far it has come. */
export async function* replayDecisions(db: Db): AsyncGenerator<DecisionDifference | ReplayProgress> {
  let [after, replayed] = ["00000000-0000-0000-0000-000000000000", 0];
  for (;;) {
    const page = await readPage(db, after);
    const last = page.at(-1);
    if (last === undefined) break;
    const versions = await findPolicyVersions(db, [...new Set(page.map((row) => row.policy_version_id))]);
    for (const row of page) {
      const version = versions.get(row.policy_version_id);
      if (version === undefined) throw new Error(`Decision ${row.id} names a policy version that is not there`);
      const { again, kept, same } = decideAgain(row, version.content);
      if (!same) yield { kind: "DIFFERENCE", decisionId: row.id, caseNumber: row.number, kept, again };
    }
    [after, replayed] = [last.id, replayed + page.length];
    yield { kind: "PROGRESS", replayed };
  }
}

type StoredDecision = Pick<
  Awaited<ReturnType<typeof readPage>>[number],
  "policy_version_id" | "facts" | "outcome" | "row_number" | "straight_through" | "trace" | "choice"
>;

/** Whether a stored decision, decided again over the very same facts, says what was kept, and does not contradict itself. */
export function sameAgain(row: StoredDecision, content: PolicyContent): boolean {
  return decideAgain(row, content).same;
}

function decideAgain(row: StoredDecision, content: PolicyContent) {
  const again = evaluatePolicy(content, row.facts);
  const { outcome, row_number: rowNumber, straight_through: straightThrough } = row;
  const kept: PolicyTrace = { ...row.trace, outcome, rowNumber, straightThrough };
  const chosenWell = row.choice === null || isStillChosen(row.choice, row.policy_version_id);
  const same =
    chosenWell && canonicalJson(again) === canonicalJson(kept) && canonicalJson(kept) === canonicalJson(row.trace);
  return { again, kept, same };
}

/** Of the policies that held for the case then, the one that decided is the one that would be chosen. */
function isStillChosen({ chosen, stoodBack }: PolicyChoice, versionId: string): boolean {
  return chosen.id === versionId && choosePolicy([chosen, ...stoodBack]).chosen.id === versionId;
}

function readPage(db: Db, after: string) {
  return db
    .selectFrom("decision")
    .innerJoin("cases", "cases.id", "decision.case_id")
    .select([
      "decision.id",
      "cases.number",
      "policy_version_id",
      "facts",
      "decision.outcome",
      "row_number",
      "straight_through",
      "trace",
      "choice",
    ])
    .where("decision.id", ">", after)
    .orderBy("decision.id")
    .limit(pageSize)
    .execute();
}
