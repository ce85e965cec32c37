/** In which way somebody of staff saw personal data of a case. */
export const accessKinds = ["CONTACT", "EVIDENCE", "CASE_FILE", "SEARCH", "EXPORT", "LOG_EXPORT"] as const;
export type AccessKind = (typeof accessKinds)[number];
