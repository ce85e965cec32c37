import { sql } from "kysely";
import { caseWords } from "../../cases/domain/case-words.ts";
import { shownContact } from "../../cases/domain/shown-contact.ts";
import { findCustomers } from "../../cases/queries/case-parts.ts";
import { type CaseRow, caseCursor, listCases } from "../../cases/queries/find-cases.ts";
import { fits } from "../../cases/queries/narrow-cases.ts";
import { localised } from "../../graphql/locale.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Locale } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { findStaff } from "../../staff/queries/find-staff.ts";
import { casesInSight } from "../../staff/scope.ts";
import { transactionWords } from "../../transactions/domain/transaction-words.ts";
import { findTransactions } from "../../transactions/queries/find-transactions.ts";
import { amountCell, momentCell } from "../domain/cells.ts";
import type { SheetRow } from "../domain/columns.ts";
import { countAtMost } from "./count-at-most.ts";
import { asPage, byId, type Sheet } from "./sheet.ts";
import { whoSold } from "./who-sold.ts";

export const caseSheet: Sheet<"CASES"> = {
  count: (db, actor, filter, most) =>
    countAtMost(
      db,
      casesInSight(db, actor)
        .where((eb) => fits(eb, filter))
        .select(sql.lit(1).as("one"))
        .limit(sql.lit(most)),
    ),
  page: async (db, actor, filter, page) =>
    asPage(
      await listCases(db, actor, filter, "NEWEST", page),
      page,
      caseCursor("NEWEST"),
      (rows) => caseLines(db, actor, rows, page.locale),
      (rows) => (actor.permissions.has("customer.readContact") ? rows.filter(hasCustomer).map(({ id }) => id) : []),
    ),
};

async function caseLines(
  db: Db,
  actor: Actor,
  rows: readonly CaseRow[],
  locale: Locale,
): Promise<readonly SheetRow<"CASES">[]> {
  const mayReadContact = actor.permissions.has("customer.readContact");
  const mayReadStaff = actor.permissions.has("staff.read");
  const assigneeIds = mayReadStaff ? rows.flatMap(({ assignee_id: id }) => id ?? []) : [];
  const [merchantOf, customers, sales, people] = await Promise.all([
    whoSold(
      db,
      rows.map((row) => row.merchant_id),
      locale,
    ),
    findCustomers(
      db,
      rows.flatMap(({ customer_id: id }) => id ?? []),
    ).then(byId),
    findTransactions(
      db,
      actor,
      rows.flatMap(({ transaction_id: id }) => id ?? []),
    ).then(byId),
    findStaff(db, [...new Set(assigneeIds)]).then(byId),
  ]);
  return rows.map((row) => {
    const customer = customers.get(row.customer_id ?? "");
    const contact = customer === undefined ? null : shownContact(customer, mayReadContact);
    const sale = sales.get(row.transaction_id ?? "");
    return {
      number: row.number,
      state: localised(caseWords.state[row.state], locale),
      stage: localised(caseWords.stage[row.stage], locale),
      outcome: row.outcome === null ? "" : localised(caseWords.outcome[row.outcome], locale),
      reason: localised(caseWords.reason[row.reason], locale),
      channel: localised(caseWords.channel[row.channel], locale),
      currency: row.currency,
      amount: amountCell(row.amount_minor, row.currency),
      customer: contact?.name ?? "",
      phone: contact?.phone ?? "",
      email: contact?.email ?? "",
      ...merchantOf(row.merchant_id),
      acquirerReference: sale?.acquirer_reference ?? "",
      network: sale === undefined ? "" : localised(transactionWords.network[sale.network], locale),
      cardLast4: sale?.card_last4 ?? "",
      assignee: people.get(row.assignee_id ?? "")?.name ?? "",
      openedAt: momentCell(row.opened_at),
      dueAt: momentCell(row.closed_at === null ? row.due_at : null),
      closedAt: momentCell(row.closed_at),
      stateCode: row.state,
      stageCode: row.stage,
      outcomeCode: row.outcome ?? "",
      requestReasonCode: row.reason,
      channelCode: row.channel,
      networkCode: sale?.network ?? "",
    };
  });
}

function hasCustomer({ customer_id }: CaseRow): boolean {
  return customer_id !== null;
}
