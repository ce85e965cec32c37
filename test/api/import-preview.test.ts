import { parse, subscribe } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importJobs } from "../../server/disputes/jobs/import-jobs.ts";
import { fromGlobalId } from "../../server/kernel/ids.ts";
import { makeContext } from "../../server/request-context-of.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { staffActorOf } from "../support/given-case.ts";
import { countRows } from "../support/what-is-stored.ts";

let api: TestApi;
let base: string;
beforeAll(async () => {
  api = await startTestApi();
  base = await api.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => api.close());

const file = `流水,商户号,商户名称,交易时间,实付,币种,卡组织,卡号后四位
P-1,P-M,茶馆,2026-03-01T10:00:00Z,12.50,CNY,unionpay,9911
P-2,P-M,茶馆,2026-03-02T10:00:00Z,much,CNY,unionpay,4111111111111111
`;
/** What the file calls by names of its own. */
const assigned = { transaction_id: "流水", amount: "实付" };

interface Answer {
  readonly status: number;
  readonly body: {
    readonly id?: string;
    readonly failure?: string | null;
    readonly columns?: readonly { readonly name: string; readonly heading: string | null }[];
    readonly rows?: readonly { readonly fields: readonly string[]; readonly problems: readonly object[] }[];
  };
}

async function post(path: string, content: string, columns?: object | string, cookie?: string): Promise<Answer> {
  const chosen = typeof columns === "object" ? JSON.stringify(columns) : columns;
  const response = await fetch(base + path, {
    method: "POST",
    body: content,
    headers: {
      cookie: cookie ?? api.as("SUPPORT_AGENT").cookie,
      "accept-language": "en",
      "content-type": "text/csv",
      ...(chosen !== undefined && { "x-columns": encodeURIComponent(chosen) }),
    },
  });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

describe("a file before it is taken", () => {
  test("says which columns it lacks, and shows its first rows all the same", async () => {
    const { status, body } = await post("/imports/settlement/preview", file);
    expect(status).toBe(200);
    expect(body.failure).toContain("transaction_id, amount");
    expect(body.columns).toContainEqual({ name: "merchant_name", required: true, heading: "商户名称" });
    expect(body.rows?.map(({ fields }) => fields[0])).toEqual(["P-1", "P-2"]);
  });

  test("with its columns assigned says what is wrong with each row, its card numbers masked", async () => {
    const { body } = await post("/imports/settlement/preview", file, assigned);
    expect(body.failure).toBeNull();
    expect(body.columns).toContainEqual({ name: "amount", required: true, heading: "实付" });
    expect(body.rows).toMatchObject([
      { fields: ["P-1", "P-M", "茶馆", "2026-03-01T10:00:00Z", "12.50", "CNY", "unionpay", "9911"], problems: [] },
      { problems: [{ column: "amount" }] },
    ]);
    expect(JSON.stringify(body)).not.toContain("4111111111111111");
  });

  test("keeps nothing, and is not shown to whoever may not import", async () => {
    const before = await countRows(api.house.db);
    await post("/imports/settlement/preview", file, assigned);
    expect((await post("/imports/settlement/preview", file, assigned, api.as("BANK_OFFICER").cookie)).status).toBe(403);
    expect((await post("/imports/nonsense/preview", file)).status).toBe(404);
    expect(await countRows(api.house.db)).toEqual(before);
  });

  test.each(["%", "[]", "1", '{"amount":1}', "{"])("%j is no choice of columns", async (chosen) => {
    expect((await post("/imports/settlement/preview", file, chosen)).status).toBe(400);
    expect((await post("/imports/settlement", file, chosen)).status).toBe(400);
  });

  test.each([
    ["", "empty"],
    ["%PDF-1.4\n", "CSV"],
  ])("%j is said to be no file of rows", async (content, word) => {
    expect((await post("/imports/settlement/preview", content)).body.failure).toContain(word);
  });
});

test("a file is taken by the columns that were assigned to it, and its progress is heard until the end", async () => {
  const { status, body } = await post("/imports/settlement", file, assigned);
  expect(status).toBe(202);
  const importId = fromGlobalId(body.id ?? "")?.id ?? "";
  const contextValue = makeContext(api.house, {
    actor: await staffActorOf(api, "SUPPORT_AGENT"),
    locale: "en",
    cameBy: "SESSION",
    clientAddress: null,
  });
  const document = parse(`subscription { importChanged(id: "${body.id}") { state rowsNew rowsBad } }`);
  const stream = await subscribe({ schema: buildApiSchema(), document, contextValue });
  if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream));
  const heard: unknown[] = [];
  for await (const { data } of stream) {
    heard.push(data?.["importChanged"]);
    if (heard.length === 1) await importJobs["run-import"]?.(api.house, { importId }, new AbortController().signal);
  }
  expect(heard.at(0)).toMatchObject({ state: "QUEUED" });
  expect(heard.at(-1)).toEqual({ state: "DONE", rowsNew: 1, rowsBad: 1 });
});
