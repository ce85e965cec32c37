import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import { canonicalJson } from "../../platform/journal.ts";
import { evaluatePolicy } from "../../policies/domain/evaluate.ts";
import type { CaseFacts } from "../domain/case-facts.ts";
import { type CheckKind, checkKinds, isSatisfied } from "../domain/checks.ts";
import { type CheckRecord, type CheckRecords, deriveChecks } from "../domain/derive-checks.ts";
import { policyFacts } from "../domain/policy-facts.ts";
import { type GatheredSources, gatherCheckSources } from "../queries/gather-check-sources.ts";

export interface JudgeCase {
  readonly caseId: string;
  readonly at: Date;
  /** The shop's answer as it will be when the transaction commits, where the case's row does not say it yet. */
  readonly merchantAnswer?: CaseFacts["merchantAnswer"];
}

/** What changed, as plain facts for the event; and whether the policy wants nobody's hand any more. */
export interface Judgement {
  readonly data: Readonly<Record<string, unknown>>;
  readonly straightThrough: boolean;
}

/** Brings the checks of a case up to date, and asks the policy in force what it says now. Writes only what changed. */
export async function judgeCase(db: Db, { caseId, at, merchantAnswer }: JudgeCase): Promise<Judgement> {
  const gathered = await gatherCheckSources(db, caseId, at);
  const sources = { ...gathered.sources, ...(merchantAnswer !== undefined && { merchantAnswer }) };
  const checks = deriveChecks(sources, gathered.recorded);
  const changed = checkKinds.filter((kind) => differs(checks[kind], gathered.recorded.get(kind)));
  if (changed.length > 0) await writeChecks(db, { caseId, at }, changed, checks);

  const facts = policyFacts(sources, checks);
  const trace = evaluatePolicy(gathered.policy.content, facts);
  const decision = isKnown(gathered, facts) ? null : await writeDecision(db, { caseId, at }, gathered, facts, trace);
  const satisfied = checkKinds.every((kind) => isSatisfied(checks[kind].outcome));
  return {
    straightThrough: trace.straightThrough && satisfied && sources.sale !== null,
    data: {
      ...(changed.length > 0 && { checks: Object.fromEntries(changed.map((kind) => [kind, checks[kind].outcome])) }),
      ...(decision !== null && { decision }),
    },
  };
}

type Facts = ReturnType<typeof policyFacts>;
type OfCase = Required<Pick<JudgeCase, "caseId" | "at">>;

/** The same policy over the same facts says the same, so there is nothing to keep. */
function isKnown({ latest, policy }: GatheredSources, facts: Facts): boolean {
  return latest?.policyVersionId === policy.id && canonicalJson(latest.facts) === canonicalJson(facts);
}

async function writeDecision(
  db: Db,
  { caseId, at }: OfCase,
  { policy, choice }: GatheredSources,
  facts: Facts,
  trace: ReturnType<typeof evaluatePolicy>,
) {
  const { outcome, rowNumber, straightThrough } = trace;
  const decision = { id: newId(), outcome, straight_through: straightThrough, row_number: rowNumber };
  await db
    .insertInto("decision")
    .values({ ...decision, facts, trace, choice, case_id: caseId, policy_version_id: policy.id, at })
    .execute();
  return { id: decision.id, outcome, rowNumber, policyVersionId: policy.id, policyVersion: policy.version };
}

function differs(now: CheckRecord, before: CheckRecord | undefined): boolean {
  return (
    before === undefined ||
    now.outcome !== before.outcome ||
    now.automatic !== before.automatic ||
    now.basis !== before.basis
  );
}

/** Where data's word takes the place of a person's, their name and reason go with it; the event of then still has both. */
async function writeChecks(
  db: Db,
  { caseId, at }: OfCase,
  kinds: readonly CheckKind[],
  checks: CheckRecords,
): Promise<void> {
  await db
    .insertInto("case_check")
    .values(kinds.map((kind) => ({ case_id: caseId, kind, ...checks[kind], by_id: null, reason: null, at })))
    .onConflict((conflict) =>
      conflict.columns(["case_id", "kind"]).doUpdateSet((eb) => ({
        outcome: eb.ref("excluded.outcome"),
        automatic: eb.ref("excluded.automatic"),
        basis: eb.ref("excluded.basis"),
        by_id: null,
        reason: null,
        at,
      })),
    )
    .execute();
}
