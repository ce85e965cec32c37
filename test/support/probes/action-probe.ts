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
} from "graphql";
import { newId } from "../../../server/kernel/ids.ts";
import type { TestApi } from "../api.ts";
import type { ApiClient } from "../api-client.ts";
import { levelOf } from "../authorization-matrix.ts";
import type { SeededCase, Seeds } from "../authorization-seeds.ts";
import type { Probe } from "./probe.ts";

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

/** Whether a mutation is about a case, and says of one out of sight that it is not there. */
export function isCaseAction(field: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(field.type);
  return isUnionType(named) && named.getTypes().some(({ name }) => name === "CaseNotFound");
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
