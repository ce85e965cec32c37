import { setTimeout } from "node:timers/promises";
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  parse,
  subscribe,
} from "graphql";
import { announceCase } from "../../server/cases/actions/announce-case.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { makeContext } from "../../server/request-context-of.ts";
import { type Actor, customerActor, strangerActor } from "../../server/staff/domain/actor.ts";
import { staffRoles } from "../../server/staff/domain/roles.ts";
import { findActor } from "../../server/staff/queries/find-actor.ts";
import { tellMentioned } from "../../server/threads/actions/desk-signals.ts";
import type { TestApi } from "./api.ts";
import type { ApiClient } from "./api-client.ts";
import { type Level, levelOf, type MatrixRow, type Reader, readers, rowOf } from "./authorization-matrix.ts";
import type { SeededCase, Seeds } from "./authorization-seeds.ts";
import { settleExports } from "./export-attempts.ts";
import { sampleMutationProbes, sampleProbes } from "./sample-probes.ts";

/** Asks one field as somebody, and says how much of it they got. */
export type Probe = (client: ApiClient, seeds: Seeds) => Promise<Level>;

export async function clientOf(api: TestApi, reader: Reader, seeds: Seeds): Promise<ApiClient> {
  if (reader === "SIGNED_OUT") return api.asStranger();
  return reader === "CUSTOMER" ? api.asCustomer(seeds.own.linkToken) : api.as(reader);
}

const START_EXPORT = `mutation ($key: UUID!) {
  startExport(input: { kind: TRANSACTIONS, idempotencyKey: $key }) { __typename ... on ExportRun { id } } }`;

