import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import known from "../../schema/operations.json" with { type: "json" };
import { makeClient } from "../../web/graphql/client.ts";
import { newKey } from "../../web/graphql/new-key.ts";
import { sha256 } from "../../web/graphql/sha256.ts";
import { ShellQuery } from "../../web/shell/viewer.ts";

const requests: { readonly url: string; readonly init: RequestInit }[] = [];
let answer: object = {};

beforeEach(() => {
  requests.length = 0;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    requests.push({ url, init });
    return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } });
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe("what the console sends", () => {
  test("is the hash of an operation that the server knows, and never a text", async () => {
    answer = { data: { viewer: null } };
    await makeClient({ language: "en", onSignedOut: () => undefined })
      .query(ShellQuery, {})
      .toPromise();
    const [request] = requests;
    const body = JSON.parse(String(request?.init.body));
    expect(Object.keys(known)).toContain(body.extensions.persistedQuery.sha256Hash);
    expect(body.query).toBeUndefined();
    expect(request?.init.method).toBe("POST");
  });

  test("asks for answers in the reader's language", async () => {
    answer = { data: { viewer: null } };
    await makeClient({ language: "zh-CN", onSignedOut: () => undefined })
      .query(ShellQuery, {})
      .toPromise();
    expect(new Headers(requests[0]?.init.headers).get("accept-language")).toBe("zh-CN");
  });

  test("learns that the session has ended", async () => {
    answer = { errors: [{ message: "Sign in", extensions: { code: "UNAUTHENTICATED" } }] };
    const onSignedOut = vi.fn();
    await makeClient({ language: "en", onSignedOut }).query(ShellQuery, {}).toPromise();
    expect(onSignedOut).toHaveBeenCalledOnce();
  });
});

test("what was read stays, with the error beside it, when it is asked anew and nobody answers", async () => {
  const deskProfile = { __typename: "DeskProfile", timeZone: "Asia/Shanghai", currency: "CNY" };
  answer = { data: { viewer: null, deskProfile } };
  const client = makeClient({ language: "en", onSignedOut: () => undefined });
  const { data } = await client.query(ShellQuery, {}).toPromise();
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("fetch failed");
  });
  const again = await client.query(ShellQuery, {}, { requestPolicy: "network-only" }).toPromise();
  expect(again.error?.networkError).toBeDefined();
  expect(data?.deskProfile.currency).toBe("CNY");
  expect(again.data).toEqual(data);
});

describe("what a plain http page has to make itself", () => {
  test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])("SHA-256 of %i characters", (length) => {
    const text = "é中".repeat(length).slice(0, length);
    expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
  });

  test("keys are random UUIDs", () => {
    const keys = Array.from({ length: 50 }, newKey);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
