import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { findFinding } from "../queries/find-findings.ts";
import { lockSample } from "./append-audit-event.ts";

/** A finding in sight and the chain of its sample, whose row is held; the finding is read behind the lock. */
export async function lockFinding(trx: Db, actor: Actor, findingId: string) {
  const named = await findFinding(trx, actor, findingId);
  const chain = named === undefined ? undefined : await lockSample(trx, named.sample_id);
  const finding = await findFinding(trx, actor, findingId);
  if (chain === undefined || finding === undefined) return null;
  return { finding, chain };
}