/** Every query of the API, asked for what is one's own and for what is another's. */
export const queryProbes: Readonly<Record<string, Probe>> = {
  "Query.viewer": async (client) =>
    (await client.query<{ viewer: object | null }>("{ viewer { id } }")).data.viewer === null ? "no" : "own",
  "Query.case": perCase("query ($id: ID!) { case(id: $id) { id } }", ({ id }) => ({ id })),
  "Query.node": perCase("query ($id: ID!) { node(id: $id) { id } }", ({ id }) => ({ id })),
  // Transactions too, for whoever runs the imports.
  "Query.search": listed('{ search(text: "1111", first: 50) { transaction { id } } }', ({ transactionId }) =>
    toGlobalId("Transaction", transactionId),
  ),
  "Query.cases": listed("{ cases { edges { node { id } } } }", ({ id }) => id),
  "Query.actionOutlook": async (client, { own, other }) => {
    const seen = async ({ id }: SeededCase) => {
      const document = "query ($id: ID!) { actionOutlook(caseId: $id, input: { action: ADD_NOTE }) { goesTo } }";
      return (await client.query<{ actionOutlook: object | null }>(document, { id })).data.actionOutlook !== null;
    };
    return levelOf({ own: await seen(own), other: await seen(other) });
  },
  "Query.caseCounts": async (client) => {
    const { data } = await client.query<{ caseCounts: { count: number }[] }>("{ caseCounts { count } }");
    const total = data.caseCounts.reduce((sum, { count }) => sum + count, 0);
    return total === 0 ? "no" : total === 1 ? "own" : "yes";
  },
  "Query.merchants": listed("{ merchants { edges { node { id } } } }", ({ merchantId }) =>
    toGlobalId("Merchant", merchantId),
  ),
  "Query.staff": anything("{ staff { edges { node { id } } } }"),
  "Query.refunds": listed("{ refunds { edges { node { id } } } }", ({ refundId }) => toGlobalId("Refund", refundId)),
  "Query.approvals": listed("{ approvals(box: OPEN) { edges { node { id } } } }", ({ approvalId }) => approvalId),
  "Query.approvalsForMe": async (client) =>
    ((await client.query<{ approvalsForMe: number | null }>("{ approvalsForMe }")).data.approvalsForMe ?? 0) > 0
      ? "yes"
      : "no",
  "Query.approvalPreview": async (client, { own, other }) => {
    const seen = async ({ approvalId }: SeededCase) => {
      const document = "query ($id: ID!) { approvalPreview(ids: [$id]) { requests { id } } }";
      return JSON.stringify((await client.query(document, { id: approvalId })).data).includes(approvalId);
    };
    return levelOf({ own: await seen(own), other: await seen(other) });
  },
  "Query.deskLoad": anything("{ deskLoad { staff { id } } }"),
  "Query.clockBreaches": anything("{ clockBreaches { edges { node { id } } } }"),
  "Query.reopenableCases": anything("{ reopenableCases { edges { node { case { id } } } } }"),
  "Query.reassignmentPlan": async (client, { assigneeId, own, other }) => {
    const document = "query ($input: ReassignmentPlanInput!) { reassignmentPlan(input: $input) { case { id } } }";
    const everybody = await client.query<{ staff: { edges: { node: { id: string; role: string } }[] } }>(
      "{ staff { edges { node { id role } } } }",
    );
    const takers = everybody.data.staff.edges
      .filter(({ node }) => node.role === "SUPERVISOR")
      .map(({ node }) => node.id);
    const input = { fromId: assigneeId, toIds: takers.length === 0 ? ["x"] : takers };
    const text = JSON.stringify((await client.query(document, { input })).data);
    return levelOf({ own: text.includes(`"${own.id}"`), other: text.includes(`"${other.id}"`) });
  },
  "Query.auditLog": listed("{ auditLog(first: 100) { edges { node { case { id } } } } }", ({ id }) => id),
  "Query.chainOfCase": perCase("query ($id: ID!) { chainOfCase(caseId: $id) { id: head } }", ({ id }) => ({ id })),
  "Query.exceptions": listed("{ exceptions(first: 100) { edges { node { case { id } } } } }", ({ id }) => id),
  ...sampleProbes,
  "Query.auditRuns": anything("{ auditRuns { id } }"),
  "Query.institutions": anything("{ institutions { id } }"),
  "Query.merchantCategories": async (client) =>
    /"code":/.test(JSON.stringify((await client.query("{ merchantCategories { code } }")).data)) ? "yes" : "no",
  "Query.paymentProviders": async (client) =>
    /"code":/.test(JSON.stringify((await client.query("{ paymentProviders { code } }")).data)) ? "yes" : "no",
  "Query.webhookEndpoints": anything("{ webhookEndpoints { edges { node { id } } } }"),
  "Query.webhookProviders": async (client) =>
    /"code":/.test(JSON.stringify((await client.query("{ webhookProviders { code } }")).data)) ? "yes" : "no",
  "Query.delegations": anything("{ delegations { id } }"),
  "Query.referrals": listed("{ referrals { edges { node { id } } } }", ({ referralId }) =>
    toGlobalId("Referral", referralId),
  ),
  "Query.disputes": listed("{ disputes { edges { node { id } } } }", ({ disputeId }) =>
    toGlobalId("Dispute", disputeId),
  ),
  "Query.notices": async (client, { own, other }) => {
    const about = async (caseId: string) => {
      const { data } = await client.query<{ notices: { edges: object[] } }>(
        "query ($caseId: ID!) { notices(filter: { caseId: $caseId }) { edges { node { id } } } }",
        { caseId },
      );
      return data.notices.edges.length > 0;
    };
    return levelOf({ own: await about(own.id), other: await about(other.id) });
  },
  "Query.noticeTemplates": anything("{ noticeTemplates { id } }"),
  "Query.disputeRulePacks": anything("{ disputeRulePacks { id: network } }"),
  "Query.transactions": listed("{ transactions { edges { node { id } } } }", ({ transactionId }) =>
    toGlobalId("Transaction", transactionId),
  ),
  "Query.transaction": perCase("query ($id: ID!) { transaction(id: $id) { id } }", ({ transactionId }) => ({
    id: toGlobalId("Transaction", transactionId),
  })),
  "Query.importRuns": anything("{ importRuns { edges { node { id } } } }"),
  "Query.importRun": anImport("query ($id: ID!) { importRun(id: $id) { id } }"),
  "Query.importErrors": anImport("query ($id: ID!) { importErrors(importId: $id) { edges { node { id: line } } } }"),
  "Query.findPayment": anything('{ findPayment(slip: { cardLast4: "1" }) { id: __typename } }'),
  // Whoever holds the link is the customer; nobody finds another's without it.
  "Query.trackedCase": async (client, { own, other }) => {
    const found = async (token: string) => {
      const { data } = await client.query<{ trackedCase: object | null }>(
        "query ($token: String!) { trackedCase(token: $token) { id } }",
        { token },
      );
      return data.trackedCase !== null;
    };
    return levelOf({ own: await found(own.linkToken), other: await found(other.caseId) });
  },
  "Query.duplicatesOf": perCase(
    "query ($id: ID!) { duplicatesOf(transactionId: $id) { id } }",
    ({ transactionId }) => ({ id: toGlobalId("Transaction", transactionId) }),
  ),
  "Query.previewRequest": perCase(
    `query ($id: ID!) {
      previewRequest(input: { transactionId: $id, amount: { minor: "1", currency: "CNY" }, reason: OTHER }) { id: because } }`,
    ({ transactionId }) => ({ id: toGlobalId("Transaction", transactionId) }),
  ),
  "Query.savedViews": anything("{ savedViews { id } }"),
  "Query.viewOrder": anything("{ viewOrder { id: __typename } }"),
  "Query.bulkPreview": async (client, { own, other }) => {
    const { data } = await client.query<{ bulkPreview: { case: { id: string } }[] }>(
      "query ($ids: [ID!]!) { bulkPreview(action: ADD_NOTE, caseIds: $ids) { case { id } } }",
      { ids: [own.id, other.id] },
    );
    const seen = data.bulkPreview.map(({ case: { id } }) => id);
    return levelOf({ own: seen.includes(own.id), other: seen.includes(other.id) });
  },
  // Only what calls the asker; the seeds call everyone who reads notes.
  "Query.mentions": listed("{ mentions { edges { node { case { id } } } } }", ({ id }) => id),
  "Query.messageTemplates": anything("{ messageTemplates { id } }"),
  "Query.filledTemplate": async (client, { own, other, templateId }) => {
    const got = async ({ id }: SeededCase) => {
      const { data } = await client.query<{ filledTemplate: object | null }>(
        "query ($t: ID!, $c: ID!) { filledTemplate(templateId: $t, caseId: $c) { zh { text } } }",
        { t: templateId, c: id },
      );
      return data.filledTemplate !== null;
    };
    return levelOf({ own: await got(own), other: await got(other) });
  },
  "Query.agencies": anything("{ agencies { id: code } }"),
  "Query.courses": anything("{ courses { edges { node { id } } } }"),
  "Query.course": anything('{ course(code: "bank-disputes") { id } }'),
  "Query.courseStandings": perLearner("query ($id: ID!) { courseStandings(staffId: $id) { standing } }"),
  "Query.trainingRecords": perLearner(
    "query ($id: ID!) { trainingRecords(filter: { staffId: $id }) { edges { node { id } } } }",
  ),
  "Query.trainingMatrix": anything("{ trainingMatrix { columns { id: code } } }"),
  "Query.trainingRules": anything("{ trainingRules { id } }"),
  "Query.learnerPlaces": anything("{ learnerPlaces { id } }"),
  "Query.assignmentPreview": async (client, { courseId }) => {
    const { data } = await client.query<{ assignmentPreview: object | null }>(
      "query ($input: AssignTrainingInput!) { assignmentPreview(input: $input) { total } }",
      { input: { courseId, audience: { role: "SUPPORT_AGENT" } } },
    );
    return data.assignmentPreview === null ? "no" : "yes";
  },
  "Query.insight": async (client) => {
    const { data } = await client.query<{ insight: { points: { count: number }[] }[] } | null>(
      `{ insight(period: { from: "2026-01-01", until: "2026-01-01", by: DAY }, measures: [CLOCKS_AT_RISK]) { points { count: of } } }`,
    );
    const open = data?.insight[0]?.points[0]?.count ?? 0;
    return open === 0 ? "no" : open === 1 ? "own" : "yes";
  },
  "Query.exports": async (client) => {
    await client.query(START_EXPORT, { key: newId() });
    const { data } = await client.query<{ exports: object[] } | null>("{ exports { id } }");
    return (data?.exports ?? []).length > 0 ? "own" : "no";
  },
  "Query.trainingRulePreview": async (client, { courseId }) => {
    const { data } = await client.query<{ trainingRulePreview: object | null }>(
      "query ($input: TrainingRuleInput!) { trainingRulePreview(input: $input) { total } }",
      { input: { courseId, kind: "ROLE", audience: { role: "SUPPORT_AGENT" }, dueInDays: 14 } },
    );
    return data.trainingRulePreview === null ? "no" : "yes";
  },
  "Query.outsideRecordsPreview": anything(
    '{ outsideRecordsPreview(input: { fileName: "x.csv", content: "email,course,passed_on" }) { id: __typename } }',
  ),
  "Query.apiKeys": async (client) => {
    const { data } = await client.query<{ apiKeys: { edges: { node: { mine: boolean } }[] } }>(
      "{ apiKeys { edges { node { mine } } } }",
    );
    const { edges } = data.apiKeys;
    return edges.length === 0 ? "no" : edges.every(({ node }) => node.mine) ? "own" : "yes";
  },
  "Query.apiKeyScopes": async (client) =>
    (await client.query<{ apiKeyScopes: object[] }>("{ apiKeyScopes { right } }")).data.apiKeyScopes.length > 0
      ? "own"
      : "no",
  "Query.rights": anything("{ rights { id: right } }"),
  "Query.roles": anything("{ roles { id } }"),
  "Query.roleChanges": anything("{ roleChanges { id } }"),
  "Query.deskLog": anything("{ deskLog(first: 1) { edges { node { id } } } }"),
  "Query.deskProfile": anything("{ deskProfile { id: name } }"),
  "Query.deskSettings": anything("{ deskSettings { id: version } }"),
  "Query.calendars": anything("{ calendars { id: calendar } }"),
  "Query.previewCalendarDay": async (client) => {
    const { data } = await client.query<{ previewCalendarDay: object | null }>(
      '{ previewCalendarDay(calendar: CN, day: "2026-12-31") { later } }',
    );
    return data.previewCalendarDay === null ? "no" : "yes";
  },
  "Query.previewRoleChange": async (client) => {
    const { data } = await client.query<{ previewRoleChange: object | null }>(
      "{ previewRoleChange(role: TRAINER, permissions: []) { count } }",
    );
    return data.previewRoleChange === null ? "no" : "yes";
  },
  "Query.evidenceLimits": anything("{ evidenceLimits { id: __typename } }"),
  "Query.policies": anything("{ policies { edges { node { id } } } }"),
  "Query.policyInForce": anything("{ policyInForce { id } }"),
  "Query.policyBook": anything("{ policyBook { edges { node { id } } } }"),
  "Query.policy": anything('{ policy(name: "default") { id } }'),
  "Query.policyScopePreview": async (client) =>
    /"wider":/.test(
      JSON.stringify(
        (await client.query('{ policyScopePreview(scope: CHANNEL, value: "WEB") { wider { id } } }')).data,
      ),
    )
      ? "yes"
      : "no",
  "Query.policyDraft": async (client, { policyDraftId: id }) =>
    /"id":/.test(JSON.stringify((await client.query("query ($id: ID!) { policyDraft(id: $id) { id } }", { id })).data))
      ? "yes"
      : "no",
};

