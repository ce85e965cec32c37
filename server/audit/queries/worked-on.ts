import { sql } from "kysely";
import type { Actor } from "../../staff/domain/actor.ts";

/**
 * Whether somebody had a hand in a case and so does not judge it: they did something on it, or gave their word on one of its
 * requests, or a colleague gave it for them.
 */
export function workedOn({ id }: Actor, caseId: `${string}.${string}`) {
  return sql<boolean>`(exists (select from case_event own where own.case_id = ${sql.ref(caseId)} and own.actor_id = ${id}::uuid)
    or exists (select from approval_decision word join approval_request asked on asked.id = word.request_id
      where asked.case_id = ${sql.ref(caseId)} and ${id}::uuid in (word.staff_id, word.for_id)))`;
}
