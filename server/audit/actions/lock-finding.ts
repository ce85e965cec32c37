import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { findFinding } from "../queries/find-findings.ts";
import { lockSample } from "./append-audit-event.ts";
import { holdPeople } from "./hold-people.ts";

/** A finding in sight and the chain of its sample, whose row is held; the finding is read behind the lock. */
export async function lockFinding(trx: Db, actor: Actor, findingId: string, nextOwnerId: string | null = null) {
  const named = await findFinding(trx, actor, findingId);
  if (named === undefined) return null;
  await holdPeople(trx, [actor.id, named.owner_id, nextOwnerId]);
  const chain = await lockSample(trx, named.sample_id);
  const finding = await findFinding(trx, actor, findingId);
  if (chain === undefined || finding === undefined) return null;
  return { finding, chain };
}