const noDraft = { draftId: "x", expectedRevision: 1 };
const noText = { zh: "", en: "" };
const noRow = { when: {}, outcome: "REVIEW", straightThrough: false, approvals: [], because: noText };
const noContent = {
  ...{
    title: noText,
    publicText: noText,
    timeZone: "Asia/Shanghai",
    windowDays: 1,
    windows: [],
    proofNeeded: false,
    acceptedProofs: [],
  },
  ...{ identityNeededAbove: [], goodsStateNeededFor: [], rows: [], otherwise: noRow, agentDecidesUpTo: [] },
  ...{ supervisorGrantsUpTo: [], arrivalWorkingDaysFrom: 1, arrivalWorkingDaysTo: 3, appealWindowDays: 1 },
  ...{ reopenWindowDays: 1, feesBorneBy: "MERCHANT", responsibilities: [] },
};

const courseContent = {
  ...{ title: { zh: "", en: "" }, summary: { zh: "", en: "" }, sections: [], questions: [] },
  ...{ minutes: 0, passMark: 0 },
};

/** What is wrong about them is the course or the person, which are nobody's: they answer, and do nothing. */
const trainingProbes: Readonly<Record<string, Probe>> = {
  "Mutation.startTraining": letsIn("own", 'mutation { startTraining(courseId: "x") { __typename } }'),
  "Mutation.submitQuiz": letsIn(
    "own",
    'mutation { submitQuiz(input: { attemptId: "x", answers: [] }) { __typename } }',
  ),
  "Mutation.createCourse": letsIn(
    "yes",
    'mutation ($content: CourseContentInput!) { createCourse(input: { code: "bank-disputes", content: $content }) { __typename } }',
    { content: courseContent },
  ),
  "Mutation.beginCourseDraft": letsIn("yes", 'mutation { beginCourseDraft(courseId: "x") { __typename } }'),
  "Mutation.saveCourseDraft": letsIn(
    "yes",
    'mutation ($content: CourseContentInput!) { saveCourseDraft(input: { courseId: "x", expectedRevision: 1, content: $content }) { __typename } }',
    { content: courseContent },
  ),
  "Mutation.publishCourse": letsIn(
    "yes",
    'mutation { publishCourse(input: { courseId: "x", expectedRevision: 1 }) { __typename } }',
  ),
  "Mutation.assignTraining": letsIn(
    "yes",
    'mutation { assignTraining(input: { courseId: "x", audience: {} }) { __typename } }',
  ),
  "Mutation.withdrawTraining": letsIn(
    "yes",
    'mutation { withdrawTraining(input: { recordId: "x", reason: "r" }) { __typename } }',
  ),
  "Mutation.changeTrainingDueDate": letsIn(
    "yes",
    'mutation { changeTrainingDueDate(input: { recordId: "x", reason: "r" }) { __typename } }',
  ),
  "Mutation.waiveTraining": letsIn(
    "yes",
    'mutation { waiveTraining(input: { staffId: "x", courseId: "x", reason: "r" }) { __typename } }',
  ),
  "Mutation.addTrainingRule": letsIn(
    "yes",
    'mutation { addTrainingRule(input: { courseId: "x", kind: ROLE, audience: {}, dueInDays: 1 }) { __typename } }',
  ),
  "Mutation.changeTrainingRule": letsIn(
    "yes",
    'mutation { changeTrainingRule(input: { ruleId: "x", expectedVersion: 1, dueInDays: 1 }) { __typename } }',
  ),
  "Mutation.importOutsideRecords": letsIn(
    "yes",
    'mutation { importOutsideRecords(input: { fileName: "x.csv", content: "" }) { __typename } }',
  ),
  "Mutation.endTrainingRule": letsIn("yes", 'mutation { endTrainingRule(id: "x") { __typename } }'),
};

