import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { newId } from "../../server/kernel/ids.ts";
import { sampleOf } from "./probes/action-probe.ts";
import type { Thing, Things } from "./scope-things.ts";

/**
 * What an argument can name that is somebody's, by its own name or, where that says too little, by its place
 * (`Query.node.id`, `CaseFilter.assigneeId`). NOBODYS: what it names belongs to the whole desk, or it names nothing.
 */
// biome-ignore format: a table is read by its columns
const names: Readonly<Record<string, readonly Thing[] | "NOBODYS">> = {
  caseId: ["Case"],
  caseIds: ["Case"],
  caseNumber: ["caseNumber"],
  merchantId: ["Merchant"],
  institutionId: ["Institution"],
  transactionId: ["Transaction"],
  noticeId: ["Notice"],
  recordId: ["TrainingRecord"],
  "Query.quiz.id": ["Quiz"],
  evidenceId: ["Evidence"],
  exceptionId: ["CaseEvent"],
  staffId: ["Staff"],
  staffIds: ["Staff"],
  actorId: ["Staff"],
  assigneeId: ["Staff"],
  delegateId: ["Staff"],
  heirId: ["Staff"],
  ownerId: ["Staff"],
  viewerId: ["Staff"],
  fromId: ["Staff"],
  toIds: ["Staff"],
  mentions: ["Staff"],
  merchantNumber: ["merchantNumber"],
  voucherNumber: ["voucher"],
  reference: ["reference"],
  retrievalReference: ["reference"],
  text: ["caseNumber", "merchantName", "merchantNumber", "voucher", "reference"],

  "Query.case.id": ["Case"],
  "Query.case.number": ["caseNumber"],
  "RevokeApiKeyInput.id": ["ApiKey"],
  "Query.node.id": ["ApiKey", "ApprovalRequest", "Case", "CaseEvent", "Clock", "Customer", "Dispute", "Evidence", "Institution", "Merchant", "Notice", "Referral", "Refund", "Staff", "TrainingRecord", "Transaction", "WebhookEndpoint"],
  endpointId: ["WebhookEndpoint"],
  "Query.transaction.id": ["Transaction"],
  "Query.trackedCase.token": ["Case", "caseNumber"],
  "Query.approvalPreview.ids": ["ApprovalRequest"],
  "ApprovalItemInput.id": ["ApprovalRequest"],
  "Subscription.caseChanged.id": ["Case"],
  "Mutation.takeBackMessage.id": ["HeldMessage"],

  // What the whole desk has in common, and where a page of a list begins.
  after: "NOBODYS",
  courseId: "NOBODYS",
  templateId: "NOBODYS",
  importId: "NOBODYS",
  draftId: "NOBODYS",
  versionId: "NOBODYS",
  policyVersionIds: "NOBODYS",
  ruleId: "NOBODYS",
  content: "NOBODYS",
  fileName: "NOBODYS",
  attemptId: ["Quiz"],
  agencies: "NOBODYS",
  // Samples and findings are of the whole desk, for who audits it.
  sampleId: "NOBODYS",
  itemId: "NOBODYS",
  findingId: "NOBODYS",
  "Query.auditSample.id": "NOBODYS",
  "Query.sampleItem.id": "NOBODYS",
  "SamplePlanInput.seed": "NOBODYS",
  "ActionOutlookInput.agency": "NOBODYS",
  "ActionOutlookInput.reasonCode": "NOBODYS",
  cardLast4: "NOBODYS",
  terminalNumber: "NOBODYS",
  // A register that administrators keep, and nobody else can name a row of.
  terminalId: "NOBODYS",
  windowId: "NOBODYS",
  "Mutation.withdrawRoleChange.id": "NOBODYS",
  "Query.clockBreaches.rule": "NOBODYS",
  "Query.course.code": "NOBODYS",
  "Query.importRun.id": "NOBODYS",
  "Query.policy.name": "NOBODYS",
  "Query.policyDraft.id": "NOBODYS",
  "Query.policyScopePreview.value": ["Merchant"],
  "Subscription.importChanged.id": "NOBODYS",
  "PuzzleSolutionInput.token": "NOBODYS",
  "CalendarHolidayInput.name": "NOBODYS",
  "CalendarHolidayInput.nameZh": "NOBODYS",
  "ChangeViewInput.id": "NOBODYS",
  "DeleteViewInput.id": "NOBODYS",
  "SaveMessageTemplateInput.id": "NOBODYS",
  // Of whoever made it: exports.test.ts.
  "Mutation.cancelExport.id": "NOBODYS",
  "ExportAgainInput.exportId": "NOBODYS",
  "Subscription.exportChanged.id": "NOBODYS",
  "Mutation.dropPolicyTest.id": "NOBODYS",
  "Mutation.endDelegation.id": "NOBODYS",
  "Mutation.endTrainingRule.id": "NOBODYS",
};

