import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importJobs } from "../../server/disputes/jobs/import-jobs.ts";
import { fromGlobalId } from "../../server/kernel/ids.ts";
import { askForWaitingImports } from "../../server/transactions/actions/give-up-import.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { saleLine, settlement } from "../support/import-desk.ts";
import { until } from "../support/until.ts";

let api: TestApi;
let base = "";
beforeAll(async () => {
  api = await startTestApi();
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  base = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
});
afterAll(() => api.close());

interface Sent {
  readonly status: number;
  readonly body: { readonly id?: string; readonly code?: string; readonly message?: string };
}

async function upload(
  content: string | Uint8Array,
  options: { kind?: string; cookie?: string; headers?: Record<string, string> } = {},
): Promise<Sent> {
  const response = await fetch(`${base}/imports/${options.kind ?? "settlement"}`, {
    method: "POST",
    body: typeof content === "string" ? Buffer.from(content) : Buffer.from(content),
    headers: {
      "content-type": "text/csv",
      "x-file-name": encodeURIComponent("清算 4111111111111111.csv"),
      "accept-language": "en",
      cookie: options.cookie ?? api.as("SUPPORT_AGENT").cookie,
      ...options.headers,
    },
  });
  return { status: response.status, body: (await response.json()) as Sent["body"] };
}

/** What a worker would do. */
async function work(id = ""): Promise<void> {
  const importId = fromGlobalId(id)?.id ?? "";
  await importJobs["run-import"]?.(api.house, { importId }, new AbortController().signal);
}

const RUN = `query ($id: ID!) { importRun(id: $id) { id kind fileName state bytesTotal bytesRead rowsRead rowsNew rowsSame rowsBad
  failure startedBy { name } errorReportPath } importErrors(importId: $id) { edges { node { line row reasons { column code message } } } } }`;

interface Run {
  readonly importRun: Record<string, unknown> & { readonly errorReportPath: string };
  readonly importErrors: { readonly edges: readonly { readonly node: object }[] };
}

async function asked(id = ""): Promise<Run> {
  return (await api.as("SUPPORT_AGENT").query<Run>(RUN, { id })).data;
}

function pieces() {
  return api.house.db.selectFrom("import_chunk").select("run_id").execute();
}

