import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFParser,
  PDFRawStream,
  PDFRef,
  type PDFStream,
} from "@cantoo/pdf-lib";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { FileProblem } from "../domain/file-problem.ts";
import { numbersIn } from "../domain/pdf-names.ts";
import { findLock } from "./find-lock.ts";
import { inflate, mostUnpacked } from "./inflate.ts";

export interface ReadPdf {
  readonly bytes: Uint8Array;
  readonly context: PDFContext;
  /** Where its catalog stands. */
  readonly root: PDFRef;
  readonly isLocked: boolean;
  /** Some of its objects are packed so that they cannot be read here, as all are that a password locks. */
  readonly missesObjects: boolean;
}

/** A PDF as its objects. */
export async function readPdf(bytes: Uint8Array): Promise<Result<ReadPdf, FileProblem>> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const reader = new BoundedReader(bytes, numbersIn(text));
  const context = await reader.parseDocument();
  const { Root: root } = context.trailerInfo;
  if (reader.isTooIntricate) return refused({ code: "TOO_INTRICATE" });
  if (!(root instanceof PDFRef)) return refused({ code: "FILE_DAMAGED" });
  const isLocked = findLock(text, context) !== null;
  return done({ bytes, context, root, isLocked, missesObjects: reader.missesObjects });
}

/**
 * Reads from front to back, so that of an object's revisions the last one counts. It unpacks packed objects within bounds, and
 * no table of places, for it needs none.
 */
class BoundedReader extends PDFParser {
  missesObjects = false;
  /** Remembered here, since the library takes whatever is thrown for an object that it cannot take apart. */
  isTooIntricate = false;
  private left: number;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(bytes: Uint8Array, numbers: ReadonlyMap<string, number>) {
    super(bytes);
    this.left = mostUnpacked(bytes.length);
    this.numbers = numbers;
  }

  /** A stream whose length stands elsewhere would otherwise end where its own content says "endstream". */
  protected override parseDict(ref?: PDFRef): PDFDict {
    const dict = super.parseDict(ref);
    const length = dict.get(PDFName.Length);
    const number = length instanceof PDFRef ? this.numbers.get(length.tag) : undefined;
    if (number !== undefined) dict.set(PDFName.Length, PDFNumber.of(number));
    return dict;
  }

  protected override parseDictOrStream(ref?: PDFRef): PDFDict | PDFStream {
    const object = super.parseDictOrStream(ref);
    if (!(object instanceof PDFRawStream)) return object;
    const type = object.dict.lookup(PDFName.Type);
    if (type === PDFName.of("ObjStm")) setPlain(object, this.unpacked(object));
    if (type !== PDFName.of("XRef")) return object;
    object.dict.set(PDFName.of("Index"), PDFArray.withContext(this.context));
    setPlain(object, new Uint8Array());
    return object;
  }

  private unpacked(stream: PDFRawStream): Uint8Array {
    const packing = packingOf(stream.dict);
    const plain = packing === "NONE" ? stream.contents : packing === "ODD" ? null : inflate(stream.contents, this.left);
    if (plain === null) this.missesObjects = true;
    if (plain === "TOO_MUCH") this.isTooIntricate = true;
    if (plain === null || plain === "TOO_MUCH") return new Uint8Array();
    this.left -= plain.length;
    return plain;
  }
}

function setPlain(stream: PDFRawStream, contents: Uint8Array): void {
  stream.dict.delete(PDFName.of("Filter"));
  stream.dict.delete(PDFName.of("DecodeParms"));
  stream.updateContents(contents);
}

function packingOf(dict: PDFDict): "NONE" | "FLATE" | "ODD" {
  const [filter, parameters] = [theOne(dict, "Filter"), theOne(dict, "DecodeParms")];
  if (filter === undefined) return "NONE";
  const predictor = parameters instanceof PDFDict ? parameters.lookup(PDFName.of("Predictor")) : undefined;
  const plainly = predictor === undefined || (predictor instanceof PDFNumber && predictor.asNumber() === 1);
  return filter === PDFName.FlateDecode && plainly ? "FLATE" : "ODD";
}

/** What stands there, by itself or alone in a list; a list of several is no one of them. */
function theOne(dict: PDFDict, name: string) {
  const value = dict.lookup(PDFName.of(name));
  return value instanceof PDFArray && value.size() <= 1 ? value.lookup(0) : value;
}
