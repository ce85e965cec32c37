import { readFileSync } from "node:fs";
import {
  buildSchema,
  execute,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  parse,
  responsePathAsArray,
} from "graphql";
import { expect, onTestFinished, vi } from "vitest";
import operations from "../../schema/operations.json" with { type: "json" };

const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
const texts: Readonly<Record<string, string>> = operations;

const scalars: Readonly<Record<string, unknown>> = {
  Boolean: false,
  Int: 1,
  Float: 1,
  DateTime: "2026-10-09T08:00:00.000Z",
  Day: "2026-10-09",
};

export interface Told {
  readonly name: string;
  /** In which its answer is to be. */
  readonly language: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}
type Root = Readonly<Record<string, unknown>>;

/** What is asked for and not given: nothing where it may be nothing, else the least that the schema allows. */
const fill: GraphQLFieldResolver<Root | undefined, unknown> = (given, _args, _context, info) => {
  const value = given?.[info.fieldName];
  return value === undefined ? least(info.returnType, responsePathAsArray(info.path).join(".")) : value;
};

function least(type: GraphQLOutputType, path: string): unknown {
  if (!isNonNullType(type)) return null;
  const of = type.ofType;
  if (isListType(of)) return [];
  if (isEnumType(of)) return of.getValues()[0]?.value;
  if (isScalarType(of)) return scalars[of.name] ?? (of.name === "ID" ? path : "1");
  return {};
}

/** Given for a field, it stands for a mistake of the server's own: the field fails, and the answer names it among its errors. */
export class Broken extends Error {
  readonly extensions = { code: "INTERNAL_SERVER_ERROR", reference: "ref-1" };
}

/** What a test gives and the schema does not know. */
const wrong: string[] = [];

async function answerTo(text: string, variables: Root, rootValue: Root) {
  const { data, errors = [] } = await execute({
    ...{ schema, document: parse(text), rootValue, variableValues: variables, fieldResolver: fill },
  });
  const meant = errors.filter(({ originalError }) => originalError instanceof Broken);
  wrong.push(...errors.filter((error) => !meant.includes(error)).map(String));
  return { data, ...(meant.length > 0 && { errors: meant }) };
}

/**
 * A server that answers every operation whole, by the schema: a test gives the parts that it is about, and `null` where the
 * server is not reached. `tell` sends down the open lines of a subscription.
 */
export function wholeDesk(answer: (told: Told) => Root | null | Promise<Root | null>) {
  const asked: Told[] = [];
  onTestFinished(() => expect(wrong.splice(0)).toEqual([]));
  const lines = new Map<
    string,
    { readonly text: string; readonly variables: Root; readonly write: (text: string) => void }
  >();
  vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    const { variables = {}, extensions } = JSON.parse(String(init?.body));
    const text = texts[extensions?.persistedQuery?.sha256Hash] ?? "";
    const name = /(?:query|mutation|subscription) (\w+)/.exec(text)?.[1] ?? "";
    if (String(url).endsWith("/stream")) {
      const body = new ReadableStream<Uint8Array>({
        start(line) {
          lines.set(name, { text, variables, write: (words) => line.enqueue(new TextEncoder().encode(words)) });
          line.enqueue(new TextEncoder().encode(":\n\n"));
        },
        cancel: () => void lines.delete(name),
      });
      init?.signal?.addEventListener("abort", () => lines.delete(name));
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    }
    const told = { name, variables, language: new Headers(init?.headers).get("accept-language") };
    asked.push(told);
    const root = await answer(told);
    if (root === null) return new Response("", { status: 502 });
    return Response.json(await answerTo(text, variables, root));
  });
  return {
    asked,
    lines: () => [...lines.keys()],
    async tell(name: string, root: Root): Promise<void> {
      const line = lines.get(name);
      if (line === undefined) throw new Error(`Nobody listens to ${name}`);
      const told = await answerTo(line.text, line.variables, root);
      line.write(`event: next\ndata: ${JSON.stringify(told)}\n\n`);
    },
  };
}