describe("uploading a file", () => {
  test("answers once all of it has come; a worker reads it, and the console sees how far", async () => {
    const content = settlement(saleLine({ transaction_id: "U-1" }), saleLine({ transaction_id: "", amount: "x" }));
    const { status, body } = await upload(content);
    expect(status).toBe(202);
    expect((await asked(body.id)).importRun).toMatchObject({
      state: "QUEUED",
      bytesTotal: String(content.length),
      rowsRead: 0,
    });
    await work(body.id);
    const { importRun, importErrors } = await asked(body.id);
    expect(importRun).toMatchObject({
      kind: "SETTLEMENT",
      fileName: "清算 411111******1111.csv",
      state: "DONE",
      rowsRead: 2,
      rowsNew: 1,
      rowsBad: 1,
      failure: null,
      startedBy: { name: "SUPPORT_AGENT 1" },
    });
    expect(importErrors.edges).toMatchObject([
      {
        node: {
          line: 3,
          reasons: [{ column: "transaction_id", code: "MISSING", message: "is missing" }, { column: "amount" }],
        },
      },
    ]);
    expect(await pieces()).toEqual([]);
  });

  test("in many pieces is put together again, byte for byte", async () => {
    const lines = Array.from({ length: 12_000 }, (_, index) =>
      saleLine({ transaction_id: `U-MANY-${index}`, merchant_name: "茶馆" }),
    );
    const { body } = await upload(settlement(...lines));
    expect((await pieces()).length).toBeGreaterThan(2);
    await work(body.id);
    expect((await asked(body.id)).importRun).toMatchObject({ state: "DONE", rowsNew: 12_000, rowsBad: 0 });
  });

  test("whose job was lost is asked for again, once", async () => {
    const { body } = await upload(settlement(saleLine({ transaction_id: "U-LOST" })));
    const importId = fromGlobalId(body.id ?? "")?.id ?? "";
    const jobs = () =>
      api.house.database.pool.query("select id from jobs.job where data->>'importId' = $1", [importId]);
    await api.house.database.pool.query("delete from jobs.job where data->>'importId' = $1", [importId]);
    await askForWaitingImports(api.house);
    expect((await jobs()).rows).toEqual([]);
    await api.house.db
      .updateTable("import_run")
      .set({ started_at: new Date(api.clock.now().getTime() - 180_000) })
      .where("id", "=", importId)
      .execute();
    await Promise.all([askForWaitingImports(api.house), askForWaitingImports(api.house)]);
    expect((await jobs()).rows).toHaveLength(1);
    await work(body.id);
  });

  test("that a killed worker left goes on with the next one, and doubles nothing", async () => {
    const lines = Array.from({ length: 9000 }, (_, index) => saleLine({ transaction_id: `U-KILL-${index}` }));
    const { body } = await upload(settlement(...lines));
    const importId = fromGlobalId(body.id ?? "")?.id ?? "";
    const stopped = AbortSignal.abort(new Error("The worker stops"));
    await expect(importJobs["run-import"]?.(api.house, { importId }, stopped)).rejects.toThrow("The worker stops");
    expect(Number((await asked(body.id)).importRun["rowsRead"])).toBeGreaterThan(0);
    await work(body.id);
    await work(body.id);
    expect((await asked(body.id)).importRun).toMatchObject({
      state: "DONE",
      rowsRead: 9000,
      rowsNew: 9000,
      rowsSame: 0,
    });
  });

  test("of the wrong kind fails as a whole and says why in the reader's language", async () => {
    const { body } = await upload(settlement(saleLine()), { kind: "bank-disputes" });
    await work(body.id);
    const { importRun } = await asked(body.id);
    expect(importRun).toMatchObject({ kind: "BANK_DISPUTES", state: "FAILED", rowsRead: 0 });
    expect(importRun["failure"]).toMatch(/^Columns are missing: dispute_ref, .*The file has: transaction_id, /);
  });

  test("is refused to whoever may not import, and nothing of it is kept", async () => {
    const before = await api.house.db.selectFrom("import_run").select("id").execute();
    expect(await upload("a", { cookie: "" })).toMatchObject({ status: 401, body: { code: "UNAUTHENTICATED" } });
    expect(await upload("a", { cookie: api.as("TRAINER").cookie })).toMatchObject({
      status: 403,
      body: { code: "FORBIDDEN" },
    });
    expect(await upload("a", { kind: "salaries" })).toMatchObject({ status: 404, body: { code: "UNKNOWN_KIND" } });
    expect(await upload("a", { headers: { origin: "https://evil.test" } })).toMatchObject({
      status: 403,
      body: { code: "FOREIGN_PAGE" },
    });
    const form = { "content-type": "multipart/form-data; boundary=x" };
    expect(await upload("--x--", { headers: form })).toMatchObject({ status: 415, body: { code: "IS_A_FORM" } });
    expect(await api.house.db.selectFrom("import_run").select("id").execute()).toEqual(before);
  });

  test("that is too large is refused when it passes the limit, and thrown away", async () => {
    const answer = await upload(Buffer.alloc(5 * 1024 ** 2, "a")).catch(() => "cut off");
    if (answer !== "cut off") expect(answer).toMatchObject({ status: 413, body: { code: "TOO_LARGE" } });
    const failed = await api.house.db
      .selectFrom("import_run")
      .select("failure")
      .where("state", "=", "FAILED")
      .execute();
    expect(failed).toContainEqual({ failure: { code: "TOO_LARGE", maxBytes: 4 * 1024 ** 2 } });
    expect(await pieces()).toEqual([]);
  });

  test("that breaks off is given up, and nothing of it is imported", async () => {
    const { hostname, port } = new URL(base);
    const half = request({
      hostname,
      port,
      path: "/imports/settlement",
      method: "POST",
      headers: {
        cookie: api.as("SUPPORT_AGENT").cookie,
        "content-type": "text/csv",
        "x-file-name": "half.csv",
        "content-length": "1000000",
      },
    });
    half.on("error", () => undefined);
    half.write(settlement(saleLine({ transaction_id: "U-HALF" })));
    const run = () =>
      api.house.db
        .selectFrom("import_run")
        .select(["state", "failure"])
        .where("file_name", "=", "half.csv")
        .executeTakeFirst();
    await until("the upload", run, (found) => found?.state === "RECEIVING", 5000);
    half.destroy();
    await until("its end", run, (found) => found?.state === "FAILED", 5000);
    expect((await run())?.failure).toEqual({ code: "UPLOAD_BROKE_OFF" });
  });
});

test("a server that stops does not wait for the rest of an upload", async () => {
  const other = await startTestApi();
  await other.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = other.app.server.address() as AddressInfo;
  const headers = { cookie: other.as("SUPPORT_AGENT").cookie, "x-file-name": "slow.csv", "content-length": "1000000" };
  const slow = request({ hostname: "127.0.0.1", port, path: "/imports/settlement", method: "POST", headers });
  slow.on("error", () => undefined);
  slow.write("transaction_id");
  const run = () => other.house.db.selectFrom("import_run").select("state").executeTakeFirst();
  await until("the upload", run, (found) => found?.state === "RECEIVING", 5000);
  await other.close();
});

