import type { ApolloServerPlugin } from "@apollo/server";
import { badInput } from "./connection.ts";

/** PostgreSQL keeps no NUL, and half a character is nobody's text: variables that hold either are the caller's mistake. */
export const plainTextOnly: ApolloServerPlugin<object> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request }) {
        refuseBrokenText(request.variables);
      },
    };
  },
};

export function refuseBrokenText(value: unknown, path = ""): void {
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed())
      throw badInput(`The text at \`${path}\` holds a character that is not text.`);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) refuseBrokenText(item, path === "" ? name : `${path}.${name}`);
  }
}
