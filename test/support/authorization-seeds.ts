import { sql } from "kysely";
import { requestApproval } from "../../server/approvals/actions/request-approval.ts";
import { verifyEverything } from "../../server/audit/actions/verify-everything.ts";
import { openCase } from "../../server/cases/actions/open-case.ts";
import { performCaseAction } from "../../server/cases/actions/perform-case-action.ts";
import type { CaseMove } from "../../server/cases/domain/decide.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { writeRegistryEvent } from "../../server/merchants/actions/write-registry-event.ts";
import type { Db } from "../../server/platform/database/database.ts";
import { sha256 } from "../../server/platform/journal.ts";
import { recordDraftEvent } from "../../server/policies/actions/record-draft-event.ts";
import { startDraft } from "../../server/policies/actions/start-draft.ts";
import type { ActionContext } from "../../server/request-context.ts";
import { proposeRoleChange } from "../../server/roles/actions/propose-role-change.ts";
import { inviteStaff } from "../../server/staff/actions/invite-staff.ts";
import { type Actor, staffActor, systemActor } from "../../server/staff/domain/actor.ts";
import { builtInBook } from "../../server/staff/domain/role-book.ts";
import { staffRoles } from "../../server/staff/domain/roles.ts";
import { policyFacts } from "./a-policy.ts";
import type { TestApi } from "./api.ts";
import { step } from "./case-stages.ts";
import { givenApiKey } from "./given-api-key.ts";
import { givenCase } from "./given-case.ts";
import { givenInstitution, givenMerchant, givenSale } from "./given-rows.ts";
import { type SeededSample, seedSample } from "./seed-sample.ts";
import { givenTrained, givenUntrained } from "./trained.ts";
import { givenWebhook } from "./webhook-attempts.ts";

/** One case with all that hangs off it, as the probes look for it. */
export interface SeededCase {
  readonly caseId: string;
  readonly id: string;
  readonly number: string;
  readonly merchantId: string;
  readonly transactionId: string;
  readonly refundId: string;
  readonly referralId: string;
  readonly disputeId: string;
  /** As the wire names it. */
  readonly approvalId: string;
  readonly linkToken: string;
}

/** The case that the narrow roles own, and one that is another's in every respect. */
export interface Seeds {
  readonly own: SeededCase;
  readonly other: SeededCase;
  /** Who works on both. */
  readonly assigneeId: string;
  /** An import that has left a bad row behind. */
  readonly importId: string;
  readonly templateId: string;
  /** A course that is published. */
  readonly courseId: string;
  /** An attempt at a quiz of everybody's who has learned anything. */
  readonly quizIds: readonly string[];
  /** A draft of the policy for everyone. */
  readonly policyDraftId: string;
  /** A sample of both cases; a finding of one's own is the agent's to correct. */
  readonly sample: SeededSample;
}

/** `beforeOther`: what is asked while nothing of the other case is there yet, and all the rest is. */
export async function seedTwoCases(
  api: TestApi,
  beforeOther: (own: SeededCase) => Promise<void> = () => Promise.resolve(),
): Promise<Seeds> {
  const { db } = api.house;
  const agent = api.as("SUPPORT_AGENT");
  const actor = staffActor({
    roles: builtInBook,
    id: agent.staffId,
    name: "agent",
    role: "SUPPORT_AGENT",
    merchantId: null,
    institutionId: null,
  });
  // Ahead, so that nobody's rights are another's yet.
  await db
    .insertInto("delegation")
    .values({
      id: newId(),
      staff_id: api.as("SUPERVISOR").staffId,
      delegate_id: agent.staffId,
      starts_at: new Date(Date.now() + 86_400_000),
      ends_at: new Date(Date.now() + 2 * 86_400_000),
      created_at: new Date(),
    })
    .execute();
  await seedInvited(api);
  const apiKeyId = await seedApiKeys(api);
  await seedRegistry(api);
  // What they did on the cases they did by their machine's key.
  const machine: Actor = { ...actor, key: { id: apiKeyId, scopes: [] } };
  const own = await seedCase(api, machine, api.own);
  await verifyEverything(db, api.clock, "NIGHTLY");
  const house = {
    assigneeId: toGlobalId("Staff", agent.staffId),
    importId: await seedImport(db),
    policyDraftId: await seedDraft(api),
    templateId: await seedTemplate(db),
    courseId: await seedTraining(api, actor, own.caseId),
    quizIds: await seedQuizzes(db),
  };
  await beforeOther(own);
  const others = { merchantId: await givenMerchant(db), institutionId: await givenInstitution(db) };
  const other = await seedCase(api, machine, others);
  await seedEnded(api);
  return { ...house, own, other, sample: await seedSample(api, { own, other }) };
}

