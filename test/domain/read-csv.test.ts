import { describe, expect, test } from "vitest";
import { bufferSource } from "../../server/platform/csv/byte-source.ts";
import { readHeader } from "../../server/platform/csv/read-header.ts";
import { type CsvRow, readRows, TooManyBrokenLines } from "../../server/platform/csv/read-rows.ts";

const bytes = (text: string) => Buffer.from(text);

async function rowsOf(content: Buffer, batchRows = 3): Promise<CsvRow[]> {
  const source = bufferSource(content);
  const header = await readHeader(source);
  if (header.kind !== "HEADER") throw new Error(header.kind);
  const rows: CsvRow[] = [];
  for await (const batch of readRows(source, header, header.end, batchRows)) rows.push(...batch);
  return rows;
}

const inShort = (rows: readonly CsvRow[]) =>
  rows.map((row) => (row.kind === "ROW" ? `${row.line} ${row.fields.join("|")}` : `${row.line} ${row.why}`));

describe("reading rows", () => {
  test("counts lines as an editor shows them, through quoted line ends and empty lines", async () => {
    const rows = await rowsOf(bytes('a,b\r\n1,"x\r\ny"\r\n\r\n2,3\r\n   \r\n4,5'));
    expect(inShort(rows)).toEqual(["2 1|x\r\ny", "5 2|3", "7 4|5"]);
  });

  test("takes both line ends in one file, commas in quotes, and doubled quotes", async () => {
    const rows = await rowsOf(bytes('a,b\n1,"x, y"\r\n2,"say ""hi"""\n3,19" screen\n'));
    expect(inShort(rows)).toEqual(["2 1|x, y", '3 2|say "hi"', '4 3|19" screen']);
  });

  test("passes over a byte order mark and blank lines before the heading", async () => {
    expect(inShort(await rowsOf(bytes("\ufeff\n\na,b\n1,2\n")))).toEqual(["4 1|2"]);
  });

  test.each([";", "\t", "|"])("finds out that fields are separated by %j", async (sign) => {
    expect(inShort(await rowsOf(bytes(`a${sign}b\n1${sign}2,5\n`)))).toEqual(["2 1|2,5"]);
  });

  test("a quote that is never closed costs its own line, not the rest of the file", async () => {
    const rows = await rowsOf(bytes('a,b,c\n1,"open,2\n3,4,5\n6,7,8\n'));
    expect(inShort(rows)).toEqual(["2 QUOTE_NOT_CLOSED", "3 3|4|5", "4 6|7|8"]);
  });

  test("a stray quote that meets another one further down costs its own line", async () => {
    const rows = await rowsOf(bytes('a,b\n1,"bad\n2,3\n4,"fine"\n5,6\n'));
    expect(inShort(rows)).toEqual(["2 QUOTE_NOT_CLOSED", "3 2|3", "4 4|fine", "5 5|6"]);
  });

  test("a line without end costs itself", async () => {
    const rows = await rowsOf(bytes(`a,b\n1,${"x".repeat(100_000)}\n2,3\n`));
    expect(inShort(rows)).toEqual(["2 ROW_TOO_LARGE", "3 2|3"]);
  });

  test("gives a file up in which nearly every line is broken", async () => {
    const source = bufferSource(bytes(`a,b\n${'1,"x\n'.repeat(3000)}`));
    const reading = readRows(source, { fields: ["a", "b"], delimiter: "," }, { byte: 4, line: 2 }, 10_000, 20);
    await expect(reading.next()).rejects.toThrow(TooManyBrokenLines);
  });

  test("begins again behind any row, and reads the very rest", async () => {
    const content = bytes('a,b\n1,"x\ny"\n2,3\n4,"bad\n5,6\n7,8\n');
    const source = bufferSource(content);
    const header = await readHeader(source);
    if (header.kind !== "HEADER") throw new Error(header.kind);
    const all = await rowsOf(content);
    for (const [index, { end }] of all.entries()) {
      const rest: CsvRow[] = [];
      for await (const batch of readRows(source, header, end, 2)) rest.push(...batch);
      expect(rest).toEqual(all.slice(index + 1));
    }
  });
});

describe("a file that is not what its name says", () => {
  const kindOf = async (content: Buffer) => readHeader(bufferSource(content));

  test.each([
    ["an Excel workbook", Buffer.from("504b030414000600", "hex"), "EXCEL_OR_ZIP"],
    ["an old Excel workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "EXCEL_OR_ZIP"],
    ["a PDF", bytes("%PDF-1.7\n"), "PDF"],
    ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), "PICTURE"],
    ["a program", Buffer.concat([bytes("\u007fELF"), Buffer.alloc(40)]), "UNKNOWN"],
  ])("%s is refused as a whole", async (_what, content, looksLike) => {
    expect(await kindOf(content)).toEqual({ kind: "NOT_TEXT", looksLike });
  });

  test.each([
    ["with its mark", Buffer.concat([Buffer.from("fffe", "hex"), Buffer.from("a,b\n1,2\n", "utf16le")])],
    ["without", Buffer.from("a,b\n1,2\n", "utf16le")],
  ])("UTF-16 %s is refused as a whole", async (_how, content) => {
    expect(await kindOf(content)).toMatchObject({ kind: "NOT_UTF8", looksLike: "UTF-16" });
  });

  test("Chinese in GB 18030 is refused as a whole, with the first such line", async () => {
    const chinese = Buffer.from("d6d0b9fac9ccb5ea", "hex");
    const content = Buffer.concat([bytes("a,b\n1,2\n3,"), chinese, bytes("\n4,"), chinese, bytes("\n")]);
    expect(await kindOf(content)).toEqual({ kind: "NOT_UTF8", looksLike: "GB18030", line: 3 });
  });

  test("one damaged byte among good UTF-8 is the matter of its row", async () => {
    const content = Buffer.concat([bytes("a,b\n1,中国\n2,x"), Buffer.from("ff", "hex"), bytes("y\n3,4\n")]);
    expect(inShort(await rowsOf(content))).toEqual(["2 1|中国", "3 2|x\ufffdy", "4 3|4"]);
  });

  test.each([
    ["nothing at all", ""],
    ["blank lines", "\n \r\n"],
  ])("%s is an empty file", async (_what, text) => {
    expect(await kindOf(bytes(text))).toEqual({ kind: "EMPTY" });
  });
});
