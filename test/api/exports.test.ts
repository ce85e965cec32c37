import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseWords } from "../../server/cases/domain/case-words.ts";
import { disputeWords } from "../../server/disputes/domain/dispute-words.ts";
import { runExport } from "../../server/exports/actions/run-export.ts";
import { startExport } from "../../server/exports/actions/start-export.ts";
import { expireExports, findLostExports } from "../../server/exports/actions/sweep-exports.ts";
import { exportKinds, exportLimits } from "../../server/exports/domain/words.ts";
import { keepQuestion, readQuestion } from "../../server/exports/export-question.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { answerCodes } from "../../server/providers/domain/answer-codes.ts";
import { providerRules } from "../../server/providers/domain/provider-rules.ts";
import { refundWords } from "../../server/refunds/domain/refund-words.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import { roleTitles } from "../../server/staff/domain/role-titles.ts";
import { transactionWords } from "../../server/transactions/domain/transaction-words.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { type Seeds, seedTwoCases } from "../support/authorization-seeds.ts";
import { again, ask, cancel, exported, fetchFile, linesOf, rowOf, work } from "../support/export-desk.ts";
import { actOn, givenCase, staffActorOf } from "../support/given-case.ts";
import { giveRights } from "../support/role-rights.ts";

let api: TestApi;
let seeds: Seeds;
let agent: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  seeds = await seedTwoCases(api);
  for (let more = 0; more < 3; more++) await givenCase(api);
});
afterAll(() => api.close());
beforeEach(async () => {
  agent = await api.another("SUPPORT_AGENT");
});

const limits = { ...exportLimits, batchRows: 2 };

function rowsOf(id: string) {
  return api.house.db.selectFrom("export_run").selectAll().where("id", "=", rowOf(id)).executeTakeFirstOrThrow();
}

function piecesOf(id: string) {
  return api.house.db.selectFrom("export_piece").select("ordinal").where("run_id", "=", rowOf(id)).execute();
}

/** A worker with small pieces, that stops after so many. */
async function workSome(id: string, most: number): Promise<void> {
  for (let piece = 0; piece < most; piece++) {
    await runExport(api.house, rowOf(id), AbortSignal.abort(new Error("stopped")), limits).catch((thrown: unknown) => {
      if (!String(thrown).includes("stopped")) throw thrown;
    });
  }
}