/** Somebody who has a history and an invitation, and a role that is to be changed, for the fields that only administrators see. */
async function seedInvited({ house, as }: TestApi): Promise<void> {
  const role = "ADMINISTRATOR";
  const actor = staffActor({
    roles: builtInBook,
    id: as(role).staffId,
    name: "admin",
    role,
    merchantId: null,
    institutionId: null,
  });
  const placement = { role: "TRAINER", merchantId: null, institutionId: null } as const;
  const person = { email: "invited@redress.test", name: "Invited", locale: "en", ...placement } as const;
  const invited = await inviteStaff({ ...house, actor, locale: "en" }, person);
  if (!invited.ok) throw new Error("Nobody was invited");
  const change = { role: "TRAINER", permissions: ["training.learn"], key: newId(), reason: "Narrowed." } as const;
  const proposed = await proposeRoleChange({ ...house, actor, locale: "en" }, { ...change, expectedVersion: 1 });
  if (!proposed.ok) throw new Error("No role was to be changed");
}

/** A closed case about which its customer has written since, for whoever leads the desk. */
async function seedEnded(api: TestApi): Promise<void> {
  const found = await givenCase(api);
  await step(api, found, "CUSTOMER", { action: "WITHDRAW", input: { message: null } });
  await step(api, found, "CUSTOMER", { action: "SEND_MESSAGE", input: { thread: "CUSTOMER", message: "And yet." } });
}

/** A terminal, a webhook endpoint and histories, for the fields that only administrators see. */
async function seedRegistry(api: TestApi): Promise<void> {
  const { house, as, own } = api;
  const { merchantId, institutionId } = own;
  const [actorId, at] = [as("ADMINISTRATOR").staffId, new Date()];
  const terminal = { id: newId(), merchant_id: merchantId, terminal_number: "T-SEEDED", created_at: at };
  await house.db.insertInto("terminal").values(terminal).execute();
  await writeRegistryEvent(house.db, { of: { merchantId }, kind: "ADDED", actorId, at });
  await writeRegistryEvent(house.db, { of: { institutionId }, kind: "ADDED", actorId, at });
  await givenWebhook(api, merchantId);
}

/** A key of everybody's; gives the agent's. */
async function seedApiKeys({ house, as, clock }: TestApi): Promise<string> {
  for (const role of staffRoles) await givenApiKey(house.db, as(role).staffId, clock.now());
  const { id } = await house.db
    .selectFrom("api_key")
    .select("id")
    .where("staff_id", "=", as("SUPPORT_AGENT").staffId)
    .executeTakeFirstOrThrow();
  return id;
}

async function seedTemplate(db: Db): Promise<string> {
  const id = newId();
  const texts = { name_zh: "已询问商户", name_en: "The shop is asked", body_zh: "{amount}", body_en: "{amount}" };
  await db
    .insertInto("message_template")
    .values({ id, thread: "CUSTOMER", ...texts, changed_at: new Date() })
    .execute();
  return toGlobalId("MessageTemplate", id);
}

/** Something of training that the closed fields can be found by: an agent who lacks a course that opens an action. */
async function seedTraining(api: TestApi, agent: Actor, caseId: string): Promise<string> {
  const { db } = api.house;
  // Somebody who could agree, had they learned what that needs.
  await givenUntrained(db, (await api.another("SUPERVISOR")).staffId);
  await givenUntrained(db, agent.id ?? "");
  await givenTrained(db, agent.id ?? "", ["refund-basics"]);
  await db.updateTable("cases").set({ state: "VERIFYING" }).where("id", "=", caseId).execute();
  const { id } = await db
    .selectFrom("course")
    .select("id")
    .where("code", "=", "bank-disputes")
    .executeTakeFirstOrThrow();
  return toGlobalId("Course", id);
}

async function seedQuizzes(db: Db): Promise<readonly string[]> {
  const made = await db
    .insertInto("training_attempt")
    .columns(["id", "record_id", "course_version_id", "number", "seed", "started_at"])
    .expression((eb) =>
      eb
        .selectFrom("training_record")
        .distinctOn("staff_id")
        .select(sql<string>`gen_random_uuid()`.as("id"))
        .select(["id as record_id", "course_version_id"])
        .select([sql<number>`1`.as("number"), sql<string>`'seed'`.as("seed"), "assigned_at as started_at"])
        .orderBy("staff_id"),
    )
    .returning("id")
    .execute();
  return made.map(({ id }) => toGlobalId("Quiz", id));
}