describe("the report of bad rows", () => {
  const formula = '=HYPERLINK("http://evil.test","click")';

  async function reported(cookie = api.as("SUPPORT_AGENT").cookie) {
    const { body } = await upload(
      settlement(saleLine({ transaction_id: "", merchant_name: `"${formula.replaceAll('"', '""')}"` })),
    );
    await work(body.id);
    const { importRun } = await asked(body.id);
    return fetch(base + importRun.errorReportPath, { headers: { cookie, "accept-language": "zh-CN" } });
  }

  test("is a CSV file for a spreadsheet: line and reasons, then the row under its own heading", async () => {
    const response = await reported();
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="import-errors-\w+\.csv"$/);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
    expect(bytes.toString("utf8", 3)).toMatch(/^error_line,error_reason,transaction_id,.*\r\n2,transaction_id: 缺失,,/);
  });

  test("is mended and dropped again as it is: what was bad is taken, and the rest is not asked for twice", async () => {
    const { body } = await upload(
      settlement(saleLine({ transaction_id: "M-1" }), saleLine({ transaction_id: "M-2", amount: "much" })),
    );
    await work(body.id);
    const { importRun } = await asked(body.id);
    const cookie = api.as("SUPPORT_AGENT").cookie;
    const report = await (await fetch(base + importRun.errorReportPath, { headers: { cookie } })).text();
    const again = await upload(report.replace("much", "12.00"));
    await work(again.body.id);
    expect((await asked(again.body.id)).importRun).toMatchObject({
      state: "DONE",
      rowsRead: 1,
      rowsNew: 1,
      rowsBad: 0,
    });
  });

  test("holds nothing that a spreadsheet would run", async () => {
    const first = settlement(saleLine({ transaction_id: formula.replaceAll(/[",]/g, ""), amount: "x" }));
    const { body } = await upload(first);
    await work(body.id);
    const { importRun } = await asked(body.id);
    const text = await (
      await fetch(base + importRun.errorReportPath, { headers: { cookie: api.as("SUPPORT_AGENT").cookie } })
    ).text();
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
    expect(text).toContain("'=HYPERLINK");
  });

  test("is not there for whoever may not import, nor for an import that is none", async () => {
    expect((await reported(api.as("MERCHANT_VERIFIER").cookie)).status).toBe(403);
    expect((await reported("")).status).toBe(401);
    const nowhere = await fetch(`${base}/imports/nonsense/errors.csv`, {
      headers: { cookie: api.as("SUPPORT_AGENT").cookie },
    });
    expect(nowhere.status).toBe(404);
  });
});

describe("transactions on the wire", () => {
  const FIND =
    "query ($filter: TransactionFilter) { transactions(filter: $filter, first: 2) { edges { node { acquirerReference captured { formatted(locale: EN) } refundable { minor } merchant { name } terminalNumber } } pageInfo { hasNextPage endCursor } } }";
  const found = async (filter: object) => {
    const { data } = await api
      .as("SUPPORT_AGENT")
      .query<{ transactions: { edges: { node: { acquirerReference: string } }[] } }>(FIND, { filter });
    return data.transactions.edges.map(({ node }) => node.acquirerReference);
  };

  beforeAll(async () => {
    const { body } = await upload(
      `transaction_id,merchant_id,merchant_name,processed_at,amount,currency,network,card_last4,voucher_number,rrn,terminal_id
W-1,W-M,Tea House,2026-03-01T10:00:00Z,12.50,CNY,unionpay,9911,004812,612345678901,
W-2,W-M,Tea House,2026-03-02T10:00:00Z,13.50,CNY,unionpay,9911,004899,612345678902,
W-3,W-M,Tea House,2026-03-03T10:00:00Z,14.50,CNY,unionpay,9922,104812,712345678901,
W-4,W-M,Tea House,2026-03-04T01:15:00Z,88.00,CNY,visa,5544,204812,812345678901,T-77
W-5,W-M,Tea House,2026-03-04T01:15:00Z,880.00,CNY,visa,5545,304812,812345678902,T-77
W-6,W-M,Tea House,2026-03-04T01:15:00Z,88.000,KWD,visa,5546,404812,812345678903,T-78
`,
    );
    await work(body.id);
  });

  test.each([
    ["a whole voucher number", { text: "004812" }, ["W-1"]],
    ["its beginning, while somebody types", { text: "0048" }, ["W-2", "W-1"]],
    ["the RRN", { text: "712345678901" }, ["W-3"]],
    ["the card's last four", { text: "9911" }, ["W-2", "W-1"]],
    ["the acquirer's number", { text: "W-3" }, ["W-3"]],
    ["the terminal with the amount and the time", { text: "T-77 88.00 09:15" }, ["W-4"]],
    ["an amount of a currency with three decimals", { text: "T-78 88.00 09:15" }, ["W-6"]],
    ["the day and the last four", { text: "2026年3月4日 5544" }, ["W-4"]],
    ["two numbers of two payments", { text: "004812 9912" }, []],
    ["wide digits of a Chinese keyboard", { text: "００４８１２" }, ["W-1"]],
    ["a sign that LIKE would take for anything", { text: "%" }, []],
    [
      "the time",
      { text: "9911", processedFrom: "2026-03-02T00:00:00Z", processedUntil: "2026-03-03T00:00:00Z" },
      ["W-2"],
    ],
    ["a merchant that is none", { merchantId: "nonsense" }, []],
  ])("are found by %s", async (_what, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  test("of another merchant are not there for a merchant", async () => {
    const { data } = await api
      .as("MERCHANT_VERIFIER")
      .query<{ transactions: { edges: unknown[] } }>(FIND, { filter: { text: "004812" } });
    expect(data.transactions.edges).toEqual([]);
  });
});
