import { type GraphQLArgument, type GraphQLField, getNamedType, getNullableType, isLeafType } from "graphql";
import { expect } from "vitest";
import type { TestApi } from "./api.ts";
import { ApiClient } from "./api-client.ts";

/** The codes of a mistake that is the caller's. */
const callersMistakes = [
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "GRAPHQL_VALIDATION_FAILED",
  "GRAPHQL_PARSE_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
];

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Sends it, and sees that it is answered or refused in plain words, and never by a mistake of ours. */
export async function send(client: ApiClient, query: string, variables: unknown) {
  const { status, body } = await client.send({ query, variables });
  const { data = null, errors = [] } = body as Body;
  const shown = JSON.stringify({ status, errors, variables }).slice(0, 2_000);
  expect(status, shown).toBeLessThan(500);
  for (const { message, extensions } of errors) {
    expect(callersMistakes, shown).toContain(extensions?.code);
    expect(message, shown).toMatch(/\w/);
  }
  return { answer: data, errors };
}

export function documentOf(kind: "query" | "mutation", { name, args, type }: GraphQLField<unknown, unknown>): string {
  // An argument with a default may be left out, and so may the variable that stands for it.
  const typeOf = ({ type: wanted, defaultValue }: GraphQLArgument) =>
    String(defaultValue === undefined ? wanted : getNullableType(wanted));
  const within = (parts: readonly string[]) => (parts.length === 0 ? "" : `(${parts.join(", ")})`);
  const declared = within(args.map((arg) => `$${arg.name}: ${typeOf(arg)}`));
  const passed = within(args.map((arg) => `${arg.name}: $${arg.name}`));
  const selected = isLeafType(getNamedType(type)) ? "" : " { __typename }";
  return `${kind} ${declared} { ${name}${passed}${selected} }`;
}

/** Ten at a time: wrong questions disturb each other as little as they change anything. */
export async function atOnce<T>(values: readonly T[], run: (value: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < values.length; from += 10) await Promise.all(values.slice(from, from + 10).map(run));
}

let visitors = 0;

/** Whoever guesses is slowed down by their address, so each comes from another one. */
export function newVisitor(api: TestApi): ApiClient {
  visitors++;
  return new ApiClient(api.app, {}, `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`);
}
