import { sql } from "kysely";
import { openRefundRequestJson } from "../../approvals/queries/find-refund-request.ts";
import { calendarRevision, calendarsAt } from "../../clocks/queries/find-calendars.ts";
import { builtInCalendars, type CalendarBook } from "../../kernel/calendars.ts";
import { money } from "../../kernel/money.ts";
import type { Db } from "../../platform/database/database.ts";
import { choosePolicy } from "../../policies/domain/choose-policy.ts";
import { approvalsFor } from "../../policies/domain/evaluate.ts";
import type { ApprovalRule } from "../../policies/domain/limit-texts.ts";
import type { ApprovalPermission, PolicyContent } from "../../policies/domain/policy-content.ts";
import { policyCandidates, scopeOfCases } from "../../policies/queries/policy-in-force.ts";
import { findPolicyVersions } from "../../policies/queries/policy-versions.ts";
import type { House } from "../../request-context.ts";
import type { FactSource } from "../case-features.ts";
import { alreadyBack } from "../domain/already-back.ts";
import { caseClocks, type PromisedTimes } from "../domain/case-clocks.ts";
import type { CaseFacts, SaleFacts } from "../domain/case-facts.ts";
import { type CheckKind, type CheckOutcome, checkKinds } from "../domain/checks.ts";
import type { StoredClock } from "../domain/clock-plan.ts";
import type { CaseTurn } from "../domain/waits-on.ts";
import { paidStaffIds } from "./find-paid-staff.ts";

/** The facts that the rules read, with what the door itself needs beside them. */
export interface GatheredCase {
  readonly facts: CaseFacts;
  readonly version: number;
  readonly chainHead: string;
  readonly eventCount: number;
  readonly dueAt: Date;
  readonly waitsOn: CaseTurn;
  readonly transactionId: string | null;
  readonly merchantId: string;
  readonly clocks: readonly StoredClock[];
  /** By which approvals are asked for here; `facts.approvalsFor` reads the same. */
  readonly approvalRule: ApprovalRule;
  /** What a refund costs by the policy in force here, and who bears it. */
  readonly fees: Pick<PolicyContent, "fee" | "feesBorneBy">;
  /** How long that policy says that things take. */
  readonly promises: PromisedTimes;
  /** As they stood when the facts were read. */
  readonly calendars: CalendarBook;
}

/**
 * Gathers the facts of some cases in one statement, whatever their number, plus one for policies not seen before. Inside the
 * door it runs after the row is locked, in its own statement: a sum read in the locking statement would be an old one.
 */
