import { decideApproval } from "../../server/approvals/actions/decide-approval.ts";
import type { ApprovalSubjectKind } from "../../server/approvals/domain/words.ts";
import type { OpenCase } from "../../server/cases/actions/open-case.ts";
import type { CheckKind } from "../../server/cases/domain/checks.ts";
import type { CaseMove } from "../../server/cases/domain/decide.ts";
import { rowId } from "../../server/graphql/ids.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { canonicalJson, sha256 } from "../../server/platform/journal.ts";
import { markSent } from "../../server/refunds/actions/mark-sent.ts";
import { toDetail } from "../../server/refunds/domain/provider-report.ts";
import { findLatestRefund, findRefund } from "../../server/refunds/queries/find-refund.ts";
import { type Actor, customerActor, systemActor } from "../../server/staff/domain/actor.ts";
import type { StaffRole } from "../../server/staff/domain/roles.ts";
import type { TestApi } from "./api.ts";
import { actOn, type GivenCase, givenCase, staffActorOf } from "./given-case.ts";

/** Somebody who acts on a case: a role of the desk, the case's own customer, or the desk itself. */
export type Hand = StaffRole | "CUSTOMER" | "SYSTEM";

/** CNY 129.00 is within an agent's own limit; CNY 1,200.00 is not. */
const [SMALL, LARGE] = [12_900n, 120_000n];

/** Takes one step through the door as it stands. */
export async function step(api: TestApi, found: GivenCase, hand: Hand, move: CaseMove): Promise<void> {
  const actor =
    hand === "SYSTEM"
      ? systemActor
      : hand === "CUSTOMER"
        ? customerActor(found.caseId, "")
        : await staffActorOf(api, hand);
  await actOn(api, actor, found.caseId, move);
}

/** A case as it may be met, of the merchant and the bank whose people `api.as` gives. Every step goes through the door. */
export type Stage = (api: TestApi) => Promise<GivenCase>;

export const fresh =
  (change: Partial<OpenCase> = {}): Stage =>
  (api) =>
    givenCase(api, { merchantId: api.own.merchantId, institutionId: api.own.institutionId, ...change });

/** What follows upon a stage. */
const then =
  (stage: Stage, ...steps: readonly (readonly [Hand, CaseMove])[]): Stage =>
  async (api) => {
    const found = await stage(api);
    for (const [hand, move] of steps) await step(api, found, hand, move);
    return found;
  };

const agent = "SUPPORT_AGENT";
const words = { message: "Here is what happened." };
const reason = "seen at the counter";
const cny = (minor: bigint) => money(minor, "CNY");

export const newCase = fresh();
/** What was typed off the slip fits no payment; the one that it is about is on file all the same. */
export const withoutPayment = fresh({ transactionId: null });
export const awaitingCustomer = then(newCase, [agent, { action: "REQUEST_INFORMATION", input: words }]);
export const verifying = then(newCase, [agent, { action: "BEGIN_VERIFICATION", input: {} }]);

const checked = (amount: bigint): Stage =>
  then(
    fresh({ amount: cny(amount) }),
    [agent, { action: "BEGIN_VERIFICATION", input: {} }],
    ["MERCHANT_VERIFIER", { action: "RECORD_MERCHANT_ANSWER", input: { confirms: true, ...words } }],
    ...(["PROOF_PRESENT", "IDENTITY_CONFIRMED", "GOODS_STATE"] as const).map(
      (check) => [agent, { action: "RECORD_CHECK", input: { check, outcome: "PASSED", reason: null } }] as const,
    ),
  );
export const readyToApprove = checked(SMALL);

const approved = (amount: bigint): Stage =>
  then(checked(amount), [
    agent,
    { action: "APPROVE_REFUND", input: { amount: cny(amount), reason, messageToCustomer: null } },
  ]);
export const refunding = approved(SMALL);
export const awaitingApproval = approved(LARGE);

/** The acquirer has said no, for now. */
export const failed: Stage = async (api) => {
  const found = await refunding(api);
  const { db } = api.house;
  const id = (await findLatestRefund(db, found.caseId))?.id ?? "";
  const refund = await findRefund(db, id);
  if (refund === undefined || (await markSent(api.house, refund)) === null) throw new Error("The refund was not sent");
  const { instruction_key: key } = refund;
  const detail = toDetail({ event: "DECLINE_FOR_NOW", key, reference: null, code: "51", notBefore: null });
  await step(api, found, "SYSTEM", { action: "FAIL_REFUND", input: { refundId: id, detail } });
  return found;
};

