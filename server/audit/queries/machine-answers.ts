import { sql } from "kysely";
import { decisionsAtEvents } from "../../cases/queries/find-decisions.ts";
import { paidStaffIds } from "../../cases/queries/find-paid-staff.ts";
import { sameAgain } from "../../cases/queries/replay-decisions.ts";
import type { Db } from "../../platform/database/database.ts";
import type { LoaderOf } from "../../platform/loaders.ts";
import { findPolicyVersions } from "../../policies/queries/policy-versions.ts";
import type { MachineAnswer } from "../domain/checklist.ts";
import { answerByMachine, type RecordedApproval, type ReviewedRecords } from "../domain/machine-answers.ts";
import type { DecidingKind } from "../domain/sampling.ts";
import { type CaseWithChain, casesWithChains, verifyCase } from "./chains/case-chain.ts";

/** A decided case: which, and by which event. */
export interface DecidedCase {
  readonly caseId: string;
  readonly eventId: string;
}

/** What the records answer to the machine's questions, of any number of cases by the same few statements. */
export async function machineAnswers(
  db: Db,
  decided: readonly DecidedCase[],
): Promise<readonly (readonly MachineAnswer[])[]> {
  const caseIds = [...new Set(decided.map(({ caseId }) => caseId))];
  const chains = new Map((await readChains(db, caseIds)).map((row) => [row.id, row]));
  const decisions = await readDecisions(db, decided);
  const approvals = await readApprovals(db, decided);
  const payees = new Map((await readPayees(db, caseIds)).map(({ id, paidIds }) => [id, paidIds]));
  const money = new Map((await readMoney(db, caseIds)).map((row) => [row.case_id, row]));
  return decided.map(({ caseId, eventId }) => {
    const chain = chains.get(caseId);
    const event = chain?.events.find(({ id }) => id === eventId);
    if (chain === undefined || event === undefined) return [];
    const paid = money.get(caseId);
    return answerByMachine({
      decided: { kind: event.kind as DecidingKind, sequence: event.sequence, actorId: event.actor_id },
      steps: chain.events.map(({ sequence, kind, actor_id: actorId, data }) => {
        const outcome = data["outcome"];
        return { sequence, kind, actorId, outcome: typeof outcome === "string" ? outcome : null };
      }),
      approval: approvals.get(eventId) ?? null,
      paidIds: payees.get(caseId) ?? [],
      chainIntact: verifyCase(chain) === null,
      decision: decisions.get(eventId) ?? null,
      money: {
        decidedMinor: amountOf(event) ?? BigInt(paid?.claimed ?? 0n),
        settledMinor: BigInt(paid?.settled ?? 0n),
        underWay: paid?.under_way ?? false,
      },
    });
  });
}

export const machineAnswersOfCase: LoaderOf<{ readonly db: Db }, DecidedCase, readonly MachineAnswer[]> = {
  batch: ({ db }, decided) => machineAnswers(db, decided) as Promise<(readonly MachineAnswer[])[]>,
  keyOf: ({ eventId }) => eventId,
};

function readChains(db: Db, caseIds: readonly string[]) {
  return casesWithChains(db).where("id", "=", sql<string>`any(${caseIds}::uuid[])`).execute();
}

/** The amount that a person approved; a policy approves what was asked for. */
function amountOf({ data }: CaseWithChain["events"][number]): bigint | null {
  const { amount } = data;
  if (typeof amount !== "object" || amount === null || !("minor" in amount)) return null;
  return /^\d+$/.test(String(amount.minor)) ? BigInt(String(amount.minor)) : null;
}

type JudgedDecision = NonNullable<ReviewedRecords["decision"]>;

/** The decision that the case had when it was decided, and how it stands today. */
async function readDecisions(db: Db, decided: readonly DecidedCase[]): Promise<ReadonlyMap<string, JudgedDecision>> {
  const rows = await decisionsAtEvents(
    db,
    decided.map(({ eventId }) => eventId),
  )
    .innerJoin("policy_version as version", "version.id", "decision.policy_version_id")
    .select(["version.effective_from", "version.effective_until"])
    .execute();
  const versions = await findPolicyVersions(db, [...new Set(rows.map((row) => row.policy_version_id))]);
  return new Map(
    rows.map((row) => {
      const version = versions.get(row.policy_version_id);
      const { at, effective_from: from, effective_until: until } = row;
      return [
        row.event_id,
        {
          versionInForce: from <= at && (until === null || at < until),
          sameAgain: version !== undefined && sameAgain(row, version.content),
        },
      ];
    }),
  );
}

/** What each decision asked others to agree to: the first request on the case's money that was opened with it or after it. */
async function readApprovals(db: Db, decided: readonly DecidedCase[]): Promise<ReadonlyMap<string, RecordedApproval>> {
  const rows = await db
    .selectFrom("case_event as event")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("approval_request as request")
          .select(["request.id", "request.proposer_id"])
          .whereRef("request.case_id", "=", "event.case_id")
          .where("request.subject_kind", "=", "REFUND")
          .whereRef("request.opened_at", ">=", "event.at")
          .orderBy("request.opened_at")
          .orderBy("request.id")
          .limit(1)
          .as("asked"),
      (join) => join.onTrue(),
    )
    .where("event.id", "=", sql<string>`any(${decided.map(({ eventId }) => eventId)}::uuid[])`)
    .select(["event.id as event_id", "asked.proposer_id"])
    .select(
      sql<readonly string[]>`(
        select coalesce(array_agg(person), '{}') from approval_decision d, unnest(array[d.staff_id, d.for_id]) person
        where d.request_id = asked.id and person is not null)`.as("voices"),
    )
    .execute();
  return new Map(rows.map(({ event_id, proposer_id: proposerId, voices }) => [event_id, { proposerId, voices }]));
}

function readPayees(db: Db, caseIds: readonly string[]) {
  return db
    .selectFrom("cases")
    .where("id", "=", sql<string>`any(${caseIds}::uuid[])`)
    .select(["id", paidStaffIds.as("paidIds")])
    .execute();
}

function readMoney(db: Db, caseIds: readonly string[]) {
  return db
    .selectFrom("cases")
    .leftJoin("refund", "refund.case_id", "cases.id")
    .where("cases.id", "=", sql<string>`any(${caseIds}::uuid[])`)
    .groupBy(["cases.id", "cases.amount_minor"])
    .select([
      "cases.id as case_id",
      "cases.amount_minor as claimed",
      sql<bigint>`coalesce(sum(refund.amount_minor) filter (where refund.state = 'SETTLED'), 0)::bigint`.as("settled"),
      sql<boolean>`coalesce(bool_or(refund.holds_money), false)`.as("under_way"),
    ])
    .execute();
}
