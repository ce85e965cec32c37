import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orientationIn } from "../../server/evidence/domain/exif-orientation.ts";
import { fileLimits } from "../../server/evidence/domain/file-limits.ts";
import { cleanFileName } from "../../server/evidence/domain/file-name.ts";
import { inspectFile } from "../../server/evidence/inspect-file.ts";
import { aJpeg, aPdf, aPng, aWebp, aZip, exif, jpegSegment } from "../support/files.ts";

async function keptOf(bytes: Buffer) {
  const inspected = await inspectFile(bytes);
  if (!inspected.ok) throw new Error(inspected.error.code);
  return inspected.value;
}

async function problemOf(bytes: Buffer) {
  const inspected = await inspectFile(bytes);
  return inspected.ok ? `taken as ${inspected.value.mediaType}` : inspected.error;
}

describe("what a file is, is told from its content", () => {
  test.each([
    ["a JPEG", aJpeg(), "image/jpeg"],
    ["a PNG", aPng(), "image/png"],
    ["a WebP", aWebp(), "image/webp"],
  ])("%s is taken", async (_what, bytes, mediaType) => {
    expect(await keptOf(bytes)).toMatchObject({ mediaType });
  });

  test.each([
    ["an archive", aZip(), "application/zip"],
    [
      "a drawing with a script",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      null,
    ],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), null],
    ["a program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]), "application/x-msdownload"],
    ["a moving GIF", Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"), "image/gif"],
    ["a phone's HEIC", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), "image/heic"],
    ["plain text", Buffer.from("I paid twice."), null],
    [
      "a form that holds a picture",
      Buffer.concat([Buffer.from("------Boundary\r\nContent-Type: image/png\r\n\r\n"), aPng()]),
      null,
    ],
  ])("%s is not taken", async (_what, bytes, found) => {
    const problem = await problemOf(bytes);
    expect(problem).toMatchObject({ code: "TYPE_NOT_TAKEN" });
    if (found !== null) expect(problem).toMatchObject({ found });
  });

  test("an empty file and one beyond the limit are refused before they are looked at", async () => {
    expect(await problemOf(Buffer.alloc(0))).toEqual({ code: "FILE_EMPTY" });
    expect(await problemOf(Buffer.alloc(fileLimits.bytes + 1))).toMatchObject({ code: "FILE_TOO_LARGE" });
  });

  test.each([
    ["a JPEG cut off in its scan", aJpeg().subarray(0, -10)],
    [
      "a JPEG whose segment is longer than the file",
      Buffer.concat([aJpeg().subarray(0, 20), Buffer.from([0xff, 0xe1, 0xff, 0xff])]),
    ],
    ["a PNG cut off", aPng().subarray(0, 40)],
    ["a PNG without a picture", Buffer.concat([aPng().subarray(0, 33), aPng().subarray(-12)])],
    ["a WebP cut off", aWebp().subarray(0, 300)],
  ])("%s is damaged", async (_what, bytes) => {
    expect(await problemOf(bytes)).toEqual({ code: "FILE_DAMAGED" });
  });
});

describe("a picture is written anew", () => {
  test("where and when it was taken goes, and which side is up stays", async () => {
    const { content } = await keptOf(aJpeg({ segments: [exif(6), jpegSegment(0xfe, Buffer.from("taken by Li Na"))] }));
    expect(content.includes("GPS")).toBe(false);
    expect(content.includes("Li Na")).toBe(false);
    const at = content.indexOf("Exif");
    expect(orientationIn(content.subarray(at))).toBe(6);
  });

  test("a picture that was upright needs no word about it", async () => {
    const { content } = await keptOf(aJpeg({ segments: [exif(1)] }));
    expect(content.equals(aJpeg())).toBe(true);
  });

  test("texts of a PNG go, its picture stays to the byte", async () => {
    const { content } = await keptOf(aPng({ text: "taken by Li Na" }));
    expect(content.equals(aPng())).toBe(true);
  });

  test("Exif of a WebP goes, with the flag that tells of it", async () => {
    const whole = aWebp();
    const withExif = Buffer.concat([whole, Buffer.from("EXIF\x04\0\0\0GPS!", "latin1")]);
    withExif.writeUInt32LE(withExif.length - 8, 4);
    withExif[20] = (withExif[20] ?? 0) | 0x08;
    const { content } = await keptOf(withExif);
    expect(content.equals(whole)).toBe(true);
  });

  test("what stands behind its end goes, as phones put second pictures and films there", async () => {
    const { content } = await keptOf(aJpeg({ behind: Buffer.concat([aJpeg(), Buffer.from("ftypmp42")]) }));
    expect(content.equals(aJpeg())).toBe(true);
  });

  test("the same picture is the same file, whatever the camera wrote beside it", async () => {
    const [first, second] = [await keptOf(aJpeg({ segments: [exif(1)] })), await keptOf(aJpeg())];
    expect(first.sha256).toBe(second.sha256);
  });
});