/** Of an older version, or of nobody: they answer, and do nothing. */
const roleProbes: Readonly<Record<string, Probe>> = {
  "Mutation.proposeRoleChange": letsIn(
    "yes",
    `mutation { proposeRoleChange(input: { role: TRAINER, permissions: [], expectedVersion: 0, idempotencyKey: "0199d6a0-0000-7000-8000-00000000000a", reason: "x" }) { __typename } }`,
  ),
  "Mutation.withdrawRoleChange": letsIn("yes", 'mutation { withdrawRoleChange(id: "x") { __typename } }'),
};

/** Without anything to do, or of nobody: they answer, and do nothing. */
const keyProbes: Readonly<Record<string, Probe>> = {
  "Mutation.createApiKey": letsIn(
    "own",
    `mutation { createApiKey(input: { name: "x", scopes: [], days: 0, idempotencyKey: "0199d6a0-0000-7000-8000-00000000000a" }) { __typename } }`,
  ),
  "Mutation.revokeApiKey": letsIn("own", 'mutation { revokeApiKey(input: { id: "x" }) { __typename } }'),
};

const nobody = { staffId: "x", expectedVersion: 1 };

/** Of nobody, or to a place that is not whole: they answer, and do nothing. */
const peopleProbes: Readonly<Record<string, Probe>> = {
  "Mutation.inviteStaff": letsIn(
    "yes",
    `mutation { inviteStaff(input: { email: "x", name: "x", locale: EN, placement: { role: TRAINER } }) { __typename } }`,
  ),
  "Mutation.inviteStaffAgain": told(
    "yes",
    "mutation ($input: MoveStaffInput!) { inviteStaffAgain(input: $input) { __typename } }",
    nobody,
  ),
  "Mutation.changeStaffRole": told(
    "yes",
    "mutation ($input: ChangeStaffRoleInput!) { changeStaffRole(input: $input) { __typename } }",
    { ...nobody, placement: { role: "TRAINER" } },
  ),
  "Mutation.suspendStaff": told(
    "yes",
    "mutation ($input: SuspendStaffInput!) { suspendStaff(input: $input) { __typename } }",
    nobody,
  ),
  "Mutation.reinstateStaff": told(
    "yes",
    "mutation ($input: MoveStaffInput!) { reinstateStaff(input: $input) { __typename } }",
    nobody,
  ),
  "Mutation.endStaff": told(
    "yes",
    "mutation ($input: EndStaffInput!) { endStaff(input: $input) { __typename } }",
    nobody,
  ),
};

const noMerchant = { merchantId: "x", expectedVersion: 1 };

/** Of nothing that is there, or under a number that none can have: they answer, and do nothing. */
const registryProbes: Readonly<Record<string, Probe>> = {
  "Mutation.addMerchant": letsIn("yes", 'mutation { addMerchant(input: { number: "!", name: "x" }) { __typename } }'),
  "Mutation.changeMerchant": told(
    "yes",
    "mutation ($input: ChangeMerchantInput!) { changeMerchant(input: $input) { __typename } }",
    { ...noMerchant, name: "x" },
  ),
  "Mutation.suspendMerchant": told(
    "yes",
    "mutation ($input: MoveMerchantInput!) { suspendMerchant(input: $input) { __typename } }",
    noMerchant,
  ),
  "Mutation.closeMerchant": told(
    "yes",
    "mutation ($input: MoveMerchantInput!) { closeMerchant(input: $input) { __typename } }",
    noMerchant,
  ),
  "Mutation.reopenMerchant": told(
    "yes",
    "mutation ($input: MoveMerchantInput!) { reopenMerchant(input: $input) { __typename } }",
    noMerchant,
  ),
  "Mutation.addTerminal": told(
    "yes",
    "mutation ($input: AddTerminalInput!) { addTerminal(input: $input) { __typename } }",
    { ...noMerchant, number: "x" },
  ),
  "Mutation.closeTerminal": told(
    "yes",
    "mutation ($input: MoveTerminalInput!) { closeTerminal(input: $input) { __typename } }",
    { ...noMerchant, terminalId: "x" },
  ),
  "Mutation.reopenTerminal": told(
    "yes",
    "mutation ($input: MoveTerminalInput!) { reopenTerminal(input: $input) { __typename } }",
    { ...noMerchant, terminalId: "x" },
  ),
  "Mutation.addInstitution": letsIn(
    "yes",
    'mutation { addInstitution(input: { code: "!", name: "x" }) { __typename } }',
  ),
  "Mutation.correctCalendarDay": told(
    "yes",
    "mutation ($input: CorrectCalendarDayInput!) { correctCalendarDay(input: $input) { __typename } }",
    { calendar: "CN", day: "2026-12-31", expectedVersion: 0, working: false, name: "x", nameZh: "x" },
  ),
  "Mutation.withdrawCalendarDay": told(
    "yes",
    "mutation ($input: WithdrawCalendarDayInput!) { withdrawCalendarDay(input: $input) { __typename } }",
    { calendar: "CN", day: "2026-12-31", expectedVersion: 0 },
  ),
  "Mutation.changeInstitution": told(
    "yes",
    "mutation ($input: ChangeInstitutionInput!) { changeInstitution(input: $input) { __typename } }",
    { institutionId: "x", expectedVersion: 1, name: "x" },
  ),
};

