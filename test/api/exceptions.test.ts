import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import type { GivenCase } from "../support/given-case.ts";

let api: TestApi;
let waived: GivenCase;
beforeAll(async () => {
  api = await startTestApi();
  waived = await stage.newCase(api);
  await stage.step(api, waived, "SUPPORT_AGENT", { action: "BEGIN_VERIFICATION", input: {} });
  await stage.waive(api, waived, "GOODS_STATE", "The shop has closed.");
});
afterAll(() => api.close());

interface Found {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly standing: string;
  readonly notes: number;
}
const LIST = `query ($filter: ExceptionFilter) { exceptions(filter: $filter) { edges { node {
  id kinds standing notes note case { id } event { messages { body } } notedBy { id } } } } }`;
async function register(
  filter: object = {},
  role: "COMPLIANCE_OFFICER" | "SUPPORT_AGENT" | "BANK_OFFICER" = "COMPLIANCE_OFFICER",
) {
  const { data } = await api.as(role).query<{ exceptions: { edges: { node: Found }[] } }>(LIST, { filter });
  return data.exceptions.edges.map(({ node }) => node);
}
const NOTE = `mutation ($input: NoteExceptionInput!) { noteException(input: $input) {
  __typename ... on ExceptionRefused { code message } ... on ExceptionNoted { exception { standing notes note } } } }`;
const note = (role: "COMPLIANCE_OFFICER" | "SUPERVISOR", exceptionId: string, expectedNotes: number, text: string) =>
  api.as(role).query<{ noteException: { __typename: string } | null }>(NOTE, {
    input: { exceptionId, expectedNotes, disposition: "ACKNOWLEDGED", note: text },
  });

describe("the register", () => {
  test("shows a waived check with its reason, and nothing that went its usual way", async () => {
    expect(await register()).toEqual([
      expect.objectContaining({
        kinds: ["CHECK_WAIVED"],
        standing: "OPEN",
        notes: 0,
        case: { id: waived.id },
        event: { messages: [{ body: "The shop has closed." }] },
      }),
    ]);
  });

  test("is narrowed by kind, standing and day", async () => {
    expect(await register({ kind: "CHECK_WAIVED", standing: "OPEN" })).toHaveLength(1);
    expect(await register({ kind: "OVERRIDE" })).toEqual([]);
    expect(await register({ standing: "TO_FOLLOW_UP" })).toEqual([]);
    expect(await register({ to: "2000-01-01" })).toEqual([]);
  });

  test("is nobody's who may not audit", async () => {
    expect(await register({}, "SUPPORT_AGENT")).toEqual([]);
    expect(await register({}, "BANK_OFFICER")).toEqual([]);
  });
});

describe("a note of compliance", () => {
  test("is refused to whoever is no compliance officer, and of what is no exception", async () => {
    const [found] = await register();
    expect((await note("SUPERVISOR", found?.id ?? "", 0, "Mine.")).data?.noteException ?? null).toBeNull();
    expect((await note("COMPLIANCE_OFFICER", waived.id, 0, "Of a case.")).data).toMatchObject({
      noteException: { __typename: "ExceptionRefused", code: "EXCEPTION_NOT_FOUND" },
    });
    expect((await register()).at(0)?.notes).toBe(0);
  });

  test("is kept once when two write at once, and the other is told; whoever saw it may add to it", async () => {
    const id = (await register()).at(0)?.id ?? "";
    const both = await Promise.all(["One.", "Two."].map((text) => note("COMPLIANCE_OFFICER", id, 0, text)));
    const kinds = both.map(({ data }) => data?.noteException?.__typename).sort();
    expect(kinds).toEqual(["ExceptionNoted", "ExceptionRefused"]);
    expect((await note("COMPLIANCE_OFFICER", id, 0, "Stale.")).data).toMatchObject({
      noteException: { code: "EXCEPTION_STALE" },
    });
    expect((await note("COMPLIANCE_OFFICER", id, 1, "After that.")).data).toMatchObject({
      noteException: { exception: { standing: "ACKNOWLEDGED", notes: 2, note: "After that." } },
    });
    expect(await register({ standing: "OPEN" })).toEqual([]);
  });

  test("is never changed", async () => {
    await expect(api.house.db.updateTable("exception_note").set({ note: "x" }).execute()).rejects.toThrow(
      /never changed/,
    );
  });
});
