import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import type { TestApi } from "./api.ts";
import type { ApiClient } from "./api-client.ts";
import { newVisitor } from "./bad-input.ts";
import { caseActionRows } from "./case-action-rows.ts";
import { negotiating, newCase, type Stage } from "./case-stages.ts";
import { exportAttempts } from "./export-attempts.ts";
import { caseRow } from "./given-case.ts";
import { givenSale } from "./given-rows.ts";
import { keyAttempts } from "./key-attempts.ts";
import { maintenanceAttempts } from "./maintenance-attempts.ts";
import { policyAttempts } from "./policy-attempts.ts";
import { registryAttempts } from "./registry-attempts.ts";
import { roleAttempts } from "./role-attempts.ts";
import { roomAttempts } from "./room-attempts.ts";
import { settingsAttempts } from "./settings-attempts.ts";
import { staffAttempts } from "./staff-attempts.ts";
import { webhookAttempts } from "./webhook-attempts.ts";

export interface Attempt {
  readonly client: ApiClient;
  readonly variables: Readonly<Record<string, unknown>>;
}

const money = { minor: "1000", currency: "CNY" };

/** How the mutations that act on no version of a case are asked when nothing is wrong. */
const otherMutations = (api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> => ({
  async submitRequest() {
    const id = await givenSale(api.house.db, api.own.merchantId);
    const slip = { reference: `A-${id}`, cardLast4: "1111", paid: { minor: "129900", currency: "CNY" } };
    const contact = { name: "王小明", phone: "+8613800138000" };
    const asked = { slip, contact, amount: money, reason: "NOT_AS_DESCRIBED", message: "It broke." };
    return { client: newVisitor(api), variables: { input: { ...asked, idempotencyKey: newId() } } };
  },
  async resendCaseLink() {
    return { client: newVisitor(api), variables: { input: { number: "000419", contact: "13800138000" } } };
  },
  async openCaseForCustomer() {
    const transactionId = toGlobalId("Transaction", await givenSale(api.house.db, api.own.merchantId));
    const contact = { name: "Li Na", email: "li@customer.test" };
    const asked = { transactionId, contact, amount: money, channel: "PHONE", reason: "NOT_AS_DESCRIBED" };
    return { client: api.as("SUPPORT_AGENT"), variables: { input: { ...asked, idempotencyKey: newId() } } };
  },
  saveView: async () => ({
    client: await api.another("SUPPORT_AGENT"),
    variables: { input: { ...aView, idempotencyKey: newId() } },
  }),
  async changeView() {
    const { maker, id } = await givenView(api);
    return { client: maker, variables: { input: { ...aView, id } } };
  },
  async deleteView() {
    const { maker, id } = await givenView(api);
    return { client: maker, variables: { input: { id } } };
  },
  arrangeViews: async () => ({
    client: api.as("SUPPORT_AGENT"),
    variables: { input: { home: "mine", places: ["mine"] } },
  }),
  assignCases: () => onCases(api, {}),
  addNoteToCases: () => onCases(api, { message: "Seen." }),
  requestInformationOnCases: () => onCases(api, { message: "The slip, please." }),
  closeCases: () => onCases(api, { reason: "It is over." }, negotiating),
  async requestEvidenceUpload() {
    const { id: caseId, token } = await newCase(api);
    const input = { caseId, kind: "RECEIPT", fileName: "slip.png", bytes: 100 };
    return { client: api.asCustomer(token), variables: { input } };
  },
  async holdMessage() {
    const { id: caseId } = await newCase(api);
    const input = { caseId, thread: "CUSTOMER", message: "We have asked the shop.", idempotencyKey: newId() };
    return { client: api.as("SUPPORT_AGENT"), variables: { input } };
  },
  async takeBackMessage() {
    return { client: api.as("SUPPORT_AGENT"), variables: { id: toGlobalId("HeldMessage", newId()) } };
  },
  async readMentions() {
    const { id: caseId } = await newCase(api);
    return { client: api.as("SUPPORT_AGENT"), variables: { caseId } };
  },
  async reportPresence() {
    const { id: caseId } = await newCase(api);
    return {
      client: api.as("SUPPORT_AGENT"),
      variables: { caseId, page: newId(), state: "WRITING", thread: "MERCHANT" },
    };
  },
  async saveMessageTemplate() {
    const names = { nameZh: "已询问商户", nameEn: "The shop is asked" };
    const input = {
      thread: "CUSTOMER",
      ...names,
      bodyZh: "{amount}",
      bodyEn: "{amount}",
      active: true,
      idempotencyKey: newId(),
    };
    return { client: api.as("SUPERVISOR"), variables: { input } };
  },
});

const aView = { name: "Large ones", address: "view=team", filter: { open: true }, shared: false };

async function givenView(api: TestApi) {
  const maker = await api.another("SUPPORT_AGENT");
  const { data } = await maker.query<{ saveView: { view: { id: string } } }>(
    "mutation ($input: SaveViewInput!) { saveView(input: $input) { ... on ViewSaved { view { id } } } }",
    { input: { ...aView, idempotencyKey: newId() } },
  );
  return { maker, id: data.saveView.view.id };
}

async function onCases(api: TestApi, told: object, given: Stage = newCase): Promise<Attempt> {
  const { id, caseId } = await given(api);
  const { version } = await caseRow(api, caseId);
  const cases = [{ caseId: id, expectedVersion: version }];
  return { client: api.as("SUPPORT_AGENT"), variables: { input: { ...told, cases, idempotencyKey: newId() } } };
}

/** How a mutation is asked when nothing is wrong, on things made for it. */
export async function attemptAt(api: TestApi, name: string): Promise<Attempt> {
  const other =
    otherMutations(api)[name] ??
    policyAttempts(api)[name] ??
    roomAttempts(api)[name] ??
    staffAttempts(api)[name] ??
    roleAttempts(api)[name] ??
    registryAttempts(api)[name] ??
    keyAttempts(api)[name] ??
    exportAttempts(api)[name] ??
    webhookAttempts(api)[name] ??
    maintenanceAttempts(api)[name] ??
    settingsAttempts(api)[name];
  if (other !== undefined) return other();
  const row = caseActionRows[name];
  if (row === undefined) throw new Error(`${name} stands in no table`);
  const found = await row.given(api);
  const told = typeof row.input === "function" ? await row.input(api, found) : row.input;
  const { version } = await caseRow(api, found.caseId);
  const input = { caseId: found.id, expectedVersion: version, idempotencyKey: newId(), ...told };
  return { client: row.by === "CUSTOMER" ? api.asCustomer(found.token) : api.as(row.by), variables: { input } };
}

/** What a mutation answers when it has done something. */
export const successes = [
  "CaseActionDone",
  "ApiKeyMade",
  "ApiKeyRevoked",
  "RoleChangeProposed",
  "RoleChangeWithdrawn",
  "RequestSubmitted",
  "CaseOpened",
  "EvidenceUpload",
  "ViewSaved",
  "ViewDeleted",
  "ViewOrder",
  "BulkResult",
  "MessageHeld",
  "MessageTemplateSaved",
  "PolicyDraftDone",
  "PolicyTestsDone",
  "PolicyAttested",
  "PolicyVersionDone",
  "StaffMoved",
  "MerchantKept",
  "CalendarCorrected",
  "InstitutionKept",
  "WebhookEndpointKept",
  "ProviderMaintenanceKept",
  "DeskSettingsChanged",
  "ApprovalBatchRow",
  "DelegationMade",
  "NoticeDone",
  "ExceptionNoted",
  "SampleDrawn",
  "SampleItemReviewed",
  "FindingKept",
  "ExportRun",
  "NoticePreview",
  "NoticeTemplateSaved",
  "CourseSaved",
  "TrainingAssigned",
  "TrainingWaived",
  "TrainingRecordChanged",
  "TrainingRulesChanged",
  "OutsideRecordFile",
  "QuizReady",
  "QuizGraded",
];
