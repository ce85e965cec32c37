import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "../cases/case.entity.ts";
import type { Refusal } from "../cases/domain/refusal.ts";
import { Staff } from "../staff/staff.entity.ts";
import type { HeldState, OutsideThread } from "./domain/words.ts";

/** A message that its writer can still take back. The text is gone from here as soon as it was sent or taken back. */
export const HeldMessageSchema = defineEntity({
  name: "HeldMessage",
  tableName: "held_message",
  uniques: [{ properties: ["author", "key"] }],
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    author: () => p.manyToOne(Staff),
    /** Made by the writer's page once per message. */
    key: p.uuid(),
    thread: p.text().$type<OutsideThread>(),
    body: p.text(),
    inputHash: p.text(),
    state: p.text().$type<HeldState>(),
    /** Why it could not go out, where it could not. */
    refusals: p.json<readonly Refusal[]>().nullable(),
    sendsAt: p.datetime(3),
    createdAt: p.datetime(3),
  },
});

export class HeldMessage extends HeldMessageSchema.class {}
HeldMessageSchema.setClass(HeldMessage);
