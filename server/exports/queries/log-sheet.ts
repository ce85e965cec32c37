import { sql } from "kysely";
import { fittingLog, type LogRow, listLog, logCursor } from "../../audit/queries/list-log.ts";
import { caseWords } from "../../cases/domain/case-words.ts";
import { localised } from "../../graphql/locale.ts";
import { maskCardNumbers } from "../../kernel/card-text.ts";
import type { Db } from "../../platform/database/database.ts";
import { canonicalJson } from "../../platform/journal.ts";
import type { Locale } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { roleTitles } from "../../staff/domain/role-titles.ts";
import { findStaff } from "../../staff/queries/find-staff.ts";
import { momentCell } from "../domain/cells.ts";
import type { SheetRow } from "../domain/columns.ts";
import { countAtMost } from "./count-at-most.ts";
import { asPage, byId, type Sheet } from "./sheet.ts";

/** What happened to the cases, line by line with its link in the chain: whoever has the file can follow it from hash to hash. */
export const logSheet: Sheet<"AUDIT_LOG"> = {
  count: (db, actor, filter, most) =>
    countAtMost(db, fittingLog(db, actor, filter).select(sql.lit(1).as("one")).limit(sql.lit(most))),
  page: async (db, actor, filter, page) =>
    asPage(
      await listLog(db, actor, filter, page),
      page,
      logCursor,
      (rows) => logLines(db, actor, rows, page.locale),
      (rows) => [...new Set(rows.map(({ case_id }) => case_id))],
    ),
};

async function logLines(
  db: Db,
  actor: Actor,
  rows: readonly LogRow[],
  locale: Locale,
): Promise<readonly SheetRow<"AUDIT_LOG">[]> {
  const actorIds = actor.permissions.has("staff.read") ? rows.flatMap(({ actor_id: id }) => id ?? []) : [];
  const people = byId(await findStaff(db, [...new Set(actorIds)]));
  const mayReadFacts = actor.permissions.has("case.note");
  return rows.map((row) => ({
    at: momentCell(row.at),
    number: row.case_number,
    sequence: String(row.sequence),
    action: localised(caseWords.event[row.kind], locale),
    fromState: row.from_state === null ? "" : localised(caseWords.state[row.from_state], locale),
    toState: localised(caseWords.state[row.to_state], locale),
    role: localised(roleTitles[row.actor_role], locale),
    actor: people.get(row.actor_id ?? "")?.name ?? "",
    facts: mayReadFacts ? maskCardNumbers(canonicalJson(row.data)) : "",
    previousHash: row.previous_hash,
    hash: row.hash,
    actionCode: row.kind,
    fromStateCode: row.from_state ?? "",
    toStateCode: row.to_state,
    roleCode: row.actor_role,
  }));
}
