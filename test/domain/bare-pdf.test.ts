import { createRequire } from "node:module";
import path from "node:path";
import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { bareJpeg } from "../../server/evidence/domain/bare-jpeg.ts";
import { joined } from "../../server/evidence/domain/bytes.ts";
import { barePdf } from "../../server/evidence/pdf/bare-pdf.ts";
import { byLiNa, drawing, keptOf, page, shown, words } from "../support/bare-pdfs.ts";
import { aChinesePdf, aJpeg, aLockedPdf, aPdf, exif, packedObjects } from "../support/files.ts";
import { anObject, aSignedPdf, forTheWeb, packed, wordsOf } from "../support/pdf-files.ts";

// The library tells of odd files on the console.
beforeAll(() => void vi.spyOn(console, "warn").mockImplementation(() => undefined));
afterAll(() => void vi.restoreAllMocks());

const damaged = { code: "FILE_DAMAGED" };
const tooIntricate = { code: "TOO_INTRICATE" };
async function problemOf(file: Buffer) {
  const bare = await barePdf(file);
  return bare.ok ? "taken" : bare.error;
}

/** What a reader sees of each page, by the program that shows them in the console; nothing is mended for it. */
async function read(file: Buffer) {
  const task = getDocument({
    data: new Uint8Array(file),
    cMapUrl: path.join(path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "cmaps/"),
    stopAtErrors: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const leaf = await document.getPage(number);
    const { items } = await leaf.getTextContent();
    const annotations: readonly { subtype: string; url?: string; fieldValue?: string }[] = await leaf.getAnnotations();
    pages.push({
      text: items.map((item) => ("str" in item ? item.str : "")).join(""),
      drawn: (await leaf.getOperatorList()).fnArray,
      annotations: annotations.map(({ subtype, url, fieldValue }) => [subtype, url, fieldValue]),
    });
  }
  const attached: Readonly<Record<string, { content: Uint8Array }>> | null = await document.getAttachments();
  await task.destroy();
  return { pages, attached: Object.values(attached ?? {}).map(({ content }) => Buffer.from(content).toString()) };
}

describe("who made a PDF, when and with what", () => {
  test("is gone from it, as it stands and unpacked, and from what stood in it before", async () => {
    const before = wordsOf(byLiNa());
    for (const said of ["Li Na", "Wang Fang", "xmpmeta", "Word", "D:2026"]) expect(before).toContain(said);
    const after = wordsOf(await keptOf(byLiNa()));
    expect(after).not.toMatch(/Li Na|Wang Fang|xmpmeta|Word|D:2026|Metadata|PieceInfo|LastModified|Thumb|Info|\/ID/);
  });

  test("is gone from a note's drawing, from an attached file, and from what two ways lead to", async () => {
    const secret = "/LastModified (D:2026) /PieceInfo << /Word (Li Na) >>";
    const file = aPdf(
      anObject(1, "/Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 20 0 R >>"),
      page("/Annots [22 0 R] /B 94 0 R"),
      anObject(20, "/Names [(data.xml) 21 0 R]"),
      anObject(21, "/Type /Filespec /F (data.xml) /EF << /F 25 0 R >>"),
      anObject(22, "/Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 92 0 R /D 94 0 R >>"),
      anObject(25, "/Type /EmbeddedFile /Params << /Size 3 /CreationDate (D:2026) /ModDate (D:2026) >>", "129"),
      anObject(92, `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${secret}`, "0 0 5 5 re f"),
      anObject(94, secret),
    );
    const kept = await keptOf(file);
    expect(wordsOf(kept)).not.toMatch(/D:2026|Li Na/);
    expect(wordsOf(kept)).toContain("/Size 3");
    expect((await read(kept)).attached).toEqual(["129"]);
  });

  test("is gone from one that is laid out for the web", async () => {
    expect(wordsOf(forTheWeb())).toContain("Li Na");
    const kept = await keptOf(forTheWeb());
    expect(wordsOf(kept)).not.toMatch(/Li Na|Word|Linearized/);
    expect((await read(kept)).pages).toEqual((await read(forTheWeb())).pages);
  });

  test("makes no other file of it", async () => {
    expect((await keptOf(byLiNa())).equals(await keptOf(byLiNa("Zhao Qiang")))).toBe(true);
  });

  test("is gone from the pictures in it, which are drawn as before", async () => {
    const photo = aJpeg({ segments: [exif(6)] });
    const picture = (filter: string, content: Buffer) =>
      anObject(7, `/Type /XObject /Subtype /Image /Width 24 /Height 16 /Filter ${filter}`, content);
    const file = (object: Buffer) =>
      aPdf(page("/Contents 4 0 R /Resources << /XObject << /P 7 0 R >> >>"), anObject(4, "", "/P Do"), object);
    for (const filter of ["/DCTDecode", "[/DCTDecode]"]) {
      const kept = await keptOf(file(picture(filter, photo)));
      expect(kept.includes("GPS")).toBe(false);
      expect(kept.includes(Buffer.from(joined(bareJpeg(photo)?.parts ?? [])))).toBe(true);
    }
    const twice = await keptOf(
      file(picture("[/FlateDecode /DCTDecode] /DecodeParms [null << /ColorTransform 1 >>]", deflateSync(photo))),
    );
    expect(wordsOf(twice)).not.toContain("GPS");
    expect(twice.includes(Buffer.from(joined(bareJpeg(photo)?.parts ?? [])))).toBe(true);
    expect(twice.includes("/DecodeParms <<\n/ColorTransform 1\n>>")).toBe(true);
    const cutOff = photo.subarray(0, -20);
    expect((await keptOf(file(picture("/DCTDecode", cutOff)))).includes(cutOff)).toBe(true);
  });
});

describe("what a reader sees of a PDF stays", () => {
  test("its words, links, fields and attached data, and what its writer named as others name the author", async () => {
    const file = aPdf(
      ...words(),
      anObject(1, "/Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 20 0 R >> /AcroForm << /Fields [23 0 R] >>"),
      page(
        "/Contents 4 0 R /Resources << /Font << /Metadata 6 0 R >> /XObject << /Thumb 24 0 R >> >> /Annots [22 0 R 23 0 R]",
      ),
      anObject(4, "", "BT /Metadata 24 Tf 50 120 Td (Paid twice) Tj ET /Thumb Do"),
      anObject(20, "/Names [(data.xml) 21 0 R]"),
      anObject(21, "/Type /Filespec /F (data.xml) /EF << /F 25 0 R >>"),
      anObject(22, "/Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://shop.example/) >>"),
      anObject(23, "/Type /Annot /Subtype /Widget /FT /Tx /T (Amount) /V (129.00) /Rect [9 9 20 20]"),
      anObject(24, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 5 5 re f"),
      anObject(25, "/Type /EmbeddedFile", "<invoice>stream 129.00 endstream</invoice>"),
    );
    const seen = await read(await keptOf(file));
    expect(seen).toEqual(await read(file));
    expect(seen.pages[0]).toMatchObject({ text: "Paid twice" });
    expect(seen.pages[0]?.annotations).toEqual([
      ["Link", "https://shop.example/", undefined],
      ["Widget", undefined, "129.00"],
    ]);
    expect(seen.attached).toEqual(["<invoice>stream 129.00 endstream</invoice>"]);
  });

  test("Chinese, names in any bytes, odd numbers, and a length that stands elsewhere", async () => {
    const text = "BT /F#cb#ce 24 Tf 0.0000012 0 0 1 50 120 Tm (say stream twice) Tj ET";
    const file = aPdf(
      page("/Contents 4 0 R /Resources << /Font << /F#cb#ce 6 0 R >> >> /Matrix [0.0000012 -.5 +3]"),
      Buffer.from(`4 0 obj\n<< /Length 5 0 R >>\nstream\n${text}\nendstream\nendobj\n5 0 obj ${text.length} endobj\n`),
      anObject(6, "/Type /Font /Subtype /Type1 /BaseFont /Helvetica"),
    );
    const kept = await keptOf(file);
    expect((await read(kept)).pages[0]?.text).toBe("say stream twice");
    expect(wordsOf(kept)).toMatch(/\[ 0\.0000012 -0\.5 3 \]/);
    expect(wordsOf(kept)).toContain("/F#CB#CE 6 0 R");
    expect((await read(await keptOf(aChinesePdf("退款凭证")))).pages.map((leaf) => leaf.text)).toEqual(["退款凭证"]);
  });

  test("what leads nowhere in it leads nowhere afterwards, and not to what is written behind", async () => {
    const kept = await keptOf(aPdf(...words(), page(`${shown} /Annots [91 0 R 92 0 R] /Group 93 0 R`)));
    expect(wordsOf(kept)).toMatch(/\/Annots \[ null null \]/);
    expect((await read(kept)).pages[0]?.text).toBe("Paid twice");
  });

  test("all its pages, more than two thousand, and those that name a number oddly", async () => {
    const numbers = Array.from({ length: 2_010 }, (_page, index) => 1_000 + index);
    const leaf = (number: number) =>
      anObject(number, `/Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents ${number + 5_000} 0 R`);
    const file = aPdf(
      anObject(2, `/Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(" ")}] /Count 2010`),
      ...numbers.flatMap((number) => [leaf(number), anObject(number + 5_000, "", "0 0 9 9 re f")]),
    );
    expect((await PDFDocument.load(await keptOf(file))).getPageCount()).toBe(2_010);
    for (const odd of ["2e2", "--5"]) {
      const kept = await keptOf(aPdf(...words(), page(`${shown} /CropBox [0 0 300 ${odd}]`)));
      expect((await read(kept)).pages.map(({ text }) => text)).toEqual(["Paid twice"]);
    }
  });

  test("an object that nobody can take apart stays as it is, with what it leads to", async () => {
    const odd = Buffer.from(
      "6 0 obj\n<< /Type /Font /Odd nan /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>\nendobj\n",
    );
    const kept = await keptOf(aPdf(page(shown), anObject(4, "", drawing), odd, anObject(7, "", "a map of letters")));
    expect(wordsOf(kept)).toContain("a map of letters");
    expect((await keptOf(kept)).equals(kept)).toBe(true);
  });
});

describe("a PDF that is written", () => {
  test.each([
    ["plainly", () => byLiNa()],
    ["for the web", forTheWeb],
    ["in Chinese", () => aChinesePdf("退款凭证")],
    ["with packed objects", () => packedAnew(aChinesePdf("退款凭证"), true)],
    ["with a table of places", () => packedAnew(aChinesePdf("退款凭证"), false)],
  ])("%s is the same each time, and written again it is the same still", async (_how, make) => {
    const [first, second] = [await keptOf(await make()), await keptOf(await make())];
    expect(second.equals(first)).toBe(true);
    expect((await keptOf(first)).equals(first)).toBe(true);
    expect((await read(first)).pages).toEqual((await read(Buffer.from(await make()))).pages);
  });

  test("is kept to the byte where it is signed or locked by a password", async () => {
    for (const file of [aSignedPdf("Li Na"), aLockedPdf(anObject(7, "/Author (Li Na)"), packed(9, { 8: "(x)" }))])
      expect((await keptOf(file)).equals(file)).toBe(true);
  });

  test("is written anew where it only has a place for a signature", async () => {
    const file = aSignedPdf("Li Na").toString("latin1").replace("/V 6 0 R", "");
    expect(wordsOf(await keptOf(Buffer.from(file, "latin1")))).not.toContain("Li Na");
  });
});

async function packedAnew(file: Buffer, useObjectStreams: boolean): Promise<Buffer> {
  return Buffer.from(await (await PDFDocument.load(file)).save({ useObjectStreams }));
}

describe("a PDF that means harm", () => {
  const packedPage = (content: string) => aPdf(page("/AA 60 0 R"), packed(59, { 60: content }));
  const started = "<< /S /JavaScript /JS (app.alert(1)) >>";

  test.each([
    ["has no page", aPdf(anObject(2, "/Type /Pages /Kids [] /Count 0"))],
    ["is its own page's folder", aPdf(anObject(2, "/Type /Pages /Kids [2 0 R 2 0 R] /Count 2"))],
    ["has no catalog", Buffer.from("%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")],
    ["is cut off", byLiNa().subarray(0, -8)],
    ["is cut off in its first object", aPdf().subarray(0, 60)],
    ["has no object", Buffer.from("%PDF-1.7\n%%EOF\n")],
    [
      "packs its objects twice",
      aPdf(
        anObject(
          9,
          "/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]",
          deflateSync(deflateSync("8 0 (x)")),
        ),
      ),
    ],
    [
      "has two objects under one number",
      aPdf(page("/A [8 0 R 8 1 R]"), Buffer.from("8 0 obj (a) endobj 8 1 obj (b) endobj\n")),
    ],
  ])("is damaged where it %s", async (_how, file) => {
    expect(await problemOf(file)).toEqual(damaged);
  });

  test("is too intricate where it unpacks to more than its size makes likely", async () => {
    expect(await problemOf(packedPage(`<< /A (${"a".repeat(1_100_000)}) >>`))).toEqual(tooIntricate);
    const beside = Array.from({ length: 3 }, (_item, index) => packed(59 + index, { 70: `(${"a".repeat(400_000)})` }));
    expect(await problemOf(aPdf(page(), ...beside))).toEqual(tooIntricate);
  });

  test("is read to its end where it goes round in circles", async () => {
    const file = aPdf(
      page("/A 7 0 R /Length 8 0 R"),
      Buffer.from("7 0 obj [7 0 R 90 0 R] endobj 8 0 obj 8 0 R endobj\n"),
    );
    expect((await read(await keptOf(file))).pages).toHaveLength(1);
  });

  test("has its table of places not unpacked, however large it says it is", async () => {
    const table = anObject(
      9,
      "/Type /XRef /Size 9 /W [1 8 8] /Index [0 99999999999] /Root 1 0 R /Filter /FlateDecode",
      deflateSync(Buffer.alloc(20_000_000)),
    );
    expect((await read(await keptOf(aPdf(...words(), table)))).pages[0]?.text).toBe("Paid twice");
  });

  test.each([
    [
      "behind a word that ends the search for them",
      aPdf(page("/AA 60 0 R /A (stream)"), packed(59, { 60: started }), anObject(61, "/A (endstream)")),
    ],
    ["in packed objects", packedPage(started)],
    [
      "in an object that nobody can take apart",
      aPdf(
        page("/AA 60 0 R /A (stream)"),
        Buffer.from(`60 0 obj << /Odd nan ${started.slice(2)} endobj\n`),
        anObject(61, "/A (endstream)"),
      ),
    ],
  ])("is found to run programs, %s", async (_where, file) => {
    expect(await problemOf(file)).toEqual({ code: "RUNS_PROGRAMS" });
  });

  test.each([
    ["openly", "3 0 obj\n<< /S /JavaScript /JS (app.alert) >>\nendobj\n"],
    ["with a letter as a number", "3 0 obj\n<< /S /J#61vaScript >>\nendobj\n"],
    ["in packed objects", packedObjects("3 0 << /S /JavaScript /JS 4 0 R >>")],
    ["by starting another program", "3 0 obj\n<< /S /Launch /F (calc.exe) >>\nendobj\n"],
  ])("a PDF that runs programs, %s", async (_how, object) => {
    expect(await problemOf(aPdf(page("/AA 3 0 R"), object))).toEqual({ code: "RUNS_PROGRAMS" });
  });

  test("a PDF that packs its objects out of our sight, and one behind more streams than anybody counts", async () => {
    const hex = Buffer.from("3 0 << /S /JavaScript >>").toString("hex");
    const odd = `3 0 obj\n<< /Type /ObjStm /Filter /ASCIIHexDecode >>\nstream\n${hex}\nendstream\nendobj\n`;
    expect(await problemOf(aPdf(odd))).toEqual(damaged);
    const many = "4 0 obj\n<< >>\nstream\n\nendstream\nendobj\n".repeat(2_000);
    expect(await problemOf(aPdf(page("/AA 60 0 R"), many, packed(59, { 60: started })))).toEqual({
      code: "RUNS_PROGRAMS",
    });
  });

  test("an electronic invoice that carries its data in an attached file is no program", async () => {
    const attached = "3 0 obj\n<< /Names << /EmbeddedFiles 4 0 R >> >>\nendobj\n";
    expect(await keptOf(aPdf(attached, packedObjects("5 0 << /Type /Page >>")))).toBeDefined();
  });

  test("by chance, the letters of a program in a page's packed pictures", async () => {
    const picture = "7 0 obj\n<< /Type /XObject /Length 9 >>\nstream\n/JS /Aa 1\nendstream\nendobj\n";
    expect(await keptOf(aPdf(picture))).toBeDefined();
  });

  test("whatever bytes are changed, an answer comes and nothing is thrown", async () => {
    const whole = [byLiNa(), forTheWeb(), aChinesePdf("退款凭证")];
    const change = fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), change, async (file, changes) => {
        const bytes = Buffer.from(file);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const bare = await barePdf(bytes);
        expect(bare.ok ? bare.value.length : bare.error.code).toBeTruthy();
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is kept to the byte", () => {
  const runs = { code: "RUNS_PROGRAMS" };
  const openAction = anObject(1, "/Type /Catalog /Pages 2 0 R /OpenAction 60 0 R");
  const behindWords = "60 0 obj\n% stream\n<< /S /JavaScript /JS (app.alert(1)) >>\n% endstream\nendobj\n";
  const endingIn = (trailer: string) =>
    Buffer.from(aPdf(openAction, behindWords).toString("latin1").replace("<< /Root 1 0 R >>", trailer), "latin1");

  test.each([
    ["a lock that leads nowhere", endingIn("<< /Root 1 0 R /Encrypt 99 0 R >>")],
    ["a lock that says nothing", endingIn("<< /Root 1 0 R /Encrypt << >> >>")],
    [
      "a lock in a trailer that is not in force",
      aPdf("trailer << /Root 1 0 R /Encrypt << /Filter /Standard >> >>\n", openAction, behindWords),
    ],
    [
      "a signature of nothing, and two catalogs",
      aPdf(
        openAction,
        behindWords,
        anObject(1, "/Type /Catalog /Pages 2 0 R /OpenAction 60 0 R /Seal << /ByteRange [0 1 2 3] /Contents <00> >>"),
      ),
    ],
    ["a lock that it has", aLockedPdf(openAction, behindWords)],
    ["its signature", aSignedPdf("Li Na", Buffer.from(behindWords))],
  ])("hides no program behind %s", async (_what, file) => {
    expect(await problemOf(file)).toEqual(runs);
  });

  test.each([
    ["in no object", anObject(70, "/Type /EmbeddedFile", "60 0 obj << /S /J#61vaScript >> endobj")],
    ["in packed objects that nothing leads to", packed(70, { 60: "<< /S /JavaScript /JS (x) >>" })],
    [
      "in packed objects in an attached file",
      anObject(70, "/Type /EmbeddedFile", packed(71, { 60: "<< /S /Launch >>" })),
    ],
  ])("has a program found in a signed one and in a locked one, %s", async (_where, hidden) => {
    for (const file of [aSignedPdf("Li Na", hidden), aLockedPdf(hidden)]) expect(await problemOf(file)).toEqual(runs);
  });

  test.each([
    "/Filter [/ASCIIHexDecode /FlateDecode]",
    "/Filter 8 0 R",
    "/Filter /FlateDecode /DecodeParms 8 0 R",
    "/A (obj <<) /Filter /FlateDecode",
  ])("packs no objects out of our sight: %s", async (packing) => {
    const hidden = anObject(70, `${packing} /Type /ObjStm /N 1 /First 5`, "no matter");
    for (const file of [aSignedPdf("Li Na", hidden), aLockedPdf(hidden)])
      expect(await problemOf(file)).toEqual(damaged);
  });

  test("hides no program in packed objects that break off, of which viewers show the beginning", async () => {
    const hidden = anObject(70, "/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", broken());
    expect(await problemOf(aLockedPdf(hidden))).toEqual(runs);
    expect(await problemOf(aSignedPdf("Li Na", hidden))).toEqual(damaged);
  });

  test("is opened where its password is none, and looked into", async () => {
    const locked = async (password: string, script: boolean) => {
      const document = await PDFDocument.load(aChinesePdf("退款凭证"));
      const start = document.context.obj({ S: "JavaScript", JS: PDFString.of("app.alert(1)") });
      if (script) document.getPage(0).node.set(PDFName.of("AA"), document.context.register(start));
      document.encrypt({ userPassword: password, ownerPassword: "theirs" });
      return Buffer.from(await document.save({ useObjectStreams: true }));
    };
    const [harmful, harmless, closed] = [await locked("", true), await locked("", false), await locked("ours", false)];
    expect(wordsOf(harmful)).not.toContain("/JavaScript");
    expect(await problemOf(harmful)).toEqual(runs);
    for (const file of [harmless, closed]) expect((await keptOf(file)).equals(file)).toBe(true);
  });

  test.each([
    ["does not begin at the beginning", "/ByteRange [0 ", "/ByteRange [1 "],
    ["leaves out something else", "/Contents <", "/Contents  <"],
    ["reaches beyond its end", /\n$/, ""],
    ["signs with nothing", /<30(?:5a)+>/, `<${"00".repeat(100)}>`],
  ])("is not one whose signature %s: that is written anew", async (_how, said, instead) => {
    const file = Buffer.from(
      aSignedPdf("Li Na")
        .toString("latin1")

        .replace(said, instead),
      "latin1",
    );
    expect(wordsOf(await keptOf(file))).not.toContain("Li Na");
  });
});

/** Packed objects of which only the beginning can be unpacked. */
function broken(): Buffer {
  const text = `60 0 << /S /JavaScript >> ${"some more words ".repeat(200)}`;
  const bytes = deflateSync(text);
  return Buffer.concat([bytes.subarray(0, -4), Buffer.alloc(4, 0xff)]);
}
