import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bufferSource } from "../../server/platform/csv/byte-source.ts";
import { beginImport } from "../../server/transactions/actions/begin-import.ts";
import { giveUpAbandoned, giveUpImport } from "../../server/transactions/actions/give-up-import.ts";
import { settlementImporter } from "../../server/transactions/actions/import-settlement.ts";
import { runImport } from "../../server/transactions/actions/run-import.ts";
import { getImportRun } from "../../server/transactions/queries/find-import-runs.ts";
import {
  countsOf,
  faultsOf,
  type ImportDesk,
  importText,
  openImportDesk,
  saleLine,
  settlement,
  settlementHeader,
} from "../support/import-desk.ts";
import { meanwhile, naming } from "../support/meanwhile.ts";

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk.close());

const sales = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    saleLine({ transaction_id: `${prefix}-${index}`, merchant_id: `M-${index % 7}` }),
  );

function sale(reference: string) {
  return desk.house.db
    .selectFrom("transaction")
    .selectAll()
    .where("acquirer_reference", "=", reference)
    .executeTakeFirst();
}

async function countOf(prefix: string): Promise<bigint> {
  const { n } = await desk.house.db
    .selectFrom("transaction")
    .select(({ fn }) => fn.countAll<bigint>().as("n"))
    .where("acquirer_reference", "like", `${prefix}-%`)
    .executeTakeFirstOrThrow();
  return n;
}

describe("importing a settlement file", () => {
  test("keeps the good rows and tells the bad ones by line, with every reason", async () => {
    const file = settlement(
      saleLine({ transaction_id: "A-1", amount: "3920.0" }),
      saleLine({ transaction_id: "", merchant_id: "" }),
      saleLine({ transaction_id: "A-2", amount: "twelve", currency: "US" }),
      saleLine({ transaction_id: "A-3", terminal_id: "" }),
    );
    const { run, faults } = await importText(desk, "SETTLEMENT", file);
    expect(countsOf(run)).toEqual([2, 0, 0, 2]);
    expect(run).toMatchObject({ state: "DONE", failure: null, rows_read: 4 });
    expect(faults).toEqual(["3 transaction_id MISSING", "3 merchant_id MISSING", "4 currency UNKNOWN_CURRENCY"]);
    expect(await sale("A-1")).toMatchObject({ captured_minor: 392_000n, card_last4: "4257", refunded_minor: 0n });
    expect(await sale("A-3")).toMatchObject({ terminal_id: null });
  });

  test("again changes nothing, and says so", async () => {
    const file = settlement(...sales("B", 30), saleLine({ transaction_id: "" }));
    const first = await importText(desk, "SETTLEMENT", file);
    const before = await sale("B-7");
    const second = await importText(desk, "SETTLEMENT", file);
    expect(countsOf(first.run)).toEqual([30, 0, 0, 1]);
    expect(countsOf(second.run)).toEqual([0, 0, 30, 1]);
    expect(await sale("B-7")).toEqual(before);
  });

  test("of a row that now says something else keeps what was imported, and says what differs", async () => {
    await importText(desk, "SETTLEMENT", settlement(saleLine({ transaction_id: "C-1" })));
    const changed = saleLine({ transaction_id: "C-1", amount: "9999.00", terminal_id: "TID-9" });
    const { run, faults, id } = await importText(desk, "SETTLEMENT", settlement(changed));
    expect(countsOf(run)).toEqual([0, 0, 0, 1]);
    expect(faults).toEqual(["2 terminal_id DIFFERS", "2 amount DIFFERS"]);
    const error = await desk.house.db
      .selectFrom("import_error")
      .selectAll()
      .where("run_id", "=", id)
      .executeTakeFirstOrThrow();
    expect(error.problems).toContainEqual(expect.objectContaining({ column: "amount", was: "1551.99" }));
    expect(await sale("C-1")).toMatchObject({ captured_minor: 155_199n });
  });

  test("the same number twice in one file is one sale, and a second one that differs is told", async () => {
    const file = settlement(
      saleLine({ transaction_id: "D-1" }),
      saleLine({ transaction_id: "D-1" }),
      saleLine({ transaction_id: "D-1", amount: "2.00" }),
    );
    const { run, faults } = await importText(desk, "SETTLEMENT", file);
    expect(countsOf(run)).toEqual([1, 0, 1, 1]);
    expect(faults).toEqual(["4 amount DIFFERS"]);
  });

  test("brings merchants and terminals in once, and does not undo a name that somebody put right", async () => {
    const line = (name: string, reference: string) =>
      saleLine({ transaction_id: reference, merchant_id: "E-M", merchant_name: name, terminal_id: "E-T" });
    await importText(desk, "SETTLEMENT", settlement(line("上海茶馆", "E-1")));
    await desk.house.db
      .updateTable("merchant")
      .set({ name: "Tea House" })
      .where("merchant_number", "=", "E-M")
      .execute();
    await importText(desk, "SETTLEMENT", settlement(line("上海茶馆", "E-2"), line("上海茶馆", "E-3")));
    const merchants = await desk.house.db
      .selectFrom("merchant")
      .selectAll()
      .where("merchant_number", "=", "E-M")
      .execute();
    expect(merchants).toMatchObject([{ name: "Tea House", name_zh: "上海茶馆", category_code: "7011" }]);
    const terminals = await desk.house.db
      .selectFrom("terminal")
      .selectAll()
      .where("terminal_number", "=", "E-T")
      .execute();
    expect(terminals).toHaveLength(1);
  });

  test.each([
    ["commas and quotes", '"Tea, ""House"" & Co"', 'Tea, "House" & Co'],
    ["a backslash and braces", "Tea\\{House}", "Tea\\{House}"],
    ["the word null", "NULL", "NULL"],
    ["four-byte characters", "茶馆🍵𠮷", "茶馆🍵𠮷"],
    ["an apostrophe and a semicolon", "O'Neill; drop table", "O'Neill; drop table"],
  ])("keeps a name with %s as it is", async (what, written, kept) => {
    const id = `F-${what.replaceAll(" ", "-")}`;
    const line = saleLine({ transaction_id: id, merchant_id: id, merchant_name: written });
    expect(countsOf((await importText(desk, "SETTLEMENT", settlement(line))).run)).toEqual([1, 0, 0, 0]);
    const merchant = await desk.house.db
      .selectFrom("merchant")
      .select("name")
      .where("merchant_number", "=", id)
      .executeTakeFirst();
    expect(merchant?.name).toBe(kept);
  });

  test("never stores a whole card number, whichever column it stands in", async () => {
    const whole = "4111111111111111";
    const file = settlement(
      saleLine({ transaction_id: "G-1", card_last4: whole }),
      saleLine({ transaction_id: whole }),
      saleLine({ transaction_id: "G-2", merchant_id: "G-M", merchant_name: `Shop ${whole}` }),
      saleLine({ transaction_id: "G-3", auth_code: whole }),
    );
    const { run } = await importText(desk, "SETTLEMENT", file);
    expect(countsOf(run)).toEqual([2, 0, 0, 2]);
    expect(await sale("G-1")).toMatchObject({ card_first6: "411111", card_last4: "1111" });
    const { rows } = await desk.house.database.pool.query(`
      select (select count(*) from transaction t where t::text like '%${whole}%')
        + (select count(*) from merchant m where m::text like '%${whole}%')
        + (select count(*) from import_error e where e::text like '%${whole}%') as found`);
    expect(rows[0].found).toBe(0n);
  });
});

