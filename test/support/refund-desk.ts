import { pino } from "pino";
import { openCase } from "../../server/cases/actions/open-case.ts";
import { performCaseAction } from "../../server/cases/actions/perform-case-action.ts";
import { checkKinds } from "../../server/cases/domain/checks.ts";
import type { CaseMove } from "../../server/cases/domain/decide.ts";
import { jobHandlers } from "../../server/job-handlers.ts";
import { newId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { openChannels } from "../../server/notices/channels/open-channels.ts";
import { openHouse } from "../../server/open-house.ts";
import { publishDefaultPolicy } from "../../server/policies/actions/publish-default-policy.ts";
import { simulatedAcquirer } from "../../server/providers/simulated-acquirer.ts";
import type { House } from "../../server/request-context.ts";
import { type Actor, staffActor, systemActor } from "../../server/staff/domain/actor.ts";
import { builtInBook } from "../../server/staff/domain/role-book.ts";
import { givenTrained } from "./trained.ts";

export interface RefundDeskSettings {
  readonly databaseUrl: string;
  /** Null: a desk that only enqueues. */
  readonly acquirer: { readonly url: string; readonly timeoutMs: number } | null;
  readonly connections?: number;
}

export type RefundDesk = Awaited<ReturnType<typeof openRefundDesk>>;

/** A house over real PostgreSQL, with workers that speak to the acquirer at that address. */
export async function openRefundDesk({ databaseUrl, acquirer, connections = 20 }: RefundDeskSettings) {
  const works = acquirer !== null;
  const log = pino({ level: "fatal" });
  const house = await openHouse({
    databaseUrl,
    authSecret: "a secret of more than thirty-two characters",
    connections,
    works,
    log,
  });
  await publishDefaultPolicy(house.db, house.clock.now());
  if (works)
    await house.jobs.startWorkers(
      house,
      jobHandlers({ "simulated-acquirer": simulatedAcquirer(acquirer) }, mailboxOnly(house.signing)),
    );
  return { house, db: house.db, close: () => house.close() };
}

/** Somebody of the desk, with a row that proposals can name. */
export async function givenStaff(
  house: House,
  role: "SUPPORT_AGENT" | "SUPERVISOR" | "COMPLIANCE_OFFICER",
): Promise<Actor> {
  const id = newId();
  const name = `${role} ${id.slice(-4)}`;
  await house.db
    .insertInto("staff")
    .values({ id, email: `${id}@desk.test`, name, role, created_at: house.clock.now() })
    .execute();
  await givenTrained(house.db, id);
  return staffActor({ roles: builtInBook, id, role, name, merchantId: null, institutionId: null });
}

export interface GivenSale {
  readonly id: string;
  readonly merchantId: string;
  readonly reference: string;
}

/** A settled sale of that much. */
export async function givenSale({ db, clock }: House, capturedMinor: bigint): Promise<GivenSale> {
  const [id, merchantId, at] = [newId(), newId(), clock.now()];
  const reference = `T-${id}`;
  await db
    .insertInto("merchant")
    .values({ id: merchantId, merchant_number: `M-${merchantId}`, name: "Tea House", created_at: at })
    .execute();
  await db
    .insertInto("transaction")
    .values({
      id,
      acquirer_reference: reference,
      merchant_id: merchantId,
      kind: "SALE",
      network: "UNIONPAY",
      card_last4: "4242",
      currency: "CNY",
      captured_minor: capturedMinor,
      processed_at: at,
      settled_at: at,
      created_at: at,
    })
    .execute();
  return { id, merchantId, reference };
}

/** A case under verification, over that sale, on which every check has passed. */
export async function givenCheckedCase(house: House, sale: GivenSale, amountMinor: bigint): Promise<string> {
  const ctx = { ...house, actor: systemActor, locale: "en" as const };
  return house.db.transaction().execute(async (db) => {
    const { caseId } = await openCase(db, ctx, {
      state: "VERIFYING",
      origin: "CUSTOMER",
      channel: "COUNTER",
      reason: "DUPLICATE_CHARGE",
      amount: money(amountMinor, "CNY"),
      transactionId: sale.id,
      merchantId: sale.merchantId,
      customer: null,
      story: null,
    });
    const passed = { outcome: "PASSED", automatic: false, basis: "", at: house.clock.now() } as const;
    await db
      .insertInto("case_check")
      .values(checkKinds.map((kind) => ({ case_id: caseId, kind, ...passed })))
      .onConflict((conflict) => conflict.columns(["case_id", "kind"]).doUpdateSet(passed))
      .execute();
    return caseId;
  });
}

/** Acts on the case as it stands, through the door. */
export async function act(house: House, actor: Actor, caseId: string, move: CaseMove, key: string = newId()) {
  const { version } = await house.db
    .selectFrom("cases")
    .select("version")
    .where("id", "=", caseId)
    .executeTakeFirstOrThrow();
  return performCaseAction(
    { ...house, actor, locale: "en" },
    { ...move, caseId, expectedVersion: version, idempotencyKey: key },
  );
}

/** A refund of that much, on its way: the agent approves within the limit. */
export async function givenRefund(house: House, agent: Actor, sale: GivenSale, amountMinor: bigint): Promise<string> {
  const caseId = await givenCheckedCase(house, sale, amountMinor);
  const amount = money(amountMinor, "CNY");
  const result = await act(house, agent, caseId, {
    action: "APPROVE_REFUND",
    input: { amount, reason: "seen at the counter", messageToCustomer: null },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return caseId;
}

export function refundOf(house: House, caseId: string) {
  return house.db
    .selectFrom("refund")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
}

export function caseOf(house: House, caseId: string) {
  return house.db.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirstOrThrow();
}

/** The sale's money: what went, what is held, what the bank took. */
export async function moneyOf(house: House, sale: GivenSale) {
  const row = await house.db.selectFrom("transaction").selectAll().where("id", "=", sale.id).executeTakeFirstOrThrow();
  return { refunded: row.refunded_minor, inFlight: row.in_flight_minor, chargedBack: row.charged_back_minor };
}

/** What these desks tell stays with them. */
function mailboxOnly(signing: House["signing"]) {
  const delivery = { smtpUrl: null, mailFrom: "", smsGateway: null, webhooksToPrivateAddresses: false };
  return openChannels({ demo: true, publicUrl: "http://localhost:4000", delivery }, signing);
}
