import type { ApolloServerPlugin } from "@apollo/server";
import { badInput } from "./cursor.ts";

/** Here one request has one answer; what goes on telling is asked for at the stream. */
export const noSubscriptions: ApolloServerPlugin<object> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation === "subscription")
          throw badInput("Subscriptions are served at /graphql/stream, as server-sent events.");
      },
    };
  },
};
