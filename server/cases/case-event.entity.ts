import { defineEntity, p } from "@mikro-orm/core";
import type { Role } from "../staff/domain/roles.ts";
import { Case } from "./case.entity.ts";
import type { CaseEventKind, CaseState } from "./domain/words.ts";

/** What happened, never changed and never removed (a trigger refuses both). `hash` covers everything here and `previousHash`. */
export const CaseEventSchema = defineEntity({
  name: "CaseEvent",
  tableName: "case_event",
  uniques: [{ properties: ["case", "sequence"] }],
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    sequence: p.integer(),
    kind: p.text().$type<CaseEventKind>(),
    fromState: p.text().$type<CaseState>().nullable(),
    toState: p.text().$type<CaseState>(),
    actorRole: p.text().$type<Role>(),
    actorId: p.uuid().nullable(),
    at: p.datetime(3),
    /** Plain facts of the event. Free text stands in `case_message`; here is only its salted hash, so that erasure keeps the chain. */
    data: p.json<Readonly<Record<string, unknown>>>(),
    previousHash: p.text(),
    hash: p.text(),
  },
});

export class CaseEvent extends CaseEventSchema.class {}
CaseEventSchema.setClass(CaseEvent);
