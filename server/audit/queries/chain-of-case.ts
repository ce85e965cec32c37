import type { CaseEventKind } from "../../cases/domain/words.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { casesInSight } from "../../staff/scope.ts";
import { casesWithChains, verifyCase } from "./chains/case-chain.ts";
import type { BrokenLink } from "./chains/chain.ts";

export interface ChainLink {
  readonly sequence: number;
  readonly kind: CaseEventKind;
  readonly at: Date;
  readonly hash: string;
}

/** A case's chain as it is stored now, and what recomputing it found. */
export interface ChainOfCase {
  readonly caseId: string;
  readonly head: string;
  readonly count: number;
  readonly links: readonly ChainLink[];
  readonly broken: BrokenLink | null;
}

/** Recomputes one case's chain from its first event; null where the case is not in sight. */
export async function chainOfCase(db: Db, actor: Actor, caseId: string): Promise<ChainOfCase | null> {
  const row = await casesWithChains(db)
    .where("id", "in", casesInSight(db, actor).select("cases.id").where("cases.id", "=", caseId))
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    caseId: row.id,
    head: row.chain_head,
    count: row.event_count,
    links: row.events.map(({ sequence, kind, at, hash }) => ({ sequence, kind, at: new Date(at), hash })),
    broken: verifyCase(row),
  };
}