const noEndpoint = { endpointId: "x", expectedVersion: 1 };

/** Of no endpoint that is there, or of no owner: they answer, and do nothing. */
const webhookProbes: Readonly<Record<string, Probe>> = {
  "Mutation.registerWebhookEndpoint": letsIn(
    "yes",
    'mutation { registerWebhookEndpoint(input: { url: "x" }) { __typename } }',
  ),
  "Mutation.changeWebhookEndpoint": told(
    "yes",
    "mutation ($input: ChangeWebhookEndpointInput!) { changeWebhookEndpoint(input: $input) { __typename } }",
    { ...noEndpoint, url: "x" },
  ),
  "Mutation.rotateWebhookSecret": told(
    "yes",
    "mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { __typename } }",
    noEndpoint,
  ),
  "Mutation.pauseWebhookEndpoint": told(
    "yes",
    "mutation ($input: MoveWebhookEndpointInput!) { pauseWebhookEndpoint(input: $input) { __typename } }",
    noEndpoint,
  ),
  "Mutation.resumeWebhookEndpoint": told(
    "yes",
    "mutation ($input: MoveWebhookEndpointInput!) { resumeWebhookEndpoint(input: $input) { __typename } }",
    noEndpoint,
  ),
  "Mutation.testWebhookEndpoint": told(
    "yes",
    "mutation ($input: TestWebhookEndpointInput!) { testWebhookEndpoint(input: $input) { __typename } }",
    { endpointId: "x", idempotencyKey: newId() },
  ),
};

/** Of no provider and no window: they answer, and do nothing. */
const maintenanceProbes: Readonly<Record<string, Probe>> = {
  "Mutation.planProviderMaintenance": told(
    "yes",
    "mutation ($input: PlanProviderMaintenanceInput!) { planProviderMaintenance(input: $input) { __typename } }",
    { provider: "x", startsAt: "2026-01-01T00:00:00Z", endsAt: "2026-01-01T00:00:00Z", reasonZh: "x", reasonEn: "x" },
  ),
  "Mutation.stopProviderMaintenance": told(
    "yes",
    "mutation ($input: StopProviderMaintenanceInput!) { stopProviderMaintenance(input: $input) { __typename } }",
    { windowId: newId(), expectedVersion: 1 },
  ),
};

/** At a version that no settings have: it answers, and changes nothing. */
const settingsProbes: Readonly<Record<string, Probe>> = {
  "Mutation.changeDeskSettings": told(
    "yes",
    "mutation ($input: ChangeDeskSettingsInput!) { changeDeskSettings(input: $input) { __typename } }",
    { expectedVersion: 0, nameZh: "x", nameEn: "x", currency: "CNY", timeZone: "UTC" },
  ),
};

