import { type GraphQLField, type GraphQLInputType, getNamedType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../server/kernel/ids.ts";
import { buildApiSchema } from "../../server/schema.ts";
import type { StaffRole } from "../../server/staff/domain/roles.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { documentOf } from "../support/bad-input.ts";
import { attemptAt, successes } from "../support/mutation-attempts.ts";
import { hashTables } from "../support/what-is-stored.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Row {
  /** How whoever was slower is told so: the type of the answer, or the reason that stands in it. */
  readonly conflict: string;
  /** What has to be asked for to read it. */
  readonly reads?: string;
  /** Who else asks, where the same person's second time is no second intention. */
  readonly rival?: StaffRole;
  /** The field that makes it another intention, where the same again is what stands already. */
  readonly own?: string;
}

/** By the type of the answer. */
// biome-ignore format: a table is read by its columns
const answers: Readonly<Record<string, Row>> = {
  CaseActionResult:              { conflict: "StaleCase" },
  BulkResult:                    { conflict: "StaleCase", reads: "rows { result { __typename } }" },
  ApprovalBatchRow:              { conflict: "StaleApproval", reads: "result { __typename }" },
  PolicyDraftResult:             { conflict: "StalePolicyDraft" },
  CourseResult:                  { conflict: "StaleCourse" },
  TrainingRuleResult:            { conflict: "StaleTrainingRule" },
  ProposeRoleChangeResult:       { conflict: "StaleRole" },
  MoveStaffResult:               { conflict: "StaleStaff" },
  KeepMerchantResult:            { conflict: "StaleRegistryEntry" },
  KeepInstitutionResult:         { conflict: "StaleRegistryEntry" },
  CorrectCalendarResult:         { conflict: "StaleCalendar" },
  ChangeDeskSettingsResult:      { conflict: "StaleDeskSettings" },
  KeepWebhookEndpointResult:     { conflict: "StaleWebhookEndpoint" },
  KeepProviderMaintenanceResult: { conflict: "StaleProviderMaintenance" },
  FindingResult:                 { conflict: "AUDIT_STALE", reads: "... on AuditRefused { reasons { code } }" },
  ReviewSampleItemResult:        { conflict: "AUDIT_STALE", reads: "... on AuditRefused { reasons { code } }" },
  SaveNoticeTemplateResult:      { conflict: "TEMPLATE_STALE", reads: "... on NoticeRefused { reasons { code } }" },
};

/** What is told otherwise than its neighbours are. */
const unlike: Readonly<Record<string, Row>> = {
  // The role itself has no new version until others have agreed; there is one proposal at a time, and that is the reason said.
  proposeRoleChange: { conflict: "RoleChangeRefused" },
  // What was a draft is published, and no draft is there any more.
  publishCourse: { conflict: "NO_DRAFT", reads: "... on TrainingRefused { reasons { code } }" },
  approvePolicyDraft: { conflict: "StalePolicyDraft", rival: "COMPLIANCE_OFFICER" },
  savePolicyDraft: { conflict: "StalePolicyDraft", own: "note" },
};

type Field = GraphQLField<unknown, unknown>;

/** Whether somebody says by it which version they have seen. */
function takesVersion(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return false;
  return Object.values(named.getFields()).some(
    (field) => /^expected(Version|Revision)$/.test(field.name) || takesVersion(field.type),
  );
}

const versioned = Object.values(buildApiSchema().getMutationType()?.getFields() ?? {}).filter(({ args }) =>
  args.some(({ type }) => takesVersion(type)),
);

interface Answer {
  readonly __typename?: string;
  readonly rows?: readonly Answer[];
  readonly result?: Answer;
  readonly reasons?: readonly { readonly code: string }[];
}

/** Its word in one: what was done, or which conflict it names. */
function wordOf(answer: Answer | readonly Answer[] | undefined): string {
  const one = [answer].flat()[0] as Answer | undefined;
  const inner = one?.rows?.[0] ?? one?.result;
  if (inner !== undefined) return wordOf(inner);
  return one?.reasons?.map((reason) => reason.code).join() ?? one?.__typename ?? "nothing";
}

/** Another intention over the same version: under the same key it would be the same one, and answered alike. */
function anew(told: unknown, own: string): unknown {
  if (Array.isArray(told)) return told.map((one) => anew(one, own));
  if (typeof told !== "object" || told === null) return told;
  const entries = Object.entries(told);
  return Object.fromEntries(entries.map(([name, value]) => [name, name === own ? newId() : anew(value, own)]));
}

async function ask(client: ApiClient, field: Field, { reads = "", own = "idempotencyKey" }: Row, variables: unknown) {
  const document = documentOf("mutation", field).replace("{ __typename }", `{ __typename ${reads} }`);
  const { data, errors } = await client.query<Readonly<Record<string, Answer>> | null>(
    document,
    anew(variables, own) as object,
  );
  expect(errors).toEqual([]);
  return wordOf(data?.[field.name]);
}

test("there are such mutations in every room", () => {
  expect(new Set(versioned.map(({ type }) => getNamedType(type).name))).toEqual(new Set(Object.keys(answers)));
});

describe.each(versioned.map((field) => [field.name, field] as const))("%s", (name, field) => {
  test("of two at once over the same version one is done, and the other is told of it by name and writes nothing", async () => {
    const row = unlike[name] ?? answers[getNamedType(field.type).name];
    if (row === undefined) throw new Error(`${name} stands in no row`);
    const { conflict } = row;
    const { client, variables } = await attemptAt(api, name);
    const rival = row.rival === undefined ? client : await api.another(row.rival);
    const asked = (by: ApiClient) => ask(by, field, row, variables);
    const words = await Promise.all([asked(client), asked(rival)]);
    const done = words.filter((word) => word !== conflict);
    expect(words).toContain(conflict);
    expect(done).toHaveLength(1);
    expect([...successes, "ApprovalDecided"]).toContain(done[0]);

    const before = await hashTables(api.house.db);
    expect(await asked(rival)).toBe(conflict);
    expect(await hashTables(api.house.db)).toEqual(before);
  });
});
