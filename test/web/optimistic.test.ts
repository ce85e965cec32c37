import { parse } from "graphql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeClient } from "../../web/graphql/client.ts";
import { optimistic } from "../../web/graphql/optimistic.ts";

const UNTIL = "2026-12-01T01:00:00.000Z";
const aCase = { __typename: "Case", id: "c1", version: 3, snoozedUntil: null };

const look = parse(`query Look { case(id: "c1") { id version snoozedUntil } }`);
const snooze = parse(`
  mutation Snooze($input: SnoozeCaseInput!) {
    result: snoozeCase(input: $input) {
      __typename
      ... on CaseActionDone { case { id version snoozedUntil } }
      ... on ActionRefused { message }
    }
  }
`);

let answer: (body: object) => void = () => undefined;
beforeEach(() => {
  vi.stubGlobal("fetch", (_url: string, { body }: { readonly body: string }) => {
    const respond = (data: object) =>
      new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });
    if (!body.includes('"input"')) return Promise.resolve(respond({ __typename: "Query", case: aCase }));
    return new Promise<Response>((resolve) => {
      answer = (result) => resolve(respond({ __typename: "Mutation", result }));
    });
  });
});
afterEach(() => void vi.unstubAllGlobals());

async function putAside() {
  const client = makeClient({ language: "en", onSignedOut: () => undefined });
  await client.query(look, {}).toPromise();
  const seen: unknown[] = [];
  const watching = client.query(look, {}).subscribe(({ data }) => seen.push(data?.case.snoozedUntil));
  const input = { caseId: "c1", expectedVersion: 3, idempotencyKey: "k", until: UNTIL };
  const done = client.mutation(snooze, { input }).toPromise();
  await vi.waitFor(() => expect(seen.at(-1)).toBe(UNTIL));
  return { seen, done, stop: () => watching.unsubscribe() };
}

test("a case is put aside on the screen before the answer, and stays so when it is yes", async () => {
  const { seen, done, stop } = await putAside();
  answer({ __typename: "CaseActionDone", case: { ...aCase, version: 4, snoozedUntil: UNTIL } });
  await done;
  expect(seen.at(-1)).toBe(UNTIL);
  stop();
});

test("it is back as it was when the answer is no, and the no is handed on", async () => {
  const { seen, done, stop } = await putAside();
  answer({ __typename: "ActionRefused", message: "Not for longer than 90 days." });
  expect((await done).data?.result.message).toBe("Not for longer than 90 days.");
  await vi.waitFor(() => expect(seen.at(-1)).toBeNull());
  stop();
});

test("nothing that touches money or a customer is shown before it is done", () => {
  expect(Object.keys(optimistic).sort()).toEqual(["assignCase", "snoozeCase", "wakeCase"]);
});
