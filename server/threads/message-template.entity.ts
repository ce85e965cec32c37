import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "../staff/staff.entity.ts";
import type { OutsideThread } from "./domain/words.ts";

/** A text that is written often, in both languages, with fields that are filled from the case. */
export const MessageTemplateSchema = defineEntity({
  name: "MessageTemplate",
  tableName: "message_template",
  properties: {
    id: p.uuid().primary(),
    version: p.integer().default(1),
    thread: p.text().$type<OutsideThread>(),
    nameZh: p.text(),
    nameEn: p.text(),
    bodyZh: p.text(),
    bodyEn: p.text(),
    /** False once it is no longer offered. */
    active: p.boolean().default(true),
    changedBy: () => p.manyToOne(Staff).nullable(),
    changedAt: p.datetime(3),
  },
});

export class MessageTemplate extends MessageTemplateSchema.class {}
MessageTemplateSchema.setClass(MessageTemplate);