describe("what hides in a file is found", () => {
  test.each([
    ["an archive behind a JPEG", aJpeg({ behind: aZip() }), "application/zip"],
    ["an archive behind a PNG", aPng({ behind: aZip() }), "application/zip"],
    ["an archive behind a PDF", Buffer.concat([aPdf(), aZip()]), "application/zip"],
    [
      "a page in a JPEG's comment",
      aJpeg({ segments: [jpegSegment(0xfe, Buffer.from("<SCRIPT>alert(1)</SCRIPT>"))] }),
      "text/html",
    ],
    ["a page behind a PNG", aPng({ behind: "<!DOCTYPE html><html>" }), "text/html"],
    ["a drawing in a PNG's text", aPng({ text: '<svg onload="alert(1)">' }), "text/html"],
    ["a PDF in a JPEG's comment", aJpeg({ segments: [jpegSegment(0xfe, Buffer.from("%PDF-1.4"))] }), "application/pdf"],
  ])("%s", async (_what, bytes, found) => {
    expect(await problemOf(bytes)).toEqual({ code: "HIDES_ANOTHER_FILE", found });
  });
});

describe("a picture is no larger than a screen can bear", () => {
  test.each([
    ["a dot that claims to be 65,535 on each side", aPng({ width: 65_535, height: 65_535 })],
    ["one pixel too many", aPng({ width: 10_000, height: fileLimits.pixels / 10_000 + 1 })],
    ["a line longer than any side", aPng({ width: fileLimits.side + 1, height: 1 })],
  ])("%s is refused", async (_what, bytes) => {
    expect(await problemOf(bytes)).toMatchObject({ code: "PICTURE_TOO_LARGE" });
  });

  test("the largest that is taken", async () => {
    expect(await keptOf(aPng({ width: 10_000, height: fileLimits.pixels / 10_000 }))).toBeDefined();
  });

  test("a picture without any size is damaged", async () => {
    expect(await problemOf(aPng({ width: 0, height: 4 }))).toEqual({ code: "FILE_DAMAGED" });
  });
});

test("whatever bytes of a picture are changed, an answer comes and nothing is thrown", async () => {
  const whole = [aJpeg({ segments: [exif(6)] }), aPng({ text: "x" }), aWebp()];
  const change = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...whole), change, fc.nat(2000), async (file, changes, length) => {
      const bytes = Buffer.from(file.subarray(0, Math.max(1, file.length - (length % 40))));
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      const inspected = await inspectFile(bytes);
      expect(inspected.ok ? inspected.value.content.length : inspected.error.code).toBeTruthy();
    }),
    { numRuns: 500 },
  );
});

describe("a file's name is cleaned", () => {
  test.each([
    ["小票.jpg", "小票"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\Li\\slip.PNG", "slip"],
    ["receipt\u202egpj.exe", "receiptgpj"],
    ["a\0b.png", "ab"],
    ["4111111111111111.jpg", "411111xxxxxx1111"],
    ["card 6222 0210 0111 6245 888.pdf", "card 622202xxxxxx5888"],
    ["🧾 bill 𬀩.webp", "🧾 bill 𬀩"],
    ["..", "file"],
    ["", "file"],
    [".htaccess", "file"],
    ['"><script>.png', "script"],
    [`${"长".repeat(300)}.jpg`, "长".repeat(100)],
  ])("%j is kept as %j", (name, cleaned) => {
    expect(cleanFileName(name)).toBe(cleaned);
  });
});
