import {
  PDFArray,
  PDFDict,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import {
  namedAtWill,
  referencesIn,
  saysWhoMadeIt,
  startsIn,
  startsSomething,
  withPlainNames,
} from "../domain/pdf-names.ts";
import { textOf } from "./odd-object.ts";
import type { ReadPdf } from "./read-pdf.ts";

/** Walks to all that a reader can come to, and takes out on the way what only says who made it, and what leads nowhere. */
export function walkPdf(pdf: ReadPdf): PdfWalk {
  const walk = new PdfWalk(pdf);
  walk.toTheEnd();
  return walk;
}

export class PdfWalk {
  /** All that its catalog leads to. What nothing leads to is an older revision's, or nobody's. */
  readonly objects = new Map<PDFRef, PDFObject>();
  signed = false;
  startsSomething = false;
  private readonly pdf: ReadPdf;
  private readonly ahead: { readonly object: PDFObject; readonly atWill: boolean }[] = [];

  constructor(pdf: ReadPdf) {
    this.pdf = pdf;
  }

  toTheEnd(): void {
    this.ahead.push({ object: this.pdf.root, atWill: false });
    for (let next = this.ahead.pop(); next !== undefined; next = this.ahead.pop()) this.visit(next.object, next.atWill);
  }

  private visit(object: PDFObject, atWill: boolean): void {
    if (object instanceof PDFRef) this.follow(object, atWill);
    else if (object instanceof PDFStream) this.visitEntries(object.dict, atWill);
    else if (object instanceof PDFDict) this.visitEntries(object, atWill);
    else if (object instanceof PDFArray) this.visitItems(object);
    else if (object instanceof PDFName) this.look(object);
    else if (object instanceof PDFInvalidObject) this.visitOdd(textOf(object));
  }

  private follow(ref: PDFRef, atWill: boolean): void {
    const target = this.targetOf(ref);
    if (target === undefined || this.objects.has(ref)) return;
    this.objects.set(ref, target);
    this.ahead.push({ object: target, atWill });
  }

  private visitEntries(dict: PDFDict, atWill: boolean): void {
    if (!atWill) for (const name of saysWhoMadeIt) dict.delete(PDFName.of(name));
    if (isSignature(dict)) this.signed = true;
    for (const [key, value] of dict.entries()) {
      this.look(key);
      if (this.leadsNowhere(value)) dict.delete(key);
      else this.ahead.push({ object: value, atWill: !atWill && namedAtWill.has(plain(key)) });
    }
  }

  private visitItems(array: PDFArray): void {
    for (const [index, item] of array.asArray().entries()) {
      if (this.leadsNowhere(item)) array.set(index, PDFNull);
      else this.ahead.push({ object: item, atWill: false });
    }
  }

  private look(name: PDFName): void {
    if (startsSomething.has(plain(name))) this.startsSomething = true;
  }

  private visitOdd(text: string): void {
    if (startsIn(withPlainNames(text))) this.startsSomething = true;
    for (const [number, generation] of referencesIn(text)) this.follow(PDFRef.of(number, generation), false);
  }

  private leadsNowhere(object: PDFObject): boolean {
    return object instanceof PDFRef && this.targetOf(object) === undefined;
  }

  /** Packed objects and the table of places are made anew: what points to them must not find the new ones. */
  private targetOf(ref: PDFRef): PDFObject | undefined {
    const target = this.pdf.context.lookup(ref);
    const type = target instanceof PDFRawStream ? target.dict.lookup(PDFName.Type) : undefined;
    return type === PDFName.of("ObjStm") || type === PDFName.of("XRef") ? undefined : target;
  }
}

/** A signature says which bytes of the file it has signed. */
const isSignature = (dict: PDFDict) =>
  dict.lookup(PDFName.of("ByteRange")) instanceof PDFArray && dict.has(PDFName.Contents);

const plain = (name: PDFName) => name.asString().slice(1);
