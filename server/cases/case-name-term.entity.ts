import { defineEntity, p } from "@mikro-orm/core";

/** A part of a customer's name, and a case of theirs. Triggers keep it (`migrations/search.ts`); search alone reads it. */
export const CaseNameTermSchema = defineEntity({
  name: "CaseNameTerm",
  tableName: "case_name_term",
  properties: {
    term: p.text().primary(),
    openedAt: p.datetime(3).primary(),
    caseId: p.uuid().primary(),
  },
});

export class CaseNameTerm extends CaseNameTermSchema.class {}
CaseNameTermSchema.setClass(CaseNameTerm);
