import { newId } from "../../../server/kernel/ids.ts";
import { anything, letsIn, type Probes, told } from "./probe.ts";

const noDraft = { draftId: "x", expectedRevision: 1 };
const noVersion = { versionId: "x", reason: "x" };
const noText = { zh: "", en: "" };
const noRow = { when: {}, outcome: "REVIEW", straightThrough: false, approvals: [], because: noText };
const noContent = {
  ...{ title: noText, publicText: noText, timeZone: "Asia/Shanghai", windowDays: 1, windows: [] },
  ...{ proofNeeded: false, acceptedProofs: [] },
  ...{ identityNeededAbove: [], goodsStateNeededFor: [], rows: [], otherwise: noRow, agentDecidesUpTo: [] },
  ...{ supervisorGrantsUpTo: [], arrivalWorkingDaysFrom: 1, arrivalWorkingDaysTo: 3, appealWindowDays: 1 },
  ...{ reopenWindowDays: 1, feesBorneBy: "MERCHANT", responsibilities: [] },
};
const someFacts = {
  ...{ amount: { minor: "1", currency: "CNY" }, reason: "OTHER", merchantAnswer: "SILENT", amountRefundable: true },
  ...{ withinWindow: true, proofPresent: true, identityConfirmed: true, goodsAccepted: true },
};

/** Of no draft, version or policy that is there: they answer, and do nothing. */
export const policyProbes: Probes = {
  "Query.policies": anything("{ policies { edges { node { id } } } }"),
  "Query.policyInForce": anything("{ policyInForce { id } }"),
  "Query.policyBook": anything("{ policyBook { edges { node { id } } } }"),
  "Query.policy": anything('{ policy(name: "default") { id } }'),
  "Query.policyScopePreview": anything('{ policyScopePreview(scope: CHANNEL, value: "WEB") { id: wider { id } } }'),
  "Query.policyDraft": anything("query ($id: ID!) { policyDraft(id: $id) { id } }", ({ policyDraftId: id }) => ({
    id,
  })),
  "Mutation.createPolicy": told("yes", { scope: "CATEGORY", value: "x", label: { zh: "x", en: "x" } }),
  "Mutation.startPolicyDraft": letsIn("yes", { policy: "none" }),
  "Mutation.savePolicyDraft": told("yes", { ...noDraft, kind: "MAJOR", note: "", content: noContent }),
  "Mutation.submitPolicyDraft": told("yes", noDraft),
  "Mutation.sendBackPolicyDraft": told("yes", { ...noDraft, note: "x" }),
  "Mutation.approvePolicyDraft": told("yes", noDraft),
  "Mutation.discardPolicyDraft": told("yes", noDraft),
  "Mutation.publishPolicy": told("yes", noDraft),
  "Mutation.withdrawPolicyVersion": told("yes", noVersion),
  "Mutation.endPolicy": told("yes", noVersion),
  "Mutation.keepPolicyTest": told("yes", {
    ...{ id: newId(), policy: "none", name: "x", expected: "REVIEW", facts: someFacts },
  }),
  "Mutation.keepCaseAsPolicyTest": told("yes", {
    ...{ id: newId(), caseId: "x", policy: "none", name: "x", expected: "REVIEW" },
  }),
  "Mutation.dropPolicyTest": letsIn("yes", { id: "none" }),
  "Mutation.attestPolicy": told("yes", { versionId: "x", contentHash: "x" }),
};