describe("a file that cannot be read", () => {
  test.each([
    ["empty", Buffer.alloc(0), { code: "EMPTY" }],
    [
      "a picture under another name",
      Buffer.from("89504e470d0a1a0a0000", "hex"),
      { code: "NOT_TEXT", looksLike: "PICTURE" },
    ],
    ["in UTF-16", Buffer.from(settlement(saleLine()), "utf16le"), { code: "NOT_UTF8", looksLike: "UTF-16" }],
    ["without its columns", Buffer.from("name,amount\nx,1\n"), { code: "COLUMNS_MISSING" }],
  ])("because it is %s fails as a whole, and says why", async (_why, content, failure) => {
    const { run } = await importText(desk, "SETTLEMENT", content);
    expect(run).toMatchObject({ state: "FAILED", failure, rows_read: 0 });
  });

  test("because it is GB 18030 fails as a whole, so that no name is half imported", async () => {
    const chinese = Buffer.from("d6d0b9fac9ccb5ea", "hex");
    const [before = "", after = ""] = settlement(saleLine({ transaction_id: "H-1", merchant_name: "NAME" })).split(
      "NAME",
    );
    const { run } = await importText(
      desk,
      "SETTLEMENT",
      Buffer.concat([Buffer.from(before), chinese, Buffer.from(after)]),
    );
    expect(run).toMatchObject({ state: "FAILED", failure: { code: "NOT_UTF8", looksLike: "GB18030", line: 2 } });
    expect(await sale("H-1")).toBeUndefined();
  });

  test("where only one byte is damaged, that row alone is bad", async () => {
    const [before = "", after = ""] = settlement(
      saleLine({ transaction_id: "H-2", merchant_name: "中国商店" }),
      saleLine({ transaction_id: "H-3", merchant_name: "DAMAGED" }),
      saleLine({ transaction_id: "H-4" }),
    ).split("DAMAGED");
    const damaged = Buffer.concat([Buffer.from(before), Buffer.from("Caf\xff", "latin1"), Buffer.from(after)]);
    const { run, faults } = await importText(desk, "SETTLEMENT", damaged);
    expect(countsOf(run)).toEqual([2, 0, 0, 1]);
    expect(faults).toEqual(["3 merchant_name NOT_UTF8"]);
  });

  test("with a heading and nothing else has nothing to say", async () => {
    const { run } = await importText(desk, "SETTLEMENT", `${settlementHeader}\n`);
    expect(run).toMatchObject({ state: "DONE", rows_read: 0 });
  });
});

