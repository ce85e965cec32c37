import { defineEntity, p } from "@mikro-orm/core";
import { Merchant } from "./merchant.entity.ts";

/** The POS device that took the card. */
export const TerminalSchema = defineEntity({
  name: "Terminal",
  tableName: "terminal",
  uniques: [{ properties: ["merchant", "terminalNumber"] }],
  properties: {
    id: p.uuid().primary(),
    merchant: () => p.manyToOne(Merchant),
    terminalNumber: p.text(),
    createdAt: p.datetime(3),
    /** Null while it takes cards. */
    closedAt: p.datetime(3).nullable(),
  },
});

export class Terminal extends TerminalSchema.class {}
TerminalSchema.setClass(Terminal);
