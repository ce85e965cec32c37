import { raiseFinding } from "../../server/audit/actions/raise-finding.ts";
import { boundaryOf, previewSample } from "../../server/audit/queries/preview-sample.ts";
import { addDays } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import type { TestApi } from "./api.ts";
import type { ApiClient } from "./api-client.ts";
import * as stage from "./case-stages.ts";
import { staffActorOf } from "./given-case.ts";
import { aPlan, givenSample } from "./given-sample.ts";

interface Attempt {
  readonly client: ApiClient;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Mutations of samples and findings, asked as they are when nothing is wrong. */
export function sampleAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  const officer = () => api.as("COMPLIANCE_OFFICER");
  const due = () => addDays(deskDay(api.clock.now()), 14);
  const agentId = () => toGlobalId("Staff", api.as("SUPPORT_AGENT").staffId);

  async function givenItem() {
    await stage.declined(api);
    const { items } = await givenSample(api, { size: 1 });
    const [item] = items;
    if (item === undefined) throw new Error("Nothing was drawn");
    return item;
  }

  async function givenFinding() {
    const { itemId } = await givenItem();
    const raised = await raiseFinding(
      { ...api.house, actor: await staffActorOf(api, "COMPLIANCE_OFFICER"), locale: "en" },
      {
        ...{ itemId, severity: "LOW", what: "No reason.", cause: "Haste.", correction: "Write one." },
        ...{ ownerId: api.as("SUPPORT_AGENT").staffId, dueOn: due(), key: newId() },
      },
    );
    if (!raised.ok) throw new Error(raised.error.join());
    return toGlobalId("AuditFinding", raised.value);
  }

  return {
    async drawSample() {
      await stage.declined(api);
      api.clock.advance({ minutes: 2 });
      const { fromOn, toOn, ...plan } = aPlan(api);
      const asked = { ...plan, fromOn, toOn };
      const asOf = boundaryOf(asked, api.clock.now());
      const preview = await previewSample(api.house.db, await staffActorOf(api, "COMPLIANCE_OFFICER"), asked, asOf);
      if (!preview.ok) throw new Error(preview.error.join());
      const { populationHash } = preview.value;
      const input = { title: "Fourth quarter", plan: { ...plan, from: fromOn, to: toOn }, populationHash };
      const variables = { input: { ...input, asOf: asOf.toISOString(), idempotencyKey: newId() } };
      return { client: officer(), variables };
    },
    async reviewSampleItem() {
      const { id: itemId } = await givenItem();
      const answers = [{ question: "RIGHT_POLICY", answer: "NO", note: "Another shop's." }];
      return { client: officer(), variables: { input: { itemId, expectedVersion: 1, answers } } };
    },
    async raiseFinding() {
      const { id: itemId } = await givenItem();
      const texts = { what: "No reason.", cause: "Haste.", correction: "Write one." };
      const input = { itemId, severity: "HIGH", ...texts, ownerId: agentId(), dueOn: due(), idempotencyKey: newId() };
      return { client: officer(), variables: { input } };
    },
    async changeFinding() {
      const input = { findingId: await givenFinding(), expectedVersion: 1, severity: "MEDIUM", dueOn: due() };
      return { client: officer(), variables: { input: { ...input, ownerId: agentId() } } };
    },
    async moveFinding() {
      const input = { findingId: await givenFinding(), expectedVersion: 1, step: "COMPLETE", note: "Written." };
      return { client: api.as("SUPPORT_AGENT"), variables: { input } };
    },
  };
}
