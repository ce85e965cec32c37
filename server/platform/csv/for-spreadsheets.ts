/** RFC 4180, with a mark by which Excel knows UTF-8; what a spreadsheet would take for a formula is made harmless. */
export const forSpreadsheets = { bom: true, escape_formulas: true, record_delimiter: "windows" } as const;
