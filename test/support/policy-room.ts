import { newId } from "../../server/kernel/ids.ts";
import type { TestApi } from "./api.ts";
import type { ApiClient } from "./api-client.ts";

const CELLS =
  "reasons networks channels merchantAnswers currencies amountAbove { minor currency } amountAtMost { minor currency } daysMoreThan daysAtMost transactionFound amountRefundable withinWindow proofPresent identityConfirmed goodsAccepted";
const ROW = `when { ${CELLS} } outcome straightThrough approvals because { zh en }`;
const CONTENT = `title { zh en } timeZone windowDays windows { reason days } proofNeeded acceptedProofs identityNeededAbove { minor currency }
  goodsStateNeededFor rows { ${ROW} } otherwise { ${ROW} } agentDecidesUpTo { minor currency } supervisorGrantsUpTo { minor currency }
  autoLimit { minor currency } arrivalWorkingDaysFrom arrivalWorkingDaysTo appealWindowDays reopenWindowDays feesBorneBy feeBasisPoints feeFixed { minor currency }
  responsibilities { step { zh en } who { zh en } what { zh en } } publicText { zh en }`;
const DONE = `__typename ... on PolicyDraftDone { draft { id revision state versionName findings { kind row conditions }
  availableActions { action allowed reasons { code } } content { ${CONTENT} } } policy { name } }
  ... on PolicyRefused { reasons { code } } ... on StalePolicyDraft { draft { revision } }`;

export interface SentContent {
  readonly windowDays: number;
  readonly rows: readonly { readonly when: Record<string, unknown>; readonly outcome: string }[];
  readonly [field: string]: unknown;
}

export interface DraftAnswer {
  readonly __typename: string;
  readonly draft?: {
    readonly id: string;
    readonly revision: number;
    readonly state: string;
    readonly versionName: string;
    readonly findings: readonly { readonly kind: string; readonly row: number | null }[];
    readonly availableActions: readonly {
      readonly action: string;
      readonly allowed: boolean;
      readonly reasons: readonly { readonly code: string }[];
    }[];
    readonly content: SentContent;
  };
  readonly policy?: { readonly name: string };
  readonly reasons?: readonly { readonly code: string }[];
}

/** Asks one of the mutations that answer with a draft; what is not let in at all answers by its error's code. */
export async function ask(client: ApiClient, mutation: string, type: string, input: object): Promise<DraftAnswer> {
  const document = `mutation ($input: ${type}!) { answer: ${mutation}(${mutation === "startPolicyDraft" ? "policy" : "input"}: $input) { ${DONE} } }`;
  const { data, errors } = await client.query<{ answer: DraftAnswer } | null>(document, { input });
  return data?.answer ?? { __typename: errors[0]?.extensions?.code ?? "NOTHING" };
}

export async function start(client: ApiClient, policy = "default"): Promise<NonNullable<DraftAnswer["draft"]>> {
  const document = `mutation ($policy: String!) { answer: startPolicyDraft(policy: $policy) { ${DONE} } }`;
  const { data } = await client.query<{ answer: DraftAnswer }>(document, { policy });
  return draftOf(data.answer);
}

export function draftOf(answer: DraftAnswer): NonNullable<DraftAnswer["draft"]> {
  if (answer.__typename !== "PolicyDraftDone" || answer.draft === undefined) throw new Error(JSON.stringify(answer));
  return answer.draft;
}

interface Draft {
  readonly id: string;
  readonly revision: number;
}
const at = ({ id, revision }: Draft) => ({ draftId: id, expectedRevision: revision });

export const save = (client: ApiClient, draft: Draft, content: object, kind = "MAJOR", note = "More time.") =>
  ask(client, "savePolicyDraft", "SavePolicyDraftInput", { ...at(draft), content, kind, note });
export const submit = (client: ApiClient, draft: Draft) =>
  ask(client, "submitPolicyDraft", "PolicyDraftInput", at(draft));
export const approve = (client: ApiClient, draft: Draft) =>
  ask(client, "approvePolicyDraft", "PolicyDraftInput", at(draft));
export const discard = (client: ApiClient, draft: Draft) =>
  ask(client, "discardPolicyDraft", "PolicyDraftInput", at(draft));
export const publish = (client: ApiClient, draft: Draft, from: string | null = null) =>
  ask(client, "publishPolicy", "PublishPolicyInput", { ...at(draft), from });

/** From a changed text to a version in force: written by one officer, agreed to by another and a supervisor. */
export async function givenVersion(
  api: TestApi,
  change: (content: SentContent) => object,
  { policy = "default", from = null as string | null } = {},
): Promise<string> {
  const officer = api.as("COMPLIANCE_OFFICER");
  return publishText(
    api,
    draftOf(await save(officer, await start(officer, policy), change((await start0(api, policy)).content))),
    from,
  );
}

async function start0(api: TestApi, policy: string) {
  const document = `query ($policy: String!) { policy(name: $policy) { draft { content { ${CONTENT} } } } }`;
  const { data } = await api
    .as("COMPLIANCE_OFFICER")
    .query<{ policy: { draft: { content: SentContent } } }>(document, { policy });
  return data.policy.draft;
}

export async function publishText(api: TestApi, saved: Draft, from: string | null): Promise<string> {
  const [officer, second] = [api.as("COMPLIANCE_OFFICER"), await api.another("COMPLIANCE_OFFICER")];
  const submitted = draftOf(await submit(officer, saved));
  const once = draftOf(await approve(second, submitted));
  const twice = draftOf(await approve(api.as("SUPERVISOR"), once));
  const { id } = draftOf(await publish(officer, twice, from));
  // From then on it decides.
  if (from === null) api.clock.advance({ minutes: 1 });
  return id;
}

export const newTestId = newId;