/** Mutations that are no action on a case. What they are told is wrong, so that they answer and do nothing. */
export const mutationProbes: Readonly<Record<string, Probe>> = {
  "Mutation.startExport": letsIn("own", START_EXPORT, { key: newId() }),
  "Mutation.cancelExport": letsIn("own", 'mutation { cancelExport(id: "x") { __typename } }'),
  ...trainingProbes,
  ...peopleProbes,
  ...keyProbes,
  ...roleProbes,
  ...registryProbes,
  ...webhookProbes,
  ...maintenanceProbes,
  ...settingsProbes,
  // At a version that no request has: who sees it is told so, and for the others it is not there.
  "Mutation.decideApprovals": async (client, { own, other }) => {
    const sees = async ({ approvalId: id }: SeededCase) => {
      const items = [{ id, expectedVersion: 0, idempotencyKey: newId() }];
      const { data } = await client.query(
        "mutation ($input: DecideApprovalsInput!) { decideApprovals(input: $input) { result { __typename } } }",
        { input: { verdict: "GRANT", items } },
      );
      return JSON.stringify(data).includes("StaleApproval");
    };
    return levelOf({ own: await sees(own), other: await sees(other) });
  },
  "Mutation.delegateApprovals": answered(
    "yes",
    `mutation { delegateApprovals(input: { delegateId: "x", startsAt: "2026-01-02T00:00:00Z", endsAt: "2026-01-01T00:00:00Z" })
      { __typename } }`,
  ),
  "Mutation.endDelegation": answered("yes", 'mutation { endDelegation(id: "x") }'),
  ...sampleMutationProbes(told),
  "Mutation.noteException": told(
    "yes",
    "mutation ($input: NoteExceptionInput!) { noteException(input: $input) { __typename } }",
    { exceptionId: "x", expectedNotes: 0, disposition: "ACKNOWLEDGED", note: "x" },
  ),
  "Mutation.replayNotice": told(
    "yes",
    "mutation ($input: ReplayNoticeInput!) { replayNotice(input: $input) { __typename } }",
    { noticeId: "x" },
  ),
  "Mutation.answerNotice": told(
    "own",
    "mutation ($input: AnswerNoticeInput!) { answerNotice(input: $input) { __typename } }",
    { noticeId: "x", answer: "CONFIRMED" },
  ),
  "Mutation.previewNoticeTemplate": told(
    "yes",
    "mutation ($input: PreviewNoticeTemplateInput!) { previewNoticeTemplate(input: $input) { __typename } }",
    { kind: "CASE_LINK", locale: "EN", text: { subject: "x", body: "x" } },
  ),
  "Mutation.saveNoticeTemplate": told(
    "yes",
    "mutation ($input: SaveNoticeTemplateInput!) { saveNoticeTemplate(input: $input) { __typename } }",
    { kind: "CASE_LINK", locale: "EN", expectedVersion: 1 },
  ),
  // Open to everyone, and what comes back is the case that they began by it.
  "Mutation.submitRequest": permitted(
    "own",
    "mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { __typename } }",
    { slip: { cardLast4: "1" }, amount: { minor: "1", currency: "CNY" }, reason: "OTHER", contact: { name: "x" } },
  ),
  "Mutation.saveView": permitted(
    "own",
    "mutation ($input: SaveViewInput!) { saveView(input: $input) { __typename } }",
    { name: "Mine", address: "view=mine", filter: { mine: true }, shared: false },
  ),
  "Mutation.changeView": told(
    "own",
    "mutation ($input: ChangeViewInput!) { changeView(input: $input) { __typename } }",
    { id: "x", name: "Mine", address: "", filter: {}, shared: false },
  ),
  "Mutation.deleteView": told(
    "own",
    "mutation ($input: DeleteViewInput!) { deleteView(input: $input) { __typename } }",
    { id: "x" },
  ),
  "Mutation.arrangeViews": told(
    "own",
    "mutation ($input: ArrangeViewsInput!) { arrangeViews(input: $input) { __typename } }",
    { home: null, places: [] },
  ),
  "Mutation.assignCases": bulk("assignCases", "AssignCasesInput", {}),
  "Mutation.addNoteToCases": bulk("addNoteToCases", "MessageOnCasesInput", { message: "x" }),
  "Mutation.requestInformationOnCases": bulk("requestInformationOnCases", "MessageOnCasesInput", { message: "x" }),
  "Mutation.closeCases": bulk("closeCases", "ReasonOnCasesInput", { reason: "x" }),
  "Mutation.saveMessageTemplate": permitted(
    "yes",
    "mutation ($input: SaveMessageTemplateInput!) { saveMessageTemplate(input: $input) { __typename } }",
    { thread: "CUSTOMER", nameZh: "x", nameEn: "x", bodyZh: "{x}", bodyEn: "{x}" },
  ),
  // Of what is the asker's own; nobody's own is refused to them.
  "Mutation.takeBackMessage": allowed("own", 'mutation { takeBackMessage(id: "x") { __typename } }'),
  "Mutation.readMentions": allowed("own", 'mutation { readMentions(caseId: "x") }'),
  "Mutation.reportPresence": async (client, { own, other }) => {
    const got = async ({ id }: SeededCase) => {
      const { data } = await client.query<{ reportPresence: boolean } | null>(
        "mutation ($c: ID!, $p: UUID!) { reportPresence(caseId: $c, page: $p) }",
        { c: id, p: newId() },
      );
      return data?.reportPresence === true;
    };
    return levelOf({ own: await got(own), other: await got(other) });
  },
  // Open to everyone, and what it sends goes to the case's own customer.
  "Mutation.resendCaseLink": told(
    "own",
    "mutation ($input: ResendCaseLinkInput!) { resendCaseLink(input: $input) { __typename } }",
    { number: "", contact: "x" },
  ),
  "Mutation.openCaseForCustomer": permitted(
    "yes",
    "mutation ($input: OpenCaseForCustomerInput!) { openCaseForCustomer(input: $input) { __typename } }",
    {
      ...{ transactionId: "x", channel: "PHONE", amount: { minor: "1", currency: "CNY" }, reason: "OTHER" },
      contact: { name: "x" },
    },
  ),
  ...Object.fromEntries(
    ["submitPolicyDraft", "approvePolicyDraft", "discardPolicyDraft"].map((name) => [
      `Mutation.${name}`,
      lets(`mutation ($input: PolicyDraftInput!) { ${name}(input: $input) { __typename } }`, noDraft),
    ]),
  ),
  "Mutation.publishPolicy": lets(
    "mutation ($input: PublishPolicyInput!) { publishPolicy(input: $input) { __typename } }",
    noDraft,
  ),
  "Mutation.withdrawPolicyVersion": lets(
    "mutation ($input: WithdrawPolicyVersionInput!) { withdrawPolicyVersion(input: $input) { __typename } }",
    { versionId: "x", reason: "x" },
  ),
  "Mutation.endPolicy": lets("mutation ($input: EndPolicyInput!) { endPolicy(input: $input) { __typename } }", {
    versionId: "x",
    reason: "x",
  }),
  "Mutation.sendBackPolicyDraft": lets(
    "mutation ($input: SendBackPolicyDraftInput!) { sendBackPolicyDraft(input: $input) { __typename } }",
    { ...noDraft, note: "x" },
  ),
  "Mutation.savePolicyDraft": lets(
    "mutation ($input: SavePolicyDraftInput!) { savePolicyDraft(input: $input) { __typename } }",
    { ...noDraft, kind: "MAJOR", note: "", content: noContent },
  ),
  "Mutation.createPolicy": lets(
    "mutation ($input: CreatePolicyInput!) { createPolicy(input: $input) { __typename } }",
    {
      scope: "CATEGORY",
      value: "x",
      label: { zh: "x", en: "x" },
    },
  ),
  "Mutation.startPolicyDraft": lets('mutation { startPolicyDraft(policy: "none") { __typename } }', {}),
  "Mutation.dropPolicyTest": lets('mutation { dropPolicyTest(id: "none") { __typename } }', {}),
  "Mutation.keepPolicyTest": lets(
    "mutation ($input: KeepPolicyTestInput!) { keepPolicyTest(input: $input) { __typename } }",
    {
      ...{ id: newId(), policy: "none", name: "x", expected: "REVIEW" },
      facts: {
        ...{
          amount: { minor: "1", currency: "CNY" },
          reason: "OTHER",
          merchantAnswer: "SILENT",
          amountRefundable: true,
        },
        ...{ withinWindow: true, proofPresent: true, identityConfirmed: true, goodsAccepted: true },
      },
    },
  ),
  "Mutation.keepCaseAsPolicyTest": lets(
    "mutation ($input: KeepCaseAsPolicyTestInput!) { keepCaseAsPolicyTest(input: $input) { __typename } }",
    { id: newId(), caseId: "x", policy: "none", name: "x", expected: "REVIEW" },
  ),
  "Mutation.attestPolicy": lets(
    "mutation ($input: AttestPolicyInput!) { attestPolicy(input: $input) { __typename } }",
    {
      versionId: "x",
      contentHash: "x",
    },
  ),
};