describe("a reading that is cut off", () => {
  test("goes on where it stopped: no row is lost, none counted twice", async () => {
    const lines = sales("I", 5000);
    lines[4100] = saleLine({ transaction_id: "" });
    const content = Buffer.from(settlement(...lines));
    const source = bufferSource(content);
    const id = await beginImport(desk.ctx.db, desk.ctx, {
      kind: "SETTLEMENT",
      fileName: "i.csv",
      state: "RUNNING",
      bytesTotal: source.bytes,
    });
    let opened = 0;
    const cutOff = {
      bytes: source.bytes,
      async *open(from: number) {
        opened += 1;
        for await (const piece of source.open(from)) {
          // The first opening is for the heading; the second is cut off in the middle of a row.
          if (opened === 2) {
            yield piece.subarray(0, 250_000);
            throw new Error("The power went");
          }
          yield piece;
        }
      },
    };
    await expect(runImport(desk.ctx, id, cutOff, settlementImporter)).rejects.toThrow("The power went");
    const half = await getImportRun(desk.ctx.db, id);
    expect(half.state).toBe("RUNNING");
    expect(await countOf("I")).toBe(BigInt(half.rows_new));

    const end = await runImport(desk.ctx, id, source, settlementImporter);
    expect(end).toMatchObject({ state: "DONE", rows_read: 5000, bytes_read: BigInt(content.length) });
    expect(countsOf(end)).toEqual([4999, 0, 0, 1]);
    expect(await faultsOf(desk, id)).toEqual(["4102 transaction_id MISSING"]);
    expect(await countOf("I")).toBe(4999n);
  });

  test("when it has ended, is not read again", async () => {
    const { id, run } = await importText(desk, "SETTLEMENT", settlement(...sales("J", 3)));
    expect(await runImport(desk.ctx, id, bufferSource(Buffer.from("")), settlementImporter)).toMatchObject(run);
  });

  test("when it has ended, is not said to have failed by whoever was given the same file", async () => {
    const { id, run } = await importText(desk, "SETTLEMENT", settlement(...sales("N", 3)));
    await giveUpImport(desk.ctx, id, { code: "STOPPED" });
    expect(await getImportRun(desk.ctx.db, id)).toMatchObject(run);
    const other = await beginImport(desk.ctx.db, desk.ctx, {
      ...{ kind: "SETTLEMENT", fileName: "other.csv", state: "RUNNING", bytesTotal: 0 },
    } as const);
    const db = meanwhile(desk.ctx.db, naming("bytes_read"), () =>
      desk.ctx.db.updateTable("import_run").set({ state: "DONE" }).where("id", "=", other).execute(),
    );
    const empty = bufferSource(Buffer.from(""));
    expect(await runImport({ ...desk.ctx, db }, other, empty, settlementImporter)).toMatchObject({ state: "DONE" });
  });

  test("and that nobody goes on with is said to have stopped, days later", async () => {
    const file = { kind: "SETTLEMENT", fileName: "left.csv", bytesTotal: 10 } as const;
    const upload = await beginImport(desk.ctx.db, desk.ctx, { ...file, state: "RECEIVING" });
    const command = await beginImport(desk.ctx.db, desk.ctx, { ...file, state: "RUNNING" });
    const later = (days: number) => ({ ...desk.ctx, clock: { now: () => new Date(Date.now() + days * 86_400_000) } });
    await giveUpAbandoned(later(2));
    expect(await getImportRun(desk.ctx.db, upload)).toMatchObject({
      state: "FAILED",
      failure: { code: "UPLOAD_BROKE_OFF" },
    });
    expect(await getImportRun(desk.ctx.db, command)).toMatchObject({ state: "RUNNING" });
    await giveUpAbandoned(later(4));
    expect(await getImportRun(desk.ctx.db, command)).toMatchObject({ state: "FAILED", failure: { code: "STOPPED" } });
  });

  test("is never read by two at once: one of them is told that the other goes on", async () => {
    const source = bufferSource(Buffer.from(settlement(...sales("K", 6000))));
    const id = await beginImport(desk.ctx.db, desk.ctx, {
      kind: "SETTLEMENT",
      fileName: "k.csv",
      state: "RUNNING",
      bytesTotal: source.bytes,
    });
    const both = await Promise.allSettled([1, 2].map(() => runImport(desk.ctx, id, source, settlementImporter)));
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(countsOf(await getImportRun(desk.ctx.db, id))).toEqual([6000, 0, 0, 0]);
    expect(await countOf("K")).toBe(6000n);
  });

  test("two files at once with the same rows in opposite order wait for each other, and lose nothing", async () => {
    const lines = sales("L", 4500);
    const [one, other] = await Promise.all([
      importText(desk, "SETTLEMENT", settlement(...lines)),
      importText(desk, "SETTLEMENT", settlement(...lines.toReversed())),
    ]);
    expect(one.run.rows_new + other.run.rows_new).toBe(4500);
    expect(one.run.rows_same + other.run.rows_same).toBe(4500);
    expect(await countOf("L")).toBe(4500n);
  });
});
