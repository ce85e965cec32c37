/** Every reason for which an upload is not taken. */
export type FileProblem =
  | { readonly code: "FILE_EMPTY" }
  | { readonly code: "FILE_TOO_LARGE"; readonly mostBytes: number }
  /** `found`: what it is instead, where that can be told. */
  | { readonly code: "TYPE_NOT_TAKEN"; readonly found: string | null }
  | { readonly code: "FILE_DAMAGED" }
  | { readonly code: "PICTURE_TOO_LARGE"; readonly mostPixels: number }
  | { readonly code: "HIDES_ANOTHER_FILE"; readonly found: string }
  | { readonly code: "RUNS_PROGRAMS" }
  /** It cannot be read within the time and the memory that one file gets. */
  | { readonly code: "TOO_INTRICATE" }
  /** Nothing is wrong with it: others are being read, or it is itself, sent by another request. */
  | { readonly code: "BUSY" }
  | { readonly code: "TICKET_UNKNOWN" }
  | { readonly code: "TICKET_EXPIRED" }
  | { readonly code: "TICKET_USED" };

export type FileProblemCode = FileProblem["code"];
