import { type RawBuilder, sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import type { Db } from "../../platform/database/database.ts";
import { type DeskLogAction, type DeskLogArea, type DeskLogFact, deskLogAreas } from "../domain/desk-log.ts";

/** Everything left out is not asked. */
export interface DeskLogFilter {
  readonly area?: DeskLogArea;
  readonly action?: DeskLogAction;
  readonly actorId?: string;
  readonly from?: Date;
  /** Up to this moment, which belongs to it. */
  readonly until?: Date;
}

export interface DeskLogRow {
  readonly id: string;
  readonly area: DeskLogArea;
  readonly action: DeskLogAction;
  readonly at: Date;
  readonly actor_id: string | null;
  /** What was done to: a name in both languages, or a code of ours (a role, a provider, a calendar). */
  readonly about: Partial<Bilingual> & { readonly code?: string };
  readonly reason: Partial<Bilingual> | null;
  readonly facts: readonly DeskLogFact[];
}

const fact = (field: DeskLogFact["field"], after: string, before = "null") =>
  `jsonb_build_object('field', '${field}', 'before', ${before}, 'after', ${after})`;
const same = (column: string) => `jsonb_build_object('zh', ${column}, 'en', ${column})`;
/** As ISO 8601 in UTC, which whoever shows it turns into the desk's time. */
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const rights = (more: string, less: string) =>
  `(select string_agg(one, ' ' order by one) from unnest(${more}) one where one <> all(${less}))`;

const roleFacts = `jsonb_build_array(${fact("RIGHTS_GAINED", rights("after", "before"))}, ${fact("RIGHTS_LOST", rights("before", "after"))})`;
const registry = (table: "merchant" | "institution") => `
  select e.id, '${table.toUpperCase()}_' || e.kind as action, e.at, e.actor_id,
    jsonb_build_object('zh', coalesce(t.name_zh, t.name), 'en', t.name) as about, ${same("e.reason")} as reason, e.changes as facts
  from registry_event e join ${table} t on t.id = e.${table}_id`;

/** Each room's own history, in the columns of one line of the log. */
const histories: Readonly<Record<DeskLogArea, string>> = {
  PEOPLE: `
    select e.id, 'PEOPLE_' || e.kind as action, e.at, coalesce(e.actor_id, e.staff_id) as actor_id, ${same("s.name")} as about,
      ${same("e.reason")} as reason,
      jsonb_build_array(${fact("ROLE", "e.role")}, ${fact("MOVED_CASES", "nullif(e.moved_cases, 0)::text")}) as facts
    from staff_event e join staff s on s.id = e.staff_id`,
  ROLE: `
    select id, 'ROLE_PROPOSED' as action, proposed_at as at, proposer_id as actor_id, jsonb_build_object('code', role) as about,
      ${same("reason")} as reason, ${roleFacts} as facts
    from role_change
    union all
    select c.id, 'ROLE_' || c.state, c.settled_at, case c.state when 'WITHDRAWN' then c.proposer_id else d.staff_id end,
      jsonb_build_object('code', c.role), ${same("d.note")}, ${roleFacts}
    from role_change c left join lateral (
      select decision.staff_id, decision.note from approval_request request
        join approval_decision decision on decision.request_id = request.id
      where request.subject_kind = 'ROLE' and request.subject_id = c.id and c.state in ('APPLIED', 'REJECTED')
      order by decision.at desc limit 1) d on true
    where c.settled_at is not null`,
  API_KEY: `
    select id, 'API_KEY_MADE' as action, created_at as at, staff_id as actor_id, ${same("name")} as about, null::jsonb as reason,
      jsonb_build_array(${fact("SCOPES", "array_to_string(scopes, ' ')")}, ${fact("ENDS", instant("expires_at"))}) as facts
    from api_key
    union all
    select id, 'API_KEY_REVOKED', revoked_at, revoked_by_id, ${same("name")}, null, '[]' from api_key where revoked_at is not null`,
  MERCHANT: registry("merchant"),
  INSTITUTION: registry("institution"),
  CALENDAR: `
    select id, 'CALENDAR_' || kind as action, at, actor_id, jsonb_build_object('code', calendar_id) as about,
      ${same("reason")} as reason,
      jsonb_build_array(${fact("DAY", "case when kind <> 'PUBLISHED' then day end")}, ${fact("YEAR", "case when kind = 'PUBLISHED' then left(day, 4) end")},
        ${fact("WORKING", "working::text")}, ${fact("NAME_ZH", "name_zh")},
        ${fact("NAME", "name")}, ${fact("LATER", "later::text")}, ${fact("KEPT", "kept::text")}) as facts
    from calendar_event`,
  PROVIDER: `
    select e.id, 'PROVIDER_' || e.kind as action, e.at, e.actor_id, jsonb_build_object('code', m.provider) as about,
      jsonb_build_object('zh', m.reason_zh, 'en', m.reason_en) as reason,
      jsonb_build_array(${fact("STARTS", instant("e.starts_at"))}, ${fact("ENDS", instant("e.ends_at"))}) as facts
    from provider_maintenance_event e join provider_maintenance m on m.id = e.maintenance_id`,
  WEBHOOK: `
    select e.id, 'WEBHOOK_' || e.kind as action, e.at, e.actor_id,
      case when p.provider is not null then jsonb_build_object('code', p.provider)
        else jsonb_build_object('zh', coalesce(m.name_zh, m.name, i.name_zh, i.name), 'en', coalesce(m.name, i.name)) end as about,
      null::jsonb as reason, jsonb_build_array(${fact("ADDRESS", "coalesce(e.after, p.url)", "e.before")}) as facts
    from webhook_endpoint_event e join webhook_endpoint p on p.id = e.endpoint_id
      left join merchant m on m.id = p.merchant_id left join institution i on i.id = p.institution_id`,
  SETTINGS: `
    select id, 'SETTINGS_CHANGED' as action, at, actor_id, '{}'::jsonb as about, null::jsonb as reason, changes as facts
    from desk_settings_event`,
};

/** A page of what was done to the desk itself, the latest first: each history gives its own first rows, which are then merged. */
export async function listDeskLog(db: Db, filter: DeskLogFilter, page: PageRequest): Promise<readonly DeskLogRow[]> {
  const [at, id] = page.after ?? [];
  const { area, action, actorId, from, until } = filter;
  const asked = [
    ...(action === undefined ? [] : [sql`action = ${action}`]),
    ...(actorId === undefined ? [] : [sql`actor_id = ${actorId}`]),
    ...(from === undefined ? [] : [sql`at >= ${from}`]),
    ...(until === undefined ? [] : [sql`at <= ${until}`]),
    ...(at === undefined ? [] : [sql`(at, id) < (${instantInCursor(at)}, ${idInCursor(id)})`]),
  ];
  const where = asked.length === 0 ? sql`` : sql`where ${sql.join(asked, sql` and `)}`;
  const most = sql.lit(page.first + 1);
  const inOrder = sql`order by at desc, id desc limit ${most}`;
  const shown = deskLogAreas.filter((one) => area === undefined || one === area);
  const parts: RawBuilder<unknown>[] = shown.map(
    (one) =>
      sql`(select ${sql.lit(one)} as area, history.* from (${sql.raw(histories[one])}) history ${where} ${inOrder})`,
  );
  const { rows } = await sql<DeskLogRow>`
    select id, area, action, at, actor_id, about, reason, facts from (${sql.join(parts, sql` union all `)}) log ${inOrder}`.execute(
    db,
  );
  return rows;
}
