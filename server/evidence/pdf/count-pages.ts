import { PDFArray, PDFDict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import type { ReadPdf } from "./read-pdf.ts";

/** How many pages a reader turns over. */
export function countPages({ context, root }: ReadPdf): number {
  const catalog = context.lookup(root);
  const seen = new Set<PDFObject>();
  const ahead = catalog instanceof PDFDict ? [catalog.lookup(PDFName.of("Pages"))] : [];
  let pages = 0;
  while (ahead.length > 0) {
    const node = ahead.pop();
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const kids = node.lookup(PDFName.of("Kids"));
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) ahead.push(context.lookup(kid));
    else pages++;
  }
  return pages;
}