/** Whether a mutation lets somebody in at all; it is told what is not there, and writes nothing. */
function lets(document: string, input: object): Probe {
  return async (client) => {
    const { errors } = await client.query<object | null>(document, { input });
    return errors.some(({ extensions }) => /^(FORBIDDEN|UNAUTHENTICATED)$/.test(extensions?.code ?? "")) ? "no" : "yes";
  };
}

/** Where any value of the type will not do: inputs of which one has to be permitted. */
const apt: Readonly<Record<string, readonly object[]>> = {
  recordCheck: [{ check: "GOODS_STATE", outcome: "PASSED" }],
  proposeCheckWaiver: [{ check: "GOODS_STATE", outcome: "WAIVED", reason: "Seen." }],
  holdMessage: [{ thread: "CUSTOMER" }, { thread: "MERCHANT" }, { thread: "BANK" }],
  sendMessage: [{ thread: "CUSTOMER" }, { thread: "MERCHANT" }, { thread: "BANK" }],
  makeOffer: [{ overrideReason: "Both sides have a point." }],
};

interface ActionAnswer {
  readonly __typename: string;
  readonly reasons?: readonly { readonly code: string }[];
}

/** An action on a case: permitted when the rules have nothing against the role, whatever else they have against the action. */
export function actionProbe(api: TestApi, schema: GraphQLSchema, seeds: Seeds, name: string): Probe {
  const field = schema.getMutationType()?.getFields()[name];
  const input = field?.args.find((arg) => arg.name === "input");
  if (field === undefined || input === undefined) throw new Error(`${name} takes no input`);
  const document = `mutation ($input: ${getNamedType(input.type).name}!) {
    ${name}(input: $input) { __typename ... on ActionRefused { reasons { code } } } }`;

  async function permits(client: ApiClient, target: SeededCase, chosen: object): Promise<boolean> {
    const { version } = await api.house.db
      .selectFrom("cases")
      .select("version")
      .where("id", "=", target.caseId)
      .executeTakeFirstOrThrow();
    const known = {
      caseId: target.id,
      expectedVersion: version,
      idempotencyKey: newId(),
      assigneeId: seeds.assigneeId,
    };
    const variables = { input: sampleOf(input?.type, "input", { ...known, ...chosen }) };
    const { data, errors } = await client.query<Record<string, ActionAnswer> | null>(document, variables);
    const answer = data?.[name];
    if (answer === undefined) throw new Error(`${name} did not answer: ${JSON.stringify(errors)}`);
    return answer.__typename !== "CaseNotFound" && !answer.reasons?.some(({ code }) => code === "NOT_PERMITTED");
  }

  return async (client, { own, other }) => {
    const got = { own: false, other: false };
    for (const chosen of apt[name] ?? [{}]) {
      got.own = (await permits(client, own, chosen)) || got.own;
      got.other = (await permits(client, other, chosen)) || got.other;
    }
    return levelOf(got);
  };
}

/** What live views tell: both cases are said to have changed, and each reader hears of those in sight. */
export async function streamLevels(
  api: TestApi,
  schema: GraphQLSchema,
  seeds: Seeds,
  name: string,
): Promise<MatrixRow | null> {
  const heard = new Map<Reader, string>(readers.map((reader) => [reader, ""]));
  const both = [seeds.own, seeds.other];
  // `is`: what is told does not name its case itself.
  const documents: Readonly<Record<string, readonly { readonly document: string; readonly is?: string }[]>> = {
    caseChanged: both.map(({ id }) => ({ document: `subscription { caseChanged(id: "${id}") { id } }` })),
    // Whoever may import sees every import.
    importChanged: both.map(({ id }) => ({
      document: `subscription { importChanged(id: "${seeds.importId}") { state } }`,
      is: id,
    })),
    queueChanged: [{ document: "subscription { queueChanged { id } }" }],
    presenceChanged: both.map(({ id }) => ({
      document: `subscription { presenceChanged(caseId: "${id}") { state } }`,
      is: id,
    })),
    exportChanged: (await givenExports(api)).map((id) => ({
      document: `subscription { exportChanged(id: "${id}") { state } }`,
      is: seeds.own.id,
    })),
    mentionsChanged: [{ document: "subscription { mentionsChanged }", is: seeds.own.id }],
  };
  const asked = documents[name];
  if (asked === undefined) return null;
  for (const reader of readers) {
    const contextValue = makeContext(api.house, {
      actor: await actorOf(api, reader, seeds),
      locale: "en",
      cameBy: "NOTHING",
      clientAddress: "127.0.0.1",
    });
    for (const { document, is } of asked) {
      const stream = await subscribe({ schema, document: parse(document), contextValue });
      if (!(Symbol.asyncIterator in stream)) continue;
      void listen(stream, (text) =>
        heard.set(reader, (heard.get(reader) ?? "") + (is === undefined ? text : JSON.stringify(is))),
      );
    }
  }
  // The streams begin to listen when they are first asked, which is at once but not before this.
  await setTimeout(50);
  await announce(api, seeds);
  await setTimeout(500);
  return rowOf((reader) => {
    const text = heard.get(reader) ?? "";
    return levelOf({ own: text.includes(`"${seeds.own.id}"`), other: text.includes(`"${seeds.other.id}"`) });
  });
}

/** One of everybody's own. */
async function givenExports(api: TestApi): Promise<readonly string[]> {
  await settleExports(api);
  const started = staffRoles.map(async (role) => {
    const { data } = await api.as(role).query<{ startExport: { id?: string } } | null>(START_EXPORT, { key: newId() });
    return data?.startExport.id ?? [];
  });
  return (await Promise.all(started)).flat();
}

