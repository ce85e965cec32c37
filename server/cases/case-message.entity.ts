import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "./case.entity.ts";
import type { MessageThread } from "./domain/words.ts";

/** What somebody wrote. The event of the same id carries SHA-256(salt + body). */
export const CaseMessageSchema = defineEntity({
  name: "CaseMessage",
  tableName: "case_message",
  properties: {
    /** The id of the event that it was written with. */
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    thread: p.text().$type<MessageThread>(),
    body: p.text(),
    salt: p.text(),
  },
});

export class CaseMessage extends CaseMessageSchema.class {}
CaseMessageSchema.setClass(CaseMessage);