/** One argument of a field, however deep in its input, by which something can be named. */
export interface NamingPlace {
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
  /** From the argument down to the input's field. */
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly things: readonly Thing[] | "NOBODYS" | null;
}

/**
 * Every place of these fields where an id is given; and in questions every text too, since a number or a name finds things
 * as well. In a mutation a text is what somebody writes.
 */
export function namingPlaces(type: GraphQLObjectType | null | undefined): readonly NamingPlace[] {
  const byText = type?.name !== "Mutation";
  return Object.values(type?.getFields() ?? {}).flatMap((field) =>
    field.args.flatMap((argument) =>
      pathsIn(argument, `${type?.name}.${field.name}.${argument.name}`, byText).map(({ path, coordinate }) => {
        const things = names[coordinate] ?? names[path.at(-1) ?? argument.name] ?? null;
        return { field, argument, path, coordinate, things };
      }),
    ),
  );
}

interface Path {
  readonly path: readonly string[];
  readonly coordinate: string;
}

function pathsIn(at: GraphQLArgument | GraphQLInputField, coordinate: string, byText: boolean, depth = 0): Path[] {
  const named = getNamedType(at.type);
  if (isInputObjectType(named)) {
    if (depth === 4) return [];
    return Object.values(named.getFields()).flatMap((inner) =>
      pathsIn(inner, `${named.name}.${inner.name}`, byText, depth + 1).map((found) => ({
        ...found,
        path: [inner.name, ...found.path],
      })),
    );
  }
  return named.name === "ID" || (byText && named.name === "String") ? [{ path: [], coordinate }] : [];
}

/** The variables of a field that name one thing; whatever else it needs is the asker's own, or a sample. */
export function variablesNaming({ field, argument, path }: NamingPlace, value: string, own: Things, version: number) {
  const given = { ...ownIds(own), expectedVersion: version, idempotencyKey: newId() };
  return Object.fromEntries(
    field.args.flatMap((arg) => {
      if (arg === argument) return [[arg.name, valueWith(arg.type, arg.name, path, value, given)]];
      return isNonNullType(arg.type) ? [[arg.name, sampleOf(arg.type, arg.name, given)]] : [];
    }),
  );
}

function ownIds(own: Things): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, things]) => {
      const [thing] = things === "NOBODYS" ? [] : things;
      return thing === undefined || name.includes(".") || !/Ids?$/.test(name) ? [] : [[name, own[thing]]];
    }),
  );
}

function valueWith(
  type: GraphQLInputType,
  name: string,
  path: readonly string[],
  value: string,
  given: Readonly<Record<string, unknown>>,
): unknown {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return [valueWith(inner.ofType, name, path, value, given)];
  const [next, ...rest] = path;
  if (next === undefined || !isInputObjectType(inner)) return value;
  return Object.fromEntries(
    Object.values(inner.getFields()).flatMap((field) => {
      if (field.name === next) return [[field.name, valueWith(field.type, field.name, rest, value, given)]];
      return isNonNullType(field.type) ? [[field.name, sampleOf(field.type, field.name, given)]] : [];
    }),
  );
}
