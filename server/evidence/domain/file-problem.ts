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
  | { readonly code: "TICKET_UNKNOWN" }
  | { readonly code: "TICKET_EXPIRED" }
  | { readonly code: "TICKET_USED" };

export type FileProblemCode = FileProblem["code"];
