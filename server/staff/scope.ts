import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Db } from "../platform/database/database.ts";
import type { Tables } from "../tables.ts";
import type { Actor } from "./domain/actor.ts";
import type { Role } from "./domain/roles.ts";

/**
 * The one place that says which rows someone can see at all. Every read of cases, or of what hangs off them, goes through
 * here, so that a row outside the scope is not there for them, rather than forbidden.
 */
type Sight = "ALL" | "NONE" | "OWN_MERCHANT" | "OWN_INSTITUTION" | "OWN_CASE";

const caseSight: Readonly<Record<Role, Sight>> = {
  CUSTOMER: "OWN_CASE",
  SUPPORT_AGENT: "ALL",
  SUPERVISOR: "ALL",
  MERCHANT_VERIFIER: "OWN_MERCHANT",
  BANK_OFFICER: "OWN_INSTITUTION",
  COMPLIANCE_OFFICER: "ALL",
  TRAINER: "NONE",
  ADMINISTRATOR: "NONE",
  SYSTEM: "ALL",
};

/** Whether this role has any case in sight: without one, a right on cases would be an empty word. */
export function seesCases(role: Role): boolean {
  return caseSight[role] !== "NONE";
}

/** Administrators read transactions and merchants because they run the imports; of cases they see none. */
const transactionSight: Readonly<Record<Role, Sight>> = { ...caseSight, ADMINISTRATOR: "ALL" };

/** The same as plain words, for counters that are kept by scope; `id` is whose own it is. */
export function sightOfCases(actor: Actor): { readonly of: Sight; readonly id: string | null } {
  const of = caseSight[actor.role];
  return { of, id: of === "OWN_MERCHANT" ? actor.merchantId : of === "OWN_INSTITUTION" ? actor.institutionId : null };
}

/** The cases that someone can see: every read of cases starts from this. */
export function casesInSight(db: Db, actor: Actor) {
  return db.selectFrom("cases").where((eb) => inSight(eb, actor));
}

/** The same for a statement that joins `cases`: `.where((eb) => inSight(eb, actor))`. */
export function inSight(eb: ExpressionBuilder<Tables, "cases">, actor: Actor): Expression<SqlBool> {
  switch (caseSight[actor.role]) {
    case "ALL":
      return eb.lit(true);
    case "NONE":
      return eb.lit(false);
    case "OWN_MERCHANT":
      return actor.merchantId === null ? eb.lit(false) : eb("cases.merchant_id", "=", actor.merchantId);
    case "OWN_INSTITUTION":
      return actor.institutionId === null ? eb.lit(false) : eb("cases.institution_id", "=", actor.institutionId);
    case "OWN_CASE":
      return actor.caseId === null ? eb.lit(false) : eb("cases.id", "=", actor.caseId);
  }
}

/** The transactions that someone can see; a bank or a customer sees one through a case of theirs. */
export function transactionsInSight(db: Db, actor: Actor) {
  return db.selectFrom("transaction").where((eb) => transactionInSight(eb, actor));
}

/** The same for a statement that joins `transaction`. */
export function transactionInSight(eb: ExpressionBuilder<Tables, "transaction">, actor: Actor): Expression<SqlBool> {
  switch (transactionSight[actor.role]) {
    case "ALL":
      return eb.lit(true);
    case "NONE":
      return eb.lit(false);
    case "OWN_MERCHANT":
      return actor.merchantId === null ? eb.lit(false) : eb("transaction.merchant_id", "=", actor.merchantId);
    default:
      return eb.exists(
        eb
          .selectFrom("cases")
          .select((inner) => inner.lit(1).as("one"))
          .whereRef("cases.transaction_id", "=", "transaction.id")
          .where((inner) => inSight(inner, actor)),
      );
  }
}

/** The training records that someone can see: their own, and for whoever watches over training everybody's. */
export function recordInSight(eb: ExpressionBuilder<Tables, "training_record">, actor: Actor): Expression<SqlBool> {
  if (actor.permissions.has("training.read")) return eb.lit(true);
  return actor.id === null ? eb.lit(false) : eb("training_record.staff_id", "=", actor.id);
}

/** The merchants that someone can look through; who sold in a case they see, they may know anyway. */
export function merchantsInSight(db: Db, actor: Actor) {
  return db.selectFrom("merchant").where((eb) => merchantInSight(eb, actor));
}

function merchantInSight(eb: ExpressionBuilder<Tables, "merchant">, actor: Actor): Expression<SqlBool> {
  switch (transactionSight[actor.role]) {
    case "ALL":
      return eb.lit(true);
    case "NONE":
      return eb.lit(false);
    case "OWN_MERCHANT":
      return actor.merchantId === null ? eb.lit(false) : eb("merchant.id", "=", actor.merchantId);
    default:
      return eb.exists(
        eb
          .selectFrom("cases")
          .select((inner) => inner.lit(1).as("one"))
          .whereRef("cases.merchant_id", "=", "merchant.id")
          .where((inner) => inSight(inner, actor)),
      );
  }
}

/**
 * Notices name readers, so each side sees what it was told itself; what passed between the desk and others is the desk's. An
 * invitation opens a place at the desk: it is seen by who may invite, and by nobody else.
 */
export function noticesInSight(db: Db, actor: Actor) {
  return db.selectFrom("notice").where((eb) => {
    switch (caseSight[actor.role]) {
      case "ALL":
        return actor.permissions.has("staff.manage") ? eb.lit(true) : eb("notice.kind", "!=", "STAFF_INVITED");
      case "OWN_MERCHANT":
        return actor.merchantId === null
          ? eb.lit(false)
          : eb.and([eb("notice.merchant_id", "=", actor.merchantId), eb("notice.audience", "=", "MERCHANT")]);
      case "OWN_INSTITUTION":
        return actor.institutionId === null
          ? eb.lit(false)
          : eb.and([eb("notice.institution_id", "=", actor.institutionId), eb("notice.audience", "=", "BANK")]);
      default:
        return eb.lit(false);
    }
  });
}