async function listen(stream: AsyncIterable<unknown>, tell: (text: string) => void): Promise<void> {
  for await (const answer of stream) tell(JSON.stringify(answer));
}

async function announce(api: TestApi, { own, other }: Seeds): Promise<void> {
  await api.house.db.transaction().execute(async (trx) => {
    await announceCase(trx, own.caseId, 1);
    await announceCase(trx, other.caseId, 1);
    for (const role of staffRoles) await tellMentioned(trx, api.as(role).staffId);
  });
}

async function actorOf(api: TestApi, reader: Reader, seeds: Seeds): Promise<Actor> {
  if (reader === "SIGNED_OUT") return strangerActor;
  if (reader === "CUSTOMER") return customerActor(seeds.own.caseId, "customer");
  const caller = await findActor(
    { db: api.house.db, login: api.login, clock: api.house.clock },
    { cookie: api.as(reader).cookie },
  );
  if (caller === null) throw new Error(`${reader} is not signed in`);
  return caller.actor;
}

/** Whether a mutation is about a case, and says of one out of sight that it is not there. */
export function isCaseAction(field: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(field.type);
  return isUnionType(named) && named.getTypes().some(({ name }) => name === "CaseNotFound");
}

/** A field that answers for one case at a time: null and an empty list are nothing. */
function perCase(document: string, variables: (target: SeededCase) => object): Probe {
  return async (client, { own, other }) => {
    const got = async (target: SeededCase) => {
      const { data } = await client.query(document, variables(target));
      return Object.values(data).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
    };
    return levelOf({ own: await got(own), other: await got(other) });
  };
}

/** A list: which of the two is in it. */
function listed(document: string, idOf: (target: SeededCase) => string): Probe {
  return async (client, { own, other }) => {
    const text = JSON.stringify((await client.query(document)).data);
    return levelOf({ own: text.includes(`"${idOf(own)}"`), other: text.includes(`"${idOf(other)}"`) });
  };
}

/** The same for actions on many cases; which of them somebody sees is tested where they are. */
function bulk(name: string, inputType: string, input: object): Probe {
  const cases = [{ caseId: "x", expectedVersion: 1 }];
  return permitted("yes", `mutation ($input: ${inputType}!) { ${name}(input: $input) { done } }`, { ...input, cases });
}

/** Whether a mutation lets somebody in at all, and then to how much. */
function permitted(level: Level, document: string, input: object): Probe {
  return (client, seeds) => told(level, document, { ...input, idempotencyKey: newId() })(client, seeds);
}

/** The same where the mutation takes no key. */
function told(level: Level, document: string, input: object): Probe {
  return answered(level, document, { input });
}

/** The same for one whose input the document brings itself. */
function answered(level: Level, document: string, variables: object = {}): Probe {
  return async (client) => {
    const { data, errors } = await client.query<object | null>(document, variables);
    if (errors.some(({ extensions }) => /^(FORBIDDEN|UNAUTHENTICATED)$/.test(extensions?.code ?? ""))) return "no";
    if (data === null) throw new Error(`${document} did not answer: ${JSON.stringify(errors)}`);
    return level;
  };
}

/** Whether a mutation without input lets somebody in. */
function allowed(level: Level, document: string): Probe {
  return async (client) => {
    const { errors } = await client.query<object | null>(document);
    return errors.some(({ extensions }) => /^(FORBIDDEN|UNAUTHENTICATED)$/.test(extensions?.code ?? "")) ? "no" : level;
  };
}

/** Whether a mutation lets somebody in at all. */
function letsIn(level: Level, document: string, variables: object = {}): Probe {
  return async (client) => {
    const { data, errors } = await client.query<object | null>(document, variables);
    if (errors.some(({ extensions }) => /^(FORBIDDEN|UNAUTHENTICATED)$/.test(extensions?.code ?? ""))) return "no";
    if (data === null) throw new Error(`${document} did not answer: ${JSON.stringify(errors)}`);
    return level;
  };
}

/** What is kept of somebody's training: one's own, and another's. */
function perLearner(document: string): Probe {
  return async (client, { assigneeId }) => {
    const { data } = await client.query<{ viewer: { id: string } | null }>("{ viewer { id } }");
    const own = data.viewer?.id;
    const sees = async (id: string) =>
      JSON.stringify((await client.query(document, { id })).data).match(/"(id|standing)":/) !== null;
    const other = own === assigneeId ? false : await sees(assigneeId);
    if (other) return "yes";
    return own !== undefined && (await sees(own)) ? "own" : "no";
  };
}

/** Something that is nobody's in particular: there or not. */
function anything(document: string): Probe {
  return async (client) => (/"id":/.test(JSON.stringify((await client.query(document)).data)) ? "yes" : "no");
}

/** Of an import: there or not. */
function anImport(document: string): Probe {
  return async (client, { importId: id }) =>
    /"id":/.test(JSON.stringify((await client.query(document, { id })).data)) ? "yes" : "no";
}

/** A value that the schema accepts, for arguments whose content does not matter here; fields that are given win. */
export function sampleOf(
  type: GraphQLInputType | undefined,
  name: string,
  given: Readonly<Record<string, unknown>> = {},
): unknown {
  if (name in given) return given[name];
  if (type === undefined || (!isNonNullType(type) && name !== "input")) return null;
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return [sampleOf(inner.ofType, name, given)];
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields());
    return Object.fromEntries(fields.map((field) => [field.name, sampleOf(field.type, field.name, given)]));
  }
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  const samples: Readonly<Record<string, unknown>> = {
    BigInt: "100",
    CurrencyCode: "CNY",
    Int: 1,
    Boolean: true,
    ID: "x",
    UUID: newId(),
    Day: "2026-03-10",
    DateTime: "2026-03-10T08:00:00.000Z",
  };
  return samples[inner.name] ?? "some words";
}