/** A file of the desk's that proves a payment; its id as the wire names it. */
export async function givenPaymentProof(api: TestApi, caseId: string): Promise<string> {
  const id = await givenUnlinkedFile(api, caseId);
  const evidenceId = rowId(id, "Evidence") ?? "";
  const proof = { kind: "PAYMENT_PROOF", uploaded_by_role: "SUPPORT_AGENT" } as const;
  await api.house.db.updateTable("evidence").set(proof).where("id", "=", evidenceId).execute();
  const agent = await staffActorOf(api, "SUPPORT_AGENT");
  await actOn(api, agent, caseId, { action: "ATTACH_EVIDENCE", input: { evidenceId, detail: {} } });
  return id;
}

/** The open request of this kind on a case, agreed to by whoever has the role; one word, the next level is another's. */
export async function agreeTo(
  api: TestApi,
  { caseId }: GivenCase,
  kind: ApprovalSubjectKind,
  by: StaffRole | Actor = "SUPERVISOR",
): Promise<void> {
  const actor = typeof by === "string" ? await staffActorOf(api, by) : by;
  const request = await api.house.db
    .selectFrom("approval_request")
    .select(["id", "version"])
    .where("case_id", "=", caseId)
    .where("subject_kind", "=", kind)
    .where("state", "=", "OPEN")
    .executeTakeFirstOrThrow();
  const said = { verdict: "GRANT", note: null, idempotencyKey: newId() } as const;
  const answer = await decideApproval(
    { ...api.house, actor, locale: "en" },
    { requestId: request.id, expectedVersion: request.version, ...said },
  );
  if (!answer.ok) throw new Error(`${kind} was not agreed to: ${canonicalJson(answer.error)}`);
}

/** A check let go in the only way there is: an agent asks, a supervisor agrees. */
export async function waive(api: TestApi, found: GivenCase, check: CheckKind, why = reason): Promise<void> {
  const input = { check, outcome: "WAIVED", reason: why } as const;
  await step(api, found, agent, { action: "PROPOSE_CHECK_WAIVER", input });
  await agreeTo(api, found, "CHECK_WAIVER");
}

export const declined = then(verifying, [
  agent,
  { action: "DECLINE_REQUEST", input: { reason, overrideReason: reason } },
]);
export const negotiating = then(declined, ["CUSTOMER", { action: "CONTEST_DECISION", input: words }]);
export const offered = then(negotiating, [
  agent,
  { action: "MAKE_OFFER", input: { amount: cny(5_000n), ...words, overrideReason: reason } },
]);
export const closed = then(newCase, ["CUSTOMER", { action: "WITHDRAW", input: { message: null } }]);

/** Taken to the bank; the case stays with the bank whose officer `api.as` gives, though the network names another. */
export const atBank: Stage = async (api) => {
  const escalate = { action: "ESCALATE_TO_BANK", input: { reasonCode: "13.1", ...words } } as const;
  const found = await then(negotiating, [agent, escalate])(api);
  const institution = { institution_id: api.own.institutionId };
  await api.house.db.updateTable("cases").set(institution).where("id", "=", found.caseId).execute();
  return found;
};

export const atAgency = then(negotiating, [
  agent,
  { action: "REFER_TO_AGENCY", input: { agency: "CN-12315", ...words } },
]);
/** Put aside for a week. */
export const snoozed: Stage = async (api) => {
  const found = await newCase(api);
  const until = new Date(api.clock.now().getTime() + 7 * 86_400_000);
  await step(api, found, agent, { action: "SNOOZE", input: { until } });
  return found;
};
export const acknowledged = then(atAgency, [
  agent,
  { action: "ADVANCE_REFERRAL", input: { step: "referral:ACKNOWLEDGE", detail: {} } },
]);

/** A file that was kept and not linked, as a server leaves it that dies in between. */
export async function givenUnlinkedFile({ house }: TestApi, caseId: string): Promise<string> {
  const id = newId();
  await house.db
    .insertInto("evidence")
    .values({
      id,
      case_id: caseId,
      kind: "RECEIPT",
      file_name: "slip.png",
      media_type: "image/png",
      bytes: id.length,
      sha256: sha256(id),
      uploaded_by_role: "CUSTOMER",
      created_at: house.clock.now(),
    })
    .execute();
  await house.db
    .insertInto("evidence_content")
    .values({ evidence_id: id, content: Buffer.from(id) })
    .execute();
  return toGlobalId("Evidence", id);
}
