import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "./case.entity.ts";
import type { MessageThread } from "./domain/words.ts";

/** What somebody wrote, beside the event it was written with. The event carries the message's id and SHA-256(salt + body). */
export const CaseMessageSchema = defineEntity({
  name: "CaseMessage",
  tableName: "case_message",
  properties: {
    id: p.uuid().primary(),
    eventId: p.uuid(),
    case: () => p.manyToOne(Case),
    thread: p.text().$type<MessageThread>(),
    body: p.text(),
    salt: p.text(),
  },
});

export class CaseMessage extends CaseMessageSchema.class {}
CaseMessageSchema.setClass(CaseMessage);
