import type { InEnglish } from "../dictionary.ts";
import type { exportsZhCn } from "../zh-cn/exports.ts";

export const exportsEn: InEnglish<typeof exportsZhCn> = {
  exportKind: {
    CASES: "Cases",
    REFUNDS: "Refunds",
    DISPUTES: "Disputes",
    TRANSACTIONS: "Transactions",
    AUDIT_LOG: "Audit log",
  },
  exports: {
    title: "Exported files",
    hint: "Only you can download your files. They are deleted after seven days. Customers' names and contacts are masked by your rights.",
    cells:
      "What begins with =, +, - or @ has an apostrophe before it, so that no spreadsheet runs it as a formula. Amounts are in major units beside their currency; states, kinds and the like stand in your language, with the API's codes in the last columns.",
    start: "Export CSV",
    all: "All exported files",
    none: "Nothing has been exported yet",
    noneHint: "Narrow the list of cases, refunds, disputes or transactions, then press “Export CSV”.",
    queued: "Waiting to start …",
    running: "{{written}} of {{total}} rows written",
    done_one: "The file is ready: {{rows}} row",
    done_other: "The file is ready: {{rows}} rows",
    cancelled: "Cancelled; no file was made",
    expired: "Older than seven days; the file was deleted",
    cancel: "Cancel",
    cancelOf: "Cancel the export: {{kind}}",
    again: "Export again",
    againOf: "Export again: {{kind}}",
    download: "Download",
    downloadOf: "Download CSV: {{kind}}",
    until: "Kept until {{at}}",
    asked: "Requested {{at}}",
    fetched_one: "Downloaded {{count}} time",
    fetched_other: "Downloaded {{count}} times",
    notFetched: "Not downloaded yet",
    unreached:
      "The server cannot be reached, so the export may or may not have begun. Press again: it is never made twice.",
  },
};
