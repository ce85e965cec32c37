import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { runCommand } from "../../server/cli.ts";
import { readConfig } from "../../server/platform/config.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { givenCase } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await givenCase(api);
});
afterAll(() => api.close());
afterEach(() => vi.restoreAllMocks());

/** What a command says, and how it ends. */
async function redress(...words: readonly string[]) {
  const [out, err] = [vi.spyOn(console, "log"), vi.spyOn(console, "error")].map((said) => {
    said.mockReset().mockImplementation(() => undefined);
    return () => said.mock.calls.flat().join("\n");
  });
  const authSecret = "a secret of more than thirty-two characters";
  const status = await runCommand({ ...readConfig({}), databaseUrl: api.databaseUrl, authSecret }, words);
  return { status, out: out?.() ?? "", err: err?.() ?? "" };
}

test("help names every command, where it can be read on; what is no command ends with 2", async () => {
  const { status, out, err } = await redress("--help");
  expect([status, err]).toEqual([0, ""]);
  for (const command of ["import settlement", "import bank-disputes", "import requests", "audit verify"])
    expect(out).toContain(`  ${command} `);
  for (const command of ["decisions replay", "staff add", "key add"]) expect(out).toContain(`  ${command} `);
  expect(out).not.toContain("MERCHANT_VERIFIER");
  expect(await redress("audit")).toMatchObject({ status: 2, out: "", err: out });
});

const tooLong = "x".repeat(300);
test.each([
  ["nowhere.csv", "There is no file nowhere.csv"],
  [import.meta.dirname, `${import.meta.dirname} is a directory, not a file`],
  [tooLong, `${tooLong} cannot be read: name too long`],
])("an import of what cannot be read says why in one line: %s", async (file, err) => {
  expect(await redress("import", "settlement", file)).toEqual({ status: 1, out: "", err });
});

test("an import reads a pipe to its end, and leaves nothing of it on the disk", async () => {
  const kept = async () => (await readdir(tmpdir())).filter((name) => name.startsWith("redress-import-"));
  const before = await kept();
  const pipe = path.join(await mkdtemp(path.join(tmpdir(), "piped-")), "requests.csv");
  await promisify(execFile)("mkfifo", [pipe]);
  const [said] = await Promise.all([
    redress("import", "requests", pipe),
    writeFile(pipe, "nothing,that,is,known\n1,2,3,4\n"),
  ]);
  const file = pipe.replace(".csv", "-kept.csv");
  await writeFile(file, "nothing,that,is,known\n1,2,3,4\n");
  expect(said.err).toMatch(/column/i);
  expect(said).toEqual(await redress("import", "requests", file));
  expect(await kept()).toEqual(before);
  await rm(path.dirname(pipe), { recursive: true });
});

test("nobody is added by an address that takes no mail, nor into a role that is bound to a shop, nor twice", async () => {
  expect(await redress("staff", "add", "nonsense", "SUPERVISOR", "Xi")).toMatchObject({ status: 1, out: "" });
  expect(await redress("staff", "add", "x@y.cn", "MERCHANT_VERIFIER", "Xi")).toMatchObject({ status: 2, out: "" });
  const { email } = await api.house.db
    .selectFrom("staff")
    .select("email")
    .where("role", "=", "SUPPORT_AGENT")
    .limit(1)
    .executeTakeFirstOrThrow();
  const again = await redress("staff", "add", email, "SUPERVISOR", "Xi");
  expect(again).toEqual({
    status: 1,
    out: "",
    err: `${email} is on the staff already, as SUPPORT_AGENT; nothing was changed`,
  });
  const { staff } = await api.house.db
    .selectFrom("staff")
    .select((eb) => eb.fn.countAll<bigint>().as("staff"))
    .where("name", "=", "Xi")
    .executeTakeFirstOrThrow();
  expect(Number(staff)).toBe(0);
});

test("what is whole is said to be, chain by chain, and every decision comes out the same", async () => {
  const verified = await redress("audit", "verify");
  expect(verified).toMatchObject({ status: 0, err: "" });
  expect(verified.out).toMatch(/^CASE: \d+ verify, with \d+ rows in their chains$/m);
  expect(await redress("decisions", "replay")).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^\d+ decisions replayed, 0 different$/),
  });
});
