import { PDFArray, PDFDict, PDFInvalidObject, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import type { ReadPdf } from "./read-pdf.ts";

/** How many pages a reader turns over. */
export function countPages({ context, root }: ReadPdf): number {
  const catalog = context.lookup(root);
  const seen = new Set<PDFObject>();
  const ahead = catalog instanceof PDFDict ? [catalog.lookup(PDFName.of("Pages"))] : [];
  let pages = 0;
  while (ahead.length > 0) {
    const node = ahead.pop();
    // Viewers forgive a page one number that the library cannot read, so it counts even where it cannot be taken apart.
    if (!(node instanceof PDFDict || node instanceof PDFInvalidObject) || seen.has(node)) continue;
    seen.add(node);
    const kids = node instanceof PDFDict ? node.lookup(PDFName.of("Kids")) : undefined;
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) ahead.push(context.lookup(kid));
    else pages++;
  }
  return pages;
}