export async function gatherFacts(
  house: Pick<House, "db" | "clock" | "caseFeatures">,
  db: Db,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, GatheredCase>> {
  const now = house.clock.now();
  const rows = await readRows(house, db, caseIds, now);
  const chosen = new Map(rows.map((row) => [row.id, choosePolicy(row.candidates).chosen.id]));
  const policies = await findPolicyVersions(db, [...new Set(chosen.values())]);
  const calendars = await calendarsOf(house, db, rows[0]);
  return new Map(
    rows.map((row) => {
      const clocks = row.clocks.map(toClock);
      const policy = policies.get(chosen.get(row.id) ?? "");
      if (policy === undefined) throw new Error(`The policy of case ${row.number} is not there`);
      const { approvalTiers } = policy.content;
      const handed = house.caseFeatures.factSources.map((source) => source.read(row.handed[source.name]));
      const [sale, refund] = [toSale(row), handed.find((part) => part.refund !== undefined)?.refund ?? null];
      const approvalRule: ApprovalRule = {
        ...{ approvalTiers, always: row.approvals ?? [], alreadyBackMinor: alreadyBack(sale, refund) },
      };
      return [
        row.id,
        {
          ...toGathered(row, clocks),
          ...{ calendars, approvalRule, fees: policy.content, promises: policy.content },
          facts: toFacts(row, clocks, { handed, sale, refund }, now, approvalRule),
        },
      ] as const;
    }),
  );
}

function readRows(house: Pick<House, "caseFeatures">, db: Db, caseIds: readonly string[], now: Date) {
  const handed = house.caseFeatures.factSources.map((source) => sql`${sql.lit(source.name)}, ${source.json}`);
  return db
    .selectFrom("cases")
    .leftJoin("transaction", "transaction.id", "cases.transaction_id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("decision")
          .select([
            ...(["decision.outcome", "decision.row_number", "decision.straight_through"] as const),
            sql<readonly ApprovalPermission[] | null>`decision.trace->'approvals'`.as("approvals"),
            sql<bigint>`coalesce((decision.facts->>'alreadyBackMinor')::bigint, 0)`.as("already_back_minor"),
          ])
          .whereRef("decision.case_id", "=", "cases.id")
          .orderBy("decision.at", "desc")
          .orderBy("decision.id", "desc")
          .limit(1)
          .as("latest"),
      (join) => join.onTrue(),
    )
    .where("cases.id", "=", sql<string>`any(${caseIds})`)
    .select([
      "cases.id",
      "cases.number",
      "cases.version",
      "cases.state",
      "cases.outcome",
      "cases.origin",
      "cases.currency",
      "cases.amount_minor",
      "cases.returns_to",
      "cases.merchant_answer",
      "cases.assignee_id",
      "cases.snoozed_until",
      "cases.proposed_by_id",
      "cases.proposed_minor",
      "cases.approvals_missing",
      "cases.approved_by_ids",
      "cases.offer_minor",
      "cases.offer_by_id",
      "cases.settles_as",
      "cases.chain_head",
      "cases.event_count",
      "cases.due_at",
      "cases.waits_on",
      "cases.transaction_id",
      "cases.merchant_id",
      "transaction.currency as sale_currency",
      "transaction.captured_minor",
      "transaction.refunded_minor",
      "transaction.in_flight_minor",
      "transaction.charged_back_minor",
      "transaction.paid_twice_minor",
      "latest.outcome as verdict",
      "latest.row_number as verdict_row",
      "latest.straight_through",
      "latest.approvals",
      "latest.already_back_minor",
      policyCandidates(now, scopeOfCases).as("candidates"),
      sql<
        Partial<Record<CheckKind, CheckOutcome>>
      >`coalesce((select jsonb_object_agg(c.kind, c.outcome) from case_check c where c.case_id = cases.id), '{}')`.as(
        "checks",
      ),
      sql<
        readonly ClockJson[]
      >`coalesce((select jsonb_agg(to_jsonb(k)) from case_clock k where k.case_id = cases.id), '[]')`.as("clocks"),
      calendarRevision.as("calendar_revision"),
      openRefundRequestJson.as("waiting"),
      paidStaffIds.as("paid_staff_ids"),
      (handed.length === 0
        ? sql<Record<string, unknown>>`'{}'::jsonb`
        : sql<Record<string, unknown>>`jsonb_build_object(${sql.join(handed)})`
      ).as("handed"),
    ])
    .execute();
}

async function calendarsOf({ db: house }: Pick<House, "db">, db: Db, row: FactRow | undefined): Promise<CalendarBook> {
  return row === undefined ? builtInCalendars : calendarsAt(house, db, row.calendar_revision);
}

type FactRow = Awaited<ReturnType<typeof readRows>>[number];

interface ClockJson {
  readonly id: string;
  readonly rule: string;
  readonly rule_version: number;
  readonly state: StoredClock["state"];
  readonly started_at: string;
  readonly due_at: string | null;
  readonly due_at_given: boolean;
  readonly length: number | null;
  readonly paused_at: string | null;
  readonly paused_ms: number;
  readonly ended_at: string | null;
}

function toClock(json: ClockJson): StoredClock {
  return {
    id: json.id,
    rule: json.rule,
    ruleVersion: json.rule_version,
    state: json.state,
    startedAt: new Date(json.started_at),
    dueAt: json.due_at === null ? null : new Date(json.due_at),
    dueAtGiven: json.due_at_given,
    length: json.length,
    pausedAt: json.paused_at === null ? null : new Date(json.paused_at),
    pausedMs: BigInt(json.paused_ms),
    endedAt: json.ended_at === null ? null : new Date(json.ended_at),
  };
}

function toGathered(
  row: FactRow,
  clocks: readonly StoredClock[],
): Omit<GatheredCase, "facts" | "calendars" | "approvalRule" | "fees" | "promises"> {
  return {
    version: row.version,
    chainHead: row.chain_head,
    eventCount: row.event_count,
    dueAt: row.due_at,
    waitsOn: row.waits_on,
    transactionId: row.transaction_id,
    merchantId: row.merchant_id,
    clocks,
  };
}

/** What other rooms say of the case, and the two of it that the limits look at. */
interface Handed {
  readonly handed: readonly ReturnType<FactSource["read"]>[];
  readonly sale: SaleFacts | null;
  readonly refund: CaseFacts["refund"];
}

function toFacts(
  row: FactRow,
  clocks: readonly StoredClock[],
  { handed, sale, refund }: Handed,
  now: Date,
  approvalRule: ApprovalRule,
): CaseFacts {
  const amount = money(row.amount_minor, row.currency);
  const proposedAmount = row.proposed_minor === null ? null : money(row.proposed_minor, row.currency);
  const settledMinor = handed.find((part) => part.settledMinor !== undefined)?.settledMinor ?? 0n;
  return {
    caseId: row.id,
    number: row.number,
    state: row.state,
    outcome: row.outcome,
    origin: row.origin,
    returnsTo: row.returns_to,
    amount,
    now,
    assigneeId: row.assignee_id,
    snoozedUntil: row.snoozed_until,
    sale,
    checks: Object.fromEntries(checkKinds.map((kind) => [kind, row.checks[kind] ?? "PENDING"])) as Record<
      CheckKind,
      CheckOutcome
    >,
    verdict:
      row.verdict === null
        ? null
        : {
            ...{ outcome: row.verdict, rowNumber: row.verdict_row, straightThrough: row.straight_through === true },
            alreadyBackMinor: row.already_back_minor ?? 0n,
          },
    proposedById: row.proposed_by_id,
    proposedAmount,
    approvalsMissing: row.approvals_missing as CaseFacts["approvalsMissing"],
    approvedByIds: row.approved_by_ids,
    approvalsFor: (asked) => approvalsFor(approvalRule, asked, approvalRule),
    barredFromApproval: row.waiting?.barred ?? [],
    paidStaffIds: row.paid_staff_ids,
    approvalExpiresAt: row.waiting === null ? null : new Date(row.waiting.expiresAt),
    offer: row.offer_minor === null ? null : { amount: money(row.offer_minor, row.currency), byId: row.offer_by_id },
    offerLapsedAt: breachOf(clocks, "offer-answer"),
    offerOpenUntil: row.offer_minor === null ? null : dueOf(clocks, "offer-answer"),
    merchantAnswer: row.merchant_answer,
    appealOpenUntil: dueOf(clocks, "appeal-window"),
    reopenUntil: dueOf(clocks, "reopen-window"),
    settledOutcome:
      row.settles_as ?? (settledMinor + (row.proposed_minor ?? 0n) < row.amount_minor ? "PARTLY_REFUNDED" : "REFUNDED"),
    refund,
    settledMinor,
    takenByBankMinor: handed.find((part) => part.takenByBankMinor !== undefined)?.takenByBankMinor ?? 0n,
    openSteps: new Set(handed.flatMap((part) => part.openSteps ?? [])),
    breachedClocks: new Set(
      caseClocks.map(({ rule }) => rule).filter((rule) => latestOf(clocks, rule)?.state === "BREACHED"),
    ),
  };
}

function toSale(row: FactRow): SaleFacts | null {
  const { sale_currency, captured_minor, refunded_minor, in_flight_minor, charged_back_minor, paid_twice_minor } = row;
  if (
    sale_currency === null ||
    captured_minor === null ||
    refunded_minor === null ||
    in_flight_minor === null ||
    charged_back_minor === null ||
    paid_twice_minor === null
  )
    return null;
  return {
    currency: sale_currency,
    capturedMinor: captured_minor,
    refundedMinor: refunded_minor,
    inFlightMinor: in_flight_minor,
    chargedBackMinor: charged_back_minor,
    paidTwiceMinor: paid_twice_minor,
  };
}

function dueOf(clocks: readonly StoredClock[], rule: string): Date | null {
  return latestOf(clocks, rule)?.dueAt ?? null;
}

function breachOf(clocks: readonly StoredClock[], rule: string): Date | null {
  const last = latestOf(clocks, rule);
  return last?.state === "BREACHED" ? last.dueAt : null;
}

/** A rule can run several times in a case's life; only its last run says anything about now. */
function latestOf(clocks: readonly StoredClock[], rule: string): StoredClock | null {
  const runs = clocks.filter((clock) => clock.rule === rule);
  return runs.reduce<StoredClock | null>(
    (last, run) => (last === null || run.startedAt >= last.startedAt ? run : last),
    null,
  );
}
