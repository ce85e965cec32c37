import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import type { TestApi } from "./api.ts";
import type { ApiClient } from "./api-client.ts";
import { newCase } from "./case-stages.ts";
import { approve, ask, draftOf, publish, save, submit } from "./policy-room.ts";

interface Attempt {
  readonly client: ApiClient;
  readonly variables: Readonly<Record<string, unknown>>;
}

let category = 1000;

/** Mutations on policies, asked as they are when nothing is wrong; each on a policy of its own. */
export function policyAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  const officer = () => api.as("COMPLIANCE_OFFICER");
  const create = () => ({ scope: "CATEGORY", value: String(category++), label: { zh: "类别", en: "a category" } });
  const fresh = async () => draftOf(await ask(officer(), "createPolicy", "CreatePolicyInput", create()));
  const written = async () => {
    const draft = await fresh();
    return draftOf(await save(officer(), draft, { ...draft.content, windowDays: 9 }));
  };
  const submitted = async () => draftOf(await submit(officer(), await written()));
  const approved = async () => {
    const once = draftOf(await approve(await api.another("COMPLIANCE_OFFICER"), await submitted()));
    return draftOf(await approve(api.as("SUPERVISOR"), once));
  };
  const published = async (from: string | null) => {
    const { id } = draftOf(await publish(officer(), await approved(), from));
    return toGlobalId("PolicyVersion", fromGlobalId(id)?.id ?? "");
  };
  const end = (versionId: string) => ({
    client: officer(),
    variables: { input: { versionId, reason: "The limit was wrong." } },
  });
  const on = async (
    draft: { readonly id: string; readonly revision: number },
    more: object = {},
    client = officer(),
  ) => ({
    client,
    variables: { input: { draftId: draft.id, expectedRevision: draft.revision, ...more } },
  });
  const test = { policy: "default", name: "A case", expected: "REVIEW" };
  const facts = {
    ...{ amount: { minor: "1000", currency: "CNY" }, reason: "OTHER", merchantAnswer: "SILENT", daysSinceSale: 1 },
    ...{ amountRefundable: true, withinWindow: true, proofPresent: true, identityConfirmed: true, goodsAccepted: true },
  };
  return {
    createPolicy: async () => ({ client: officer(), variables: { input: create() } }),
    startPolicyDraft: async () => {
      const { db } = api.house;
      const open = await db
        .selectFrom("policy_draft")
        .select("id")
        .where("policy", "=", "default")
        .where("state", "=", "DRAFT")
        .execute();
      for (const { id } of open)
        await db.updateTable("policy_draft").set({ state: "DISCARDED" }).where("id", "=", id).execute();
      return { client: officer(), variables: { policy: "default" } };
    },
    savePolicyDraft: async () => {
      const draft = await fresh();
      return on(draft, { kind: "MAJOR", note: "More time.", content: { ...draft.content, windowDays: 9 } });
    },
    submitPolicyDraft: async () => on(await written()),
    sendBackPolicyDraft: async () => on(await submitted(), { note: "Read row 3 again." }),
    approvePolicyDraft: async () => on(await submitted(), {}, api.as("SUPERVISOR")),
    publishPolicy: async () => on(await approved()),
    withdrawPolicyVersion: async () => end(await published("2099-01-01T09:30:00.000Z")),
    endPolicy: async () => {
      const versionId = await published(null);
      api.clock.advance({ minutes: 1 });
      return end(versionId);
    },
    discardPolicyDraft: async () => on(await fresh()),
    keepPolicyTest: async () => ({ client: officer(), variables: { input: { id: newId(), ...test, facts } } }),
    keepCaseAsPolicyTest: async () => {
      const { id: caseId } = await newCase(api);
      return { client: officer(), variables: { input: { id: newId(), caseId, ...test } } };
    },
    dropPolicyTest: async () => {
      const id = newId();
      const KEEP = "mutation ($input: KeepPolicyTestInput!) { keepPolicyTest(input: $input) { __typename } }";
      await officer().query(KEEP, { input: { id, ...test, facts } });
      return { client: officer(), variables: { id } };
    },
    attestPolicy: async () => {
      const row = await api.house.db
        .selectFrom("policy_version")
        .select(["id", "content_hash"])
        .where("policy", "=", "default")
        .executeTakeFirstOrThrow();
      const input = { versionId: toGlobalId("PolicyVersion", row.id), contentHash: row.content_hash };
      return { client: await api.another("SUPPORT_AGENT"), variables: { input } };
    },
  };
}
