import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, visit } from "graphql";
import { badInput } from "./cursor.ts";

/** PostgreSQL keeps no NUL, and half a character is nobody's text: texts that hold either are the caller's mistake. */
export const plainTextOnly: ApolloServerPlugin<object> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, source, document }) {
        refuseBrokenText(request.variables);
        refuseBrokenLiterals(source, document);
      },
    };
  },
};

/** Looks through all that was sent, however deep: a stack of its own does not overflow. */
export function refuseBrokenText(variables: unknown): void {
  const waiting: { readonly value: unknown; readonly path: string }[] = [{ value: variables, path: "" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === "string") {
      if (value.includes("\0") || !value.isWellFormed())
        throw badInput(`The text at \`${path}\` holds a character that is not text.`);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, item] of Object.entries(value))
        waiting.push({ value: item, path: path === "" || path.length > 200 ? name : `${path}.${name}` });
    }
  }
}

/** The same for what stands in the document itself; only one that could hold such a character is looked through. */
export function refuseBrokenLiterals(source: string, document: DocumentNode): void {
  if (!/\0|\\u/.test(source)) return;
  visit(document, {
    StringValue: ({ value }) => {
      if (value.includes("\0") || !value.isWellFormed())
        throw badInput("A text in the document holds a character that is not text.");
    },
  });
}
