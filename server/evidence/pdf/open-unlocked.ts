import { type PDFContext, PDFDocument } from "@cantoo/pdf-lib";

/** The objects of a locked file that anybody may open, since its password is none; null where it takes one, or another program. */
export async function openUnlocked(bytes: Uint8Array): Promise<PDFContext | null> {
  try {
    const { context } = await PDFDocument.load(bytes, { password: "", updateMetadata: false });
    return context;
  } catch {
    // What we cannot open stays as it is: whoever has the password decides.
    return null;
  }
}