describe("a file holds the rows of the list", () => {
  test.each([
    ["cases", "CASES", "orderBy: NEWEST", "number", "Case", {}],
    ["cases", "CASES", "orderBy: NEWEST", "number", "Case", { states: ["AT_AGENCY", "AT_BANK", "NEW"] }],
    ["refunds", "REFUNDS", "first: 100", "case { number }", "Case", {}],
    [
      "refunds",
      "REFUNDS",
      "first: 100",
      "case { number }",
      "Case",
      { states: ["DRAFT", "AWAITING_APPROVAL", "QUEUED"] },
    ],
    ["disputes", "DISPUTES", "orderBy: NEWEST", "case { number }", "Case", {}],
    ["disputes", "DISPUTES", "orderBy: NEWEST", "case { number }", "Case", { open: false }],
    ["transactions", "TRANSACTIONS", "first: 100", "acquirerReference", "Acquirer's reference", {}],
    ["transactions", "TRANSACTIONS", "first: 100", "acquirerReference", "Acquirer's reference", { networks: ["VISA"] }],
  ] as const)("%s, narrowed the same way, in the same order (%#)", async (list, kind, order, part, heading, filter) => {
    const type = { CASES: "Case", REFUNDS: "Refund", DISPUTES: "Dispute", TRANSACTIONS: "Transaction" }[kind];
    const { data } = await agent.query<Record<string, { edges: { node: Record<string, unknown> }[] }>>(
      `query ($filter: ${type}Filter) { ${list}(filter: $filter, ${order}) { edges { node { ${part} } } } }`,
      { filter },
    );
    const shown = data[list]?.edges.map(({ node }) =>
      JSON.stringify(Object.values(node)[0])
        .match(/[\w-]{5,}/g)
        ?.at(-1),
    );
    const lines = await exported(api, agent, { kind, [list]: filter });
    expect(lines.map((line) => line[heading])).toEqual(shown);
  });

  /** Each column of words, the codes of the same things at the end, and what the words are. */
  const inWords = [
    ["CASES", "State", "状态", caseWords.state],
    ["CASES", "Reason", "申请原因", caseWords.reason],
    ["CASES", "Channel", "受理渠道", caseWords.channel],
    ["CASES", "Network", "卡组织", transactionWords.network],
    ["REFUNDS", "State", "状态", refundWords.state],
    ["REFUNDS", "Kind", "类型", refundWords.kind],
    ["REFUNDS", "Mode", "方式", refundWords.mode],
    ["DISPUTES", "State", "状态", disputeWords.state],
    ["DISPUTES", "Network", "卡组织", transactionWords.network],
    ["TRANSACTIONS", "Kind", "类型", transactionWords.kind],
    ["TRANSACTIONS", "Network", "卡组织", transactionWords.network],
    ["AUDIT_LOG", "Action", "操作", caseWords.event],
    ["AUDIT_LOG", "State afterwards", "现状态", caseWords.state],
    ["AUDIT_LOG", "Role", "角色", roleTitles],
  ] as const;

  test.each(exportKinds)(
    "%s reads in words in the asker's language, with the codes behind for machines",
    async (kind) => {
      const asker = await api.another("COMPLIANCE_OFFICER");
      for (const [locale, side] of [
        ["en", "en"],
        ["zh-CN", "zh"],
      ] as const) {
        const { id } = await ask(asker, { kind }, locale);
        await work(api, id);
        const lines = linesOf((await fetchFile(api, asker, id)).body);
        expect(lines.length).toBeGreaterThan(0);
        for (const [of, en, zh, words] of inWords.filter(([one]) => one === kind)) {
          const said: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = words;
          const [word, code] = locale === "en" ? [en, `${en}, code`] : [zh, `${zh}代码`];
          for (const line of lines)
            expect([of, line[word]]).toEqual([
              of,
              line[code] === "" ? "" : said[line[code] ?? "no such column"]?.[side],
            ]);
          expect(lines.some((line) => line[code] !== "")).toBe(true);
        }
        const shops = await api.house.db
          .selectFrom("merchant")
          .select(["merchant_number", "name", "name_zh"])
          .execute();
        const [number, name] = locale === "en" ? ["Merchant number", "Merchant"] : ["商户号", "商户"];
        for (const line of lines.filter((one) => one[number] !== undefined)) {
          const shop = shops.find(({ merchant_number }) => merchant_number === line[number]);
          expect(line[name]).toBe(locale === "en" ? shop?.name : (shop?.name_zh ?? shop?.name));
        }
      }
    },
  );

  test("of refunds names the provider and why one failed, and of transactions how the card was read, as the console does", async () => {
    const { caseId } = seeds.own;
    const { db } = api.house;
    await db.updateTable("refund").set({ failure_code: "51" }).where("case_id", "=", caseId).execute();
    const { transaction_id } = await db
      .selectFrom("cases")
      .select("transaction_id")
      .where("id", "=", caseId)
      .executeTakeFirstOrThrow();
    await db.updateTable("transaction").set({ entry_mode: "chip" }).where("id", "=", transaction_id).execute();
    const refund = (await exported(api, agent, { kind: "REFUNDS" })).find(({ Case }) => Case === seeds.own.number);
    expect(refund).toMatchObject({
      Provider: providerRules["simulated-acquirer"].name.en,
      "Provider, code": "simulated-acquirer",
      Failure: answerCodes["51"]?.happened.en,
      "Failure, code": "51",
    });
    const sales = await exported(api, agent, { kind: "TRANSACTIONS" });
    expect(sales.map((line) => [line["Entry mode"], line["Entry mode, code"]])).toContainEqual(["Chip", "chip"]);
  });

  test("over as many pieces as it takes, each row once", async () => {
    const { id } = await ask(agent, { kind: "CASES" });
    await runExport(api.house, rowOf(id), new AbortController().signal, limits);
    const lines = linesOf((await fetchFile(api, agent, id)).body);
    expect((await piecesOf(id)).length).toBe(Math.ceil(lines.length / 2));
    expect(new Set(lines.map((line) => line["Case"])).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(4);
  });

  test("its amounts are plain numbers beside their currency, its moments those of the desk's clocks", async () => {
    const line = (await exported(api, agent, { kind: "CASES" })).find(({ Case }) => Case === seeds.own.number);
    expect(line).toMatchObject({ Currency: "CNY", Amount: expect.stringMatching(/^\d+\.\d\d$/) });
    expect(line?.["Opened at"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
    const { opened_at } = await api.house.db
      .selectFrom("cases")
      .select("opened_at")
      .where("id", "=", seeds.own.caseId)
      .executeTakeFirstOrThrow();
    expect(Date.parse(line?.["Opened at"] ?? "")).toBe(Math.floor(opened_at.getTime() / 1000) * 1000);
  });

  test("is UTF-8 with a mark for Excel, its headings in the reader's language", async () => {
    const { id } = await ask(agent, { kind: "TRANSACTIONS" }, "zh-CN");
    await work(api, id);
    const { body, headers } = await fetchFile(api, agent, id);
    expect(body.startsWith("\uFEFF收单流水号,类型,商户号")).toBe(true);
    expect(body.endsWith("\r\n")).toBe(true);
    expect(headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": expect.stringMatching(/^attachment; filename="transactions-\d{4}-\d\d-\d\d-\w{6}\.csv"$/),
      "content-length": String(Buffer.byteLength(body)),
      "cache-control": "no-store",
    });
  });

  test.each(["=HYPERLINK(A1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])(
    "and nothing that a spreadsheet would reckon: %j",
    async (name) => {
      const { number } = await givenCase(api, {
        customer: { name, phone: "+8613900139000", email: null, locale: "en" },
      });
      const line = (await exported(api, agent, { kind: "CASES" })).find(({ Case }) => Case === number);
      expect(line).toMatchObject({ Customer: `'${name}`, Phone: "'+8613900139000" });
    },
  );
});

describe("the audit log as a file", () => {
  const LOG = `query ($filter: AuditLogFilter) { auditLog(filter: $filter, first: 100) { edges { node {
    hash case { number } event { sequence kind } } } } }`;
  interface Line {
    readonly hash: string;
    readonly case: { readonly number: string };
    readonly event: { readonly sequence: number; readonly kind: string };
  }
  const shown = async (client: SignedIn, filter: object) =>
    (await client.query<{ auditLog: { edges: { node: Line }[] } }>(LOG, { filter })).data.auditLog.edges.map(
      ({ node }) => node,
    );

  test("holds what the page shows by the same filter, in its order, each line with its link of the chain", async () => {
    const officer = await api.another("COMPLIANCE_OFFICER");
    for (const filter of [{}, { caseNumber: seeds.own.number }, { kinds: ["OPEN"] }, { to: "2000-01-01" }]) {
      const lines = await exported(api, officer, { kind: "AUDIT_LOG", auditLog: filter });
      const expected = await shown(officer, filter);
      expect(lines.map((line) => [line["Case"], line["Event"], line["Action, code"], line["Hash"]])).toEqual(
        expected.map(({ hash, case: of, event }) => [of.number, String(event.sequence), event.kind, hash]),
      );
    }
    const { caseId, number } = await givenCase(api);
    const clerk = await staffActorOf(api, "SUPPORT_AGENT");
    for (const message of ["One.", "Two."]) await actOn(api, clerk, caseId, { action: "ADD_NOTE", input: { message } });
    const ofCase = await exported(api, officer, { kind: "AUDIT_LOG", auditLog: { caseNumber: number } });
    const links = ofCase.reverse().map((line) => [line["Hash before"], line["Hash"]]);
    expect(links.length).toBeGreaterThan(2);
    for (const [at, [before]] of links.slice(1).entries()) expect(before).toBe(links[at]?.[1]);
  });

  test("tells an auditor the facts of each event, and an administrator, who sees no case, of none", async () => {
    const auditLog = { caseNumber: seeds.own.number };
    const facts = async (role: "COMPLIANCE_OFFICER" | "ADMINISTRATOR") =>
      (await exported(api, await api.another(role), { kind: "AUDIT_LOG", auditLog })).map(
        (line) => line["Recorded facts"],
      );
    expect((await facts("COMPLIANCE_OFFICER")).some((cell) => cell?.startsWith('{"'))).toBe(true);
    expect(await facts("ADMINISTRATOR")).toEqual([]);
  });

  test("is nobody's who may not audit", async () => {
    await expect(ask(agent, { kind: "AUDIT_LOG" })).resolves.toMatchObject({ code: "NOT_PERMITTED" });
  });

  test("holds no card's number, and nothing that a spreadsheet would run", async () => {
    const officer = await api.another("COMPLIANCE_OFFICER");
    const { caseId, number } = await givenCase(api);
    await api.house.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`update case_event set data = '{"a": "4111 1111 1111 1111"}' where case_id = ${caseId}`.execute(trx);
      await sql`update staff set name = '=HYPERLINK("http://x")' where id = ${officer.staffId}`.execute(trx);
      await sql`update case_event set actor_id = ${officer.staffId} where case_id = ${caseId}`.execute(trx);
    });
    const [line] = await exported(api, officer, { kind: "AUDIT_LOG", auditLog: { caseNumber: number } });
    expect(line?.["Recorded facts"]).not.toContain("4111 1111 1111 1111");
    expect(line?.["Recorded facts"]).toContain("1111");
    expect(line?.["Who"]).toMatch(/^[^=+\-@]/);
    expect(line?.["Who"]).toContain("HYPERLINK");
  });

  test("stands in the access log as itself, for each case in it, when it is made and when it is fetched later", async () => {
    const officer = await api.another("COMPLIANCE_OFFICER");
    const noted = () =>
      api.house.db
        .selectFrom("access_record")
        .select(["case_id", "kind"])
        .where("viewer_id", "=", officer.staffId)
        .execute();
    const { id } = await ask(officer, { kind: "AUDIT_LOG", auditLog: { caseNumber: seeds.own.number } });
    expect(await noted()).toEqual([]);
    await work(api, id);
    expect(await noted()).toEqual([{ case_id: seeds.own.caseId, kind: "LOG_EXPORT" }]);
    api.clock.advance({ minutes: 61 });
    expect((await fetchFile(api, officer, id)).status).toBe(200);
    expect(await noted()).toHaveLength(2);
  });

  test("of somebody by an id that is none is a mistake", async () => {
    const officer = await api.another("COMPLIANCE_OFFICER");
    const auditLog = { actorId: seeds.own.id };
    await expect(ask(officer, { kind: "AUDIT_LOG", auditLog })).rejects.toThrow("BAD_USER_INPUT");
  });
});

describe("who reads what", () => {
  test("a merchant's verifier has the cases of their own merchant, and no contacts", async () => {
    const lines = await exported(api, api.as("MERCHANT_VERIFIER"), { kind: "CASES" });
    expect(lines.map(({ Case }) => Case)).toEqual([seeds.own.number]);
    expect(lines[0]).toMatchObject({
      Customer: expect.stringMatching(/^.\*\*$/),
      Phone: "",
      "E-mail": "",
      Assignee: "",
    });
    const own = (await exported(api, agent, { kind: "CASES" })).find(({ Case }) => Case === seeds.own.number);
    expect(own?.["Customer"]).not.toContain("*");
  });

  test("whose contacts stand in a file is written down when it is made, and when it is fetched later", async () => {
    const noted = () =>
      api.house.db
        .selectFrom("access_record")
        .select("case_id")
        .where("viewer_id", "=", agent.staffId)
        .where("kind", "=", "EXPORT")
        .where("case_id", "in", [seeds.own.caseId, seeds.other.caseId])
        .execute();
    const { id } = await ask(agent, { kind: "CASES" });
    await work(api, id);
    expect(await noted()).toHaveLength(2);
    api.clock.advance({ hours: 2 });
    await fetchFile(api, agent, id);
    expect(await noted()).toHaveLength(4);
    await exported(api, agent, { kind: "TRANSACTIONS" });
    expect(await noted()).toHaveLength(4);
  });

  test("one who does not see cases has no file of them, and nobody without the right has any", async () => {
    expect(await ask(api.as("ADMINISTRATOR"), { kind: "CASES" })).toMatchObject({ code: "NOT_PERMITTED" });
    await expect(ask(api.as("TRAINER"), { kind: "TRANSACTIONS" })).rejects.toThrow("FORBIDDEN");
  });

  test("a file is there for whoever asked for it alone", async () => {
    const { id } = await ask(agent, { kind: "CASES" });
    await work(api, id);
    expect((await fetchFile(api, agent, id)).status).toBe(200);
    const neverWas = await fetchFile(api, agent, toGlobalId("ExportRun", newId()));
    expect(neverWas.status).toBe(404);
    for (const other of [null, api.as("SUPERVISOR"), api.as("SUPPORT_AGENT"), api.as("MERCHANT_VERIFIER")])
      expect(await fetchFile(api, other, id)).toMatchObject({ status: 404, body: neverWas.body });
    const other = api.as("SUPERVISOR");
    expect(await cancel(other, id)).toMatchObject({ code: "NOT_FOUND" });
    expect((await other.query("query ($id: ID!) { node(id: $id) { id } }", { id })).data).toEqual({ node: null });
    expect((await other.query<{ exports: { id: string }[] }>("{ exports { id } }")).data.exports).toEqual([]);
    expect((await agent.query("{ exports { id downloads } }")).data).toEqual({ exports: [{ id, downloads: 1 }] });
  });

  test("and no more once they may read less than when it was made", async () => {
    const { id } = await ask(agent, { kind: "CASES" });
    await work(api, id);
    await api.house.db.updateTable("staff").set({ role: "TRAINER" }).where("id", "=", agent.staffId).execute();
    expect((await fetchFile(api, agent, id)).status).toBe(404);
  });

  test("rights that change while it is written end it", async () => {
    const { id } = await ask(agent, { kind: "CASES" });
    await workSome(id, 1);
    await api.house.db.updateTable("staff").set({ active: false }).where("id", "=", agent.staffId).execute();
    await work(api, id);
    expect(await rowsOf(id)).toMatchObject({ state: "FAILED", failure: "RIGHTS_CHANGED" });
    expect(await piecesOf(id)).toEqual([]);
  });
});

describe("asking", () => {
  test("twice at once by one key makes one export", async () => {
    const input = { kind: "CASES", idempotencyKey: newId() };
    const [one, two] = await Promise.all([ask(agent, input), ask(agent, input)]);
    expect(one.id).toBe(two.id);
    expect((await agent.query<{ exports: object[] }>("{ exports { id } }")).data.exports).toHaveLength(1);
  });

  test("for something else by the same key is told so", async () => {
    const idempotencyKey = newId();
    await ask(agent, { kind: "CASES", idempotencyKey });
    const other = await ask(agent, { kind: "CASES", cases: { open: true }, idempotencyKey });
    expect(other).toMatchObject({ __typename: "KeyReused" });
  });

  test("for too much says how much is too much, and what to do; nothing is begun", async () => {
    const ctx = { ...api.house, actor: await staffActorOf(api, "SUPERVISOR"), locale: "en" } as const;
    const asked = { question: { kind: "CASES", filter: {} }, asked: {}, key: newId() } as const;
    expect(await startExport(ctx, asked, { ...limits, mostRows: 2 })).toEqual({ ok: false, error: "TOO_LARGE" });
    for (let count = 0; count < limits.mostUnfinished; count++) await ask(agent, { kind: "REFUNDS" });
    expect(await ask(agent, { kind: "REFUNDS" })).toMatchObject({
      code: "TOO_MANY",
      message: expect.stringMatching(/^3 /),
    });
  });

  test("once more for what failed makes the same list anew, once by one key, and the failed one stays", async () => {
    const first = await ask(agent, { kind: "CASES", cases: { states: ["AT_BANK"] } });
    const failed = { state: "FAILED", failure: "OUR_FAULT", finished_at: api.clock.now() } as const;
    await api.house.db.updateTable("export_run").set(failed).where("id", "=", rowOf(first.id)).execute();
    const key = newId();
    const [one, two] = await Promise.all([again(agent, first.id, key), again(agent, first.id, key)]);
    expect(one).toMatchObject({ __typename: "ExportRun", state: "QUEUED" });
    expect(two.id).toBe(one.id);
    expect(one.id).not.toBe(first.id);
    const [before, after] = [await rowsOf(first.id), await rowsOf(one.id)];
    expect(after).toMatchObject({ kind: "CASES", question: before.question, rows_total: before.rows_total });
    expect(before.state).toBe("FAILED");
    await work(api, one.id);
    expect(linesOf((await fetchFile(api, agent, one.id)).body)).toHaveLength(after.rows_total);
  });

  test("once more is for whoever asked first, while they still may", async () => {
    const { id } = await ask(agent, { kind: "CASES" });
    const colleague = await api.another("SUPPORT_AGENT");
    expect(await again(colleague, id)).toMatchObject({ __typename: "ExportRefused", code: "NOT_FOUND" });
    expect((await colleague.query<{ exports: object[] }>("{ exports { id } }")).data.exports).toEqual([]);

    const built = builtInPermissions.SUPPORT_AGENT;
    await giveRights(
      api,
      "SUPPORT_AGENT",
      built.filter((right) => right !== "case.read"),
    );
    expect(await again(agent, id)).toMatchObject({ __typename: "ExportRefused", code: "NOT_PERMITTED" });
    await giveRights(api, "SUPPORT_AGENT", built);
    expect(await again(agent, id)).toMatchObject({ __typename: "ExportRun" });
  });

  test("with the filter of another list, or by a card number, is a mistake", async () => {
    await expect(ask(agent, { kind: "CASES", refunds: {} })).rejects.toThrow("BAD_USER_INPUT");
    const transactions = { text: "4111 1111 1111 1111" };
    await expect(ask(agent, { kind: "TRANSACTIONS", transactions })).rejects.toThrow("BAD_USER_INPUT");
  });

  test("what was asked is read back as it was, moments and amounts too", () => {
    const filter = { amountAtLeastMinor: 12n, dueBefore: new Date(0), assignees: [null, "x"], open: false };
    const question = { kind: "CASES", filter } as const;
    expect(readQuestion(keepQuestion(question))).toEqual(question);
  });
});

describe("the life of a file", () => {
  test("it is not there before it is whole, and goes on where a worker stopped", async () => {
    const { id } = await ask(agent, { kind: "CASES" });
    await workSome(id, 2);
    expect(await rowsOf(id)).toMatchObject({ state: "RUNNING", rows_written: 4, pieces: 2 });
    expect((await fetchFile(api, agent, id)).status).toBe(404);
    await work(api, id);
    const lines = linesOf((await fetchFile(api, agent, id)).body);
    expect(new Set(lines.map((line) => line["Case"])).size).toBe((await rowsOf(id)).rows_total);
  });

  test("two workers on one export write each piece once", async () => {
    const { id } = await ask(agent, { kind: "CASES" });
    await Promise.all([1, 2, 3].map(() => runExport(api.house, rowOf(id), new AbortController().signal, limits)));
    await work(api, id);
    const lines = linesOf((await fetchFile(api, agent, id)).body);
    expect(lines).toHaveLength((await rowsOf(id)).rows_total);
  });

  test("cancelled half-way it leaves nothing; done it can be cancelled no more", async () => {
    const { id } = await ask(agent, { kind: "CASES" });
    await workSome(id, 1);
    expect(await cancel(agent, id)).toMatchObject({ state: "CANCELLED" });
    expect(await cancel(agent, id)).toMatchObject({ state: "CANCELLED" });
    await work(api, id);
    expect(await rowsOf(id)).toMatchObject({ state: "CANCELLED" });
    expect(await piecesOf(id)).toEqual([]);
    const whole = await ask(agent, { kind: "CASES" });
    await work(api, whole.id);
    expect(await cancel(agent, whole.id)).toMatchObject({ code: "TOO_LATE" });
  });

  test("a job that was lost is asked for again, once", async () => {
    const { id } = await ask(agent, { kind: "CASES" });
    const jobs = async () =>
      (await api.house.database.pool.query("select 1 from jobs.job where data ->> 'exportId' = $1", [rowOf(id)])).rows;
    await api.house.database.pool.query("delete from jobs.job where data ->> 'exportId' = $1", [rowOf(id)]);
    await findLostExports(api.house);
    expect(await jobs()).toHaveLength(0);
    api.clock.advance({ minutes: 3 });
    await findLostExports(api.house);
    await findLostExports(api.house);
    expect(await jobs()).toHaveLength(1);
    api.clock.advance({ days: 2 });
    await findLostExports(api.house);
    expect(await rowsOf(id)).toMatchObject({ state: "FAILED", failure: "OUR_FAULT" });
  });

  test("after seven days it is taken away; that it was made stays", async () => {
    const { id } = await ask(agent, { kind: "CASES" });
    await work(api, id);
    api.clock.advance({ days: 6 });
    await expireExports(api.house);
    expect((await fetchFile(api, agent, id)).status).toBe(200);
    api.clock.advance({ days: 1, minutes: 1 });
    expect((await fetchFile(api, agent, id)).status).toBe(404);
    await expireExports(api.house);
    expect(await rowsOf(id)).toMatchObject({ state: "EXPIRED", downloads: 1 });
    expect(await piecesOf(id)).toEqual([]);
  });
});
