import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "../cases/case.entity.ts";
import type { CardNetwork } from "../transactions/domain/words.ts";
import type { BankRuling, DisputeState } from "./domain/words.ts";

/** The bank stage of a case. */
export const DisputeSchema = defineEntity({
  name: "Dispute",
  tableName: "dispute",
  uniques: [{ properties: ["reference", "cycle"] }],
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    /** The bank's or network's own number; null until they give one. */
    reference: p.text().nullable(),
    /** A bank that charges back again under the number of a dispute that is over begins the next; number and cycle are unique. */
    cycle: p.integer().default(1),
    network: p.text().$type<CardNetwork>(),
    reasonCode: p.text(),
    reasonText: p.text().nullable(),
    state: p.text().$type<DisputeState>(),
    currency: p.text(),
    amountMinor: p.bigint("bigint"),
    /** What the bank holds over it now. It moves apart from winning and losing. */
    chargedBackMinor: p.bigint("bigint").default(0),
    ruling: p.text().$type<BankRuling>().nullable(),
    openedAt: p.datetime(3),
    /** By when the desk must answer, as the bank gave it or as the network's rule pack computes it. */
    respondBy: p.datetime(3).nullable(),
    closedAt: p.datetime(3).nullable(),
    /** The bank's own word for how it stands, as its file last said; null where the desk opened the dispute. */
    reportedStatus: p.text().nullable(),
    /** SHA-256 of the imported row's meaning, so that the same row again is known for what it is. */
    contentHash: p.text().nullable(),
  },
});

export class Dispute extends DisputeSchema.class {}
DisputeSchema.setClass(Dispute);
