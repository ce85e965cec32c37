/** What evidence may be, told from its content. HEIC is not here: browsers cannot show it, and phones send JPEG where it is not taken. */
export const mediaTypes = ["image/jpeg", "image/png", "image/webp", "application/pdf"] as const;
export type MediaType = (typeof mediaTypes)[number];

/** The ending that a stored file's name gets, so that whoever saves it can open it. */
export const endingOf: Readonly<Record<MediaType, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "application/pdf": "pdf",
};
