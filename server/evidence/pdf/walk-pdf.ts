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
  saysWhenAttached,
  saysWhoMadeIt,
  startsIn,
  startsSomething,
  withPlainNames,
} from "../domain/pdf-names.ts";
import { isSignature } from "./is-signature.ts";
import { textOf } from "./odd-object.ts";
import type { ReadPdf } from "./read-pdf.ts";

/** Walks to all that a reader can come to, and takes out on the way what only says who made it, and what leads nowhere. */
export function walkPdf(pdf: ReadPdf): PdfWalk {
  const walk = new PdfWalk(pdf);
  walk.from(pdf.root);
  return walk;
}

export class PdfWalk {
  /** All that its catalog leads to. What nothing leads to is an older revision's, or nobody's. */
  readonly objects = new Map<PDFRef, PDFObject>();
  isSigned = false;
  startsSomething = false;
  private readonly pdf: ReadPdf;
  /** What a way of which nothing is named at will has led to: there an entry means what its name says. */
  private readonly cleaned = new Set<PDFRef>();
  private readonly ahead: { readonly object: PDFObject; readonly atWill: boolean }[] = [];

  constructor(pdf: ReadPdf) {
    this.pdf = pdf;
  }

  from(ref: PDFRef): void {
    this.ahead.push({ object: ref, atWill: false });
    for (let next = this.ahead.pop(); next !== undefined; next = this.ahead.pop()) this.visit(next.object, next.atWill);
  }

  private visit(object: PDFObject, atWill: boolean): void {
    if (object instanceof PDFRef) this.follow(object, atWill);
    else if (object instanceof PDFStream) this.visitStream(object.dict);
    else if (object instanceof PDFDict) this.visitEntries(object, atWill);
    else if (object instanceof PDFArray) this.visitItems(object);
    else if (object instanceof PDFName) this.look(object);
    else if (object instanceof PDFInvalidObject) this.visitOdd(textOf(object));
  }

  private follow(ref: PDFRef, atWill: boolean): void {
    const target = this.targetOf(ref);
    if (target === undefined || this.cleaned.has(ref) || (atWill && this.objects.has(ref))) return;
    this.objects.set(ref, target);
    if (!atWill) this.cleaned.add(ref);
    this.ahead.push({ object: target, atWill });
  }

  private visitEntries(dict: PDFDict, atWill: boolean): void {
    if (!atWill) for (const name of saysWhoMadeIt) dict.delete(PDFName.of(name));
    if (isSignature(dict, this.pdf.bytes)) this.isSigned = true;
    for (const [key, value] of dict.entries()) {
      this.look(key);
      if (this.leadsNowhere(value)) dict.delete(key);
      else this.ahead.push({ object: value, atWill: !atWill && namedAtWill.has(plain(key)) });
    }
  }

  /** Its own entries are never named at will. Those of an attached file say when it was made. */
  private visitStream(dict: PDFDict): void {
    const attached = dict.lookup(PDFName.of("Params"));
    if (attached instanceof PDFDict) for (const name of saysWhenAttached) attached.delete(PDFName.of(name));
    this.visitEntries(dict, false);
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

const plain = (name: PDFName) => name.asString().slice(1);
