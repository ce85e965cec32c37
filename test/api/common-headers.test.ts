import { fastify } from "fastify";
import { describe, expect, test } from "vitest";
import { addCommonHeaders } from "../../server/platform/http/common-headers.ts";

async function answerAt(publicUrl: string, url: string) {
  const app = fastify();
  addCommonHeaders(app, publicUrl);
  app.get("/*", async () => ({}));
  const { headers } = await app.inject({ url });
  await app.close();
  return headers;
}

describe("what every answer says", () => {
  test.each(["/nothing", "/graphql", "/api/auth/get-session"])("of %s nobody guesses the type", async (url) => {
    expect(await answerAt("http://localhost:4000", url)).toMatchObject({ "x-content-type-options": "nosniff" });
  });

  test("an address that is served by TLS is asked for by nothing else, and only such a one", async () => {
    expect(await answerAt("https://desk.example.com", "/")).toHaveProperty("strict-transport-security");
    expect(await answerAt("http://localhost:4000", "/")).not.toHaveProperty("strict-transport-security");
  });

  test.each(["/api/auth/list-sessions", "/graphql", "/graphql?query={viewer{id}}"])(
    "what %s answers one reader stays in no cache",
    async (url) => {
      expect(await answerAt("http://localhost:4000", url)).toMatchObject({ "cache-control": "no-store" });
    },
  );

  test("what is everybody's says for itself how long it may be kept", async () => {
    expect(await answerAt("http://localhost:4000", "/policy")).not.toHaveProperty("cache-control");
  });
});