async function seedDraft({ house, as }: TestApi): Promise<string> {
  const role = "COMPLIANCE_OFFICER";
  const actor = staffActor({
    roles: builtInBook,
    id: as(role).staffId,
    name: "officer",
    role,
    merchantId: null,
    institutionId: null,
  });
  const { db, clock } = house;
  const first = await db
    .selectFrom("policy_version")
    .selectAll()
    .where("policy", "=", "default")
    .executeTakeFirstOrThrow();
  const at = clock.now();
  await db.updateTable("policy_version").set({ effective_until: at }).where("id", "=", first.id).execute();
  const second = {
    ...first,
    id: newId(),
    version: 2,
    content: { ...first.content, windowDays: 8, fee: { basisPoints: 60, fixedMinor: {} } },
    effective_from: at,
  };
  const by = { author_ids: [as(role).staffId], approved_by_ids: [as("SUPERVISOR").staffId] };
  await db
    .insertInto("policy_version")
    .values({ ...second, ...by, effective_until: null })
    .execute();
  const { id, content, content_hash } = first;
  await db
    .insertInto("policy_draft")
    .values({
      ...{ id, policy: "default", revision: 1, state: "PUBLISHED", kind: "MAJOR", note: "", content, content_hash },
      ...{ created_at: at, updated_at: at },
    })
    .execute();
  await recordDraftEvent(db, {
    ...{ draftId: id, action: "END", actorId: as(role).staffId, contentHash: content_hash, note: "Over.", at },
  });
  const facts = policyFacts();
  await db
    .insertInto("policy_test")
    .values({
      id: newId(),
      policy: "default",
      name: "A case",
      facts,
      expected: "REVIEW",
      created_by_id: as(role).staffId,
      created_at: at,
    })
    .execute();
  const begun = await startDraft({ ...house, actor, locale: "en" }, "default");
  if (!begun.ok) throw new Error("The draft was not begun");
  return toGlobalId("PolicyDraft", begun.value);
}

async function seedImport(db: Db): Promise<string> {
  const id = newId();
  await db
    .insertInto("import_run")
    .values({ id, kind: "SETTLEMENT", file_name: "settlement.csv", state: "DONE", started_at: new Date() })
    .execute();
  await db.insertInto("import_error").values({ run_id: id, line: 2, problems: sql`'[]'::jsonb`, row: "a,b" }).execute();
  return toGlobalId("ImportRun", id);
}

async function seedCase(
  api: TestApi,
  agent: Actor,
  owner: { merchantId: string; institutionId: string },
): Promise<SeededCase> {
  const { house } = api;
  const { merchantId, institutionId } = owner;
  const transactionId = await givenSale(house.db, merchantId);
  const linkToken = `link-${newId()}`;
  const system: ActionContext = { ...house, actor: systemActor, locale: "en" };
  const { caseId, number } = await house.db.transaction().execute((trx) =>
    openCase(trx, system, {
      state: "NEW",
      origin: "CUSTOMER",
      channel: "WEB",
      reason: "NOT_AS_DESCRIBED",
      amount: money(12_900n, "CNY"),
      transactionId,
      merchantId,
      institutionId,
      customer: { name: "Zhang Wei", phone: "+8613800138000", email: "zhang@customer.test", locale: "en" },
      story: { thread: "CUSTOMER", body: "It broke on the first day." },
      link: { hash: sha256(linkToken), expiresAt: new Date(Date.now() + 86_400_000) },
    }),
  );
  const act = async (move: CaseMove, by: Actor = agent) => {
    const { version } = await house.db
      .selectFrom("cases")
      .select("version")
      .where("id", "=", caseId)
      .executeTakeFirstOrThrow();
    const done = await performCaseAction(
      { ...system, actor: by },
      { ...move, caseId, expectedVersion: version, idempotencyKey: newId() },
    );
    if (!done.ok) throw new Error(`${move.action} was refused: ${JSON.stringify(done.error)}`);
  };
  const mentionIds = (["SUPPORT_AGENT", "SUPERVISOR", "COMPLIANCE_OFFICER"] as const).map(
    (role) => api.as(role).staffId,
  );
  await act({ action: "ADD_NOTE", input: { message: "INTERNAL-WORDS of the desk", mentionIds } });
  await house.db
    .insertInto("held_message")
    .values({
      ...{
        id: newId(),
        case_id: caseId,
        author_id: agent.id ?? "",
        key: newId(),
        thread: "CUSTOMER",
        body: "Not yet.",
      },
      ...{ input_hash: "", state: "HELD", sends_at: new Date(Date.now() + 86_400_000), created_at: new Date() },
    })
    .execute();
  await act({ action: "ASSIGN", input: { assigneeId: agent.id } });
  await act({ action: "SEND_MESSAGE", input: { thread: "MERCHANT", message: "MERCHANT-WORDS to the shop" } });
  await act({ action: "SEND_MESSAGE", input: { thread: "BANK", message: "BANK-WORDS to the bank" } });
  await act({ action: "SEND_MESSAGE", input: { thread: "CUSTOMER", message: "CUSTOMER-WORDS to the customer" } });
  await act({ action: "RECORD_CLOCK_BREACH", input: { rule: "decide-request" } }, systemActor);
  const below = await givenRowsBelow(house, caseId, transactionId);
  await givenWaiver(house.db, caseId);
  return { caseId, id: toGlobalId("Case", caseId), number, merchantId, transactionId, linkToken, ...below };
}

