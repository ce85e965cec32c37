import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import type { Tables } from "../../tables.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";
import type { Needs } from "../domain/needs-of.ts";
import type { Overturner } from "../domain/overturners.ts";
import type { CaseTurn } from "../domain/waits-on.ts";
import type {
  CaseChannel,
  CaseEventKind,
  CaseOrigin,
  CaseOutcome,
  CaseReason,
  CaseStage,
  CaseState,
} from "../domain/words.ts";
import { firstOverturner } from "./first-overturner.ts";

/** What a list of cases is narrowed to; everything left out is not asked. */
export interface CaseFilter {
  readonly states?: readonly CaseState[];
  readonly stages?: readonly CaseStage[];
  readonly reasons?: readonly CaseReason[];
  readonly channels?: readonly CaseChannel[];
  readonly origins?: readonly CaseOrigin[];
  readonly outcomes?: readonly CaseOutcome[];
  readonly networks?: readonly CardNetwork[];
  /** Open cases only, or closed ones only. */
  readonly open?: boolean;
  /** Members of staff by id; null is nobody. */
  readonly assignees?: readonly (string | null)[];
  readonly merchantId?: string;
  readonly currency?: string;
  readonly amountAtLeastMinor?: bigint;
  readonly amountAtMostMinor?: bigint;
  readonly dueBefore?: Date;
  readonly dueWithin?: Date;
  readonly openedFrom?: Date;
  readonly openedBefore?: Date;
  readonly closedFrom?: Date;
  readonly closedBefore?: Date;
  /** Cases that were decided by one of these at any time. */
  readonly policyVersions?: readonly string[];
  readonly happened?: Happened;
  /** Cases that wait for one of these. */
  readonly waitsOn?: readonly CaseTurn[];
  /** Cases that wait for somebody who may do what the viewer may; what they proposed themselves is not theirs to approve. */
  readonly needs?: Needs;
}

/** Something of these kinds happened to the case in a span of time, and was overturned afterwards where that is asked. */
export interface Happened {
  readonly kinds: readonly CaseEventKind[];
  readonly from: Date;
  readonly before: Date;
  readonly overturnedBy?: readonly Overturner[];
}

type Cases = ExpressionBuilder<Tables, "cases">;
type Condition<K extends keyof CaseFilter> = (eb: Cases, value: NonNullable<CaseFilter[K]>) => Expression<SqlBool>;
type Conditions = { readonly [K in keyof Required<CaseFilter>]: Condition<K> };

const conditions: Conditions = {
  states: (eb, states) => eb("cases.state", "=", sql<CaseState>`any(${states})`),
  stages: (eb, stages) => eb("cases.stage", "=", sql<CaseStage>`any(${stages})`),
  reasons: (eb, reasons) => eb("cases.reason", "=", sql<CaseReason>`any(${reasons})`),
  channels: (eb, channels) => eb("cases.channel", "=", sql<CaseChannel>`any(${channels})`),
  origins: (eb, origins) => eb("cases.origin", "=", sql<CaseOrigin>`any(${origins})`),
  outcomes: (eb, outcomes) => eb("cases.outcome", "=", sql<CaseOutcome>`any(${outcomes})`),
  networks: (eb, networks) =>
    eb.exists(
      eb
        .selectFrom("transaction")
        .select((inner) => inner.lit(1).as("one"))
        .whereRef("transaction.id", "=", "cases.transaction_id")
        .where("transaction.network", "=", sql<CardNetwork>`any(${networks})`),
    ),
  open: (eb, open) => eb("cases.closed_at", open ? "is" : "is not", null),
  assignees: (eb, assignees) =>
    eb.or(
      assignees.map((id) => (id === null ? eb("cases.assignee_id", "is", null) : eb("cases.assignee_id", "=", id))),
    ),
  merchantId: (eb, id) => eb("cases.merchant_id", "=", id),
  currency: (eb, currency) => eb("cases.currency", "=", currency),
  amountAtLeastMinor: (eb, minor) => eb("cases.amount_minor", ">=", minor),
  amountAtMostMinor: (eb, minor) => eb("cases.amount_minor", "<=", minor),
  dueBefore: (eb, at) => eb("cases.due_at", "<", at),
  dueWithin: (eb, at) => eb("cases.due_at", "<", at),
  openedFrom: (eb, at) => eb("cases.opened_at", ">=", at),
  openedBefore: (eb, at) => eb("cases.opened_at", "<", at),
  closedFrom: (eb, at) => eb("cases.closed_at", ">=", at),
  closedBefore: (eb, at) => eb("cases.closed_at", "<", at),
  policyVersions: (eb, ids) =>
    eb.exists(
      eb
        .selectFrom("decision")
        .select((inner) => inner.lit(1).as("one"))
        .whereRef("decision.case_id", "=", "cases.id")
        .where("decision.policy_version_id", "=", sql<string>`any(${ids}::uuid[])`),
    ),
  happened: (eb, { kinds, from, before, overturnedBy }) =>
    eb.exists(
      eb
        .selectFrom("case_event as event")
        .select((inner) => inner.lit(1).as("one"))
        .whereRef("event.case_id", "=", "cases.id")
        .where("event.kind", "=", sql<CaseEventKind>`any(${kinds}::text[])`)
        .where("event.at", ">=", from)
        .where("event.at", "<", before)
        .$if(overturnedBy !== undefined, (query) =>
          query.where(sql<boolean>`${firstOverturner("event")} = any(${overturnedBy}::text[])`),
        ),
    ),
  waitsOn: (eb, turns) => eb("cases.waits_on", "=", sql<CaseTurn>`any(${turns})`),
  needs: (eb, { turns, notTheirs }) =>
    eb.and([
      eb("cases.closed_at", "is", null),
      eb("cases.waits_on", "=", sql<CaseTurn>`any(${turns})`),
      ...(notTheirs.length === 0
        ? []
        : [sql<SqlBool>`not (cases.state = 'AWAITING_APPROVAL' and ${isProposedBy(notTheirs)})`]),
    ]),
};

/** What waits for an approval that the viewer does not give, because of who proposed it. */
export function isProposedBy(notTheirs: Needs["notTheirs"]): RawBuilder<boolean> {
  const pairs = notTheirs.map(
    ({ turn, proposedById }) => sql`(waits_on = ${turn} and proposed_by_id is not distinct from ${proposedById}::uuid)`,
  );
  return sql<boolean>`(${sql.join(pairs, sql` or `)})`;
}

const names = Object.keys(conditions).filter((name): name is keyof CaseFilter => name in conditions);

/** The rows that fit: for `.where((eb) => fits(eb, filter))`. */
export function fits(eb: Cases, filter: CaseFilter): Expression<SqlBool> {
  return eb.and(names.flatMap((name) => conditionsOf(eb, filter, name)));
}

function conditionsOf<K extends keyof CaseFilter>(eb: Cases, filter: CaseFilter, name: K): Expression<SqlBool>[] {
  const value = filter[name];
  const condition: Condition<K> = conditions[name];
  return value === undefined ? [] : [condition(eb, value)];
}