/** What other stages would have brought, as rows: who sees them is asked here, not how they come about. */
async function givenRowsBelow(house: TestApi["house"], caseId: string, transactionId: string) {
  const { db } = house;
  const [refundId, referralId, disputeId, at] = [newId(), newId(), newId(), new Date()];
  await db
    .insertInto("notice_attempt")
    .columns(["id", "notice_id", "at", "answer"])
    .expression((eb) =>
      eb
        .selectFrom("notice")
        .select([
          sql<string>`gen_random_uuid()`.as("id"),
          "id as notice_id",
          "created_at as at",
          sql<"SENDING">`'SENDING'`.as("answer"),
        ])
        .where("case_id", "=", caseId),
    )
    .execute();
  const amount = { currency: "CNY", amount_minor: 100n };
  await db
    .insertInto("refund")
    .values({
      id: refundId,
      case_id: caseId,
      transaction_id: transactionId,
      kind: "SALE_REFUND",
      mode: "PARTIAL",
      state: "CANCELLED",
      provider_reference: "A-PROVIDERS-REFERENCE",
      failure_code: "05",
      failure_retryable: false,
      ...amount,
      provider: "simulated-acquirer",
      instruction_key: newId(),
      holds_money: false,
      created_at: at,
    })
    .execute();
  await db
    .insertInto("refund_attempt")
    .values({
      id: newId(),
      refund_id: refundId,
      at,
      instruction_key: newId(),
      operation: "SUBMIT",
      answer: "DECLINED",
      code: "05",
    })
    .execute();
  await db.updateTable("case_check").set({ reason: "REASON of the desk" }).where("case_id", "=", caseId).execute();
  await db
    .insertInto("referral")
    .values({ id: referralId, case_id: caseId, agency: "CN-12315", state: "LODGED", lodged_at: at })
    .execute();
  await db
    .insertInto("dispute")
    .values({
      id: disputeId,
      case_id: caseId,
      network: "VISA",
      reason_code: "10.4",
      state: "INQUIRY",
      ...amount,
      opened_at: at,
    })
    .execute();
  const approvalId = await requestApproval(
    db,
    house,
    {
      subject: { kind: "REFUND", id: refundId },
      caseId,
      proposerId: null,
      barred: [],
      needs: ["approval.first", "approval.second"],
      amount: money(100n, "CNY"),
      detail: {},
      reason: "REASON of the proposer",
    },
    at,
  );
  return { refundId, referralId, disputeId, approvalId: toGlobalId("ApprovalRequest", approvalId) };
}

/** A check that was waived, as the register of exceptions finds it; put before the chain, which these tests do not verify. */
async function givenWaiver(db: Db, caseId: string): Promise<void> {
  await db
    .insertInto("case_event")
    .values({
      id: newId(),
      case_id: caseId,
      sequence: 0,
      kind: "RECORD_CHECK",
      from_state: "NEW",
      to_state: "NEW",
      actor_role: "SYSTEM",
      actor_id: null,
      at: new Date(),
      data: { check: "GOODS_STATE", outcome: "WAIVED" },
      previous_hash: "",
      hash: "",
    })
    .execute();
}
