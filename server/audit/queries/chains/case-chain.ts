import { sql } from "kysely";
import type { CaseEventContent } from "../../../cases/domain/case-event-content.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sha256 } from "../../../platform/journal.ts";
import { type BrokenLink, type Chain, type StoredLink, walkChain } from "./chain.ts";

/** A case: its events, the texts that they name, and the state that the last of them led to. */
export const caseChain: Chain = {
  node: "Case",
  proves: [
    "cases.state",
    "cases.chain_head",
    "cases.event_count",
    "case_event.id",
    "case_event.case_id",
    "case_event.sequence",
    "case_event.kind",
    "case_event.from_state",
    "case_event.to_state",
    "case_event.actor_role",
    "case_event.actor_id",
    "case_event.at",
    "case_event.data",
    "case_event.previous_hash",
    "case_event.hash",
    "case_message.id",
    "case_message.case_id",
    "case_message.event_id",
    "case_message.thread",
    "case_message.salt",
    "case_message.body",
  ],
  atOnce: 500,
  check: async (db, after, most) => {
    const rows = await casesWithChains(db)
      .$if(after !== null, (q) => q.where("id", ">", after ?? ""))
      .orderBy("id")
      .limit(sql.lit(most))
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.number,
      head: row.chain_head,
      count: row.event_count,
      broken: verifyCase(row),
    }));
  },
};

interface EventJson extends StoredLink {
  readonly case_id: string;
  readonly kind: CaseEventContent["kind"];
  readonly from_state: CaseEventContent["fromState"];
  readonly to_state: CaseEventContent["toState"];
  readonly actor_role: CaseEventContent["actorRole"];
  readonly actor_id: string | null;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface MessageJson {
  readonly id: string;
  readonly event_id: string;
  readonly thread: string;
  readonly salt: string;
  readonly body: string;
}

/** Each case as it stands, with all its events and texts, in one statement: what changes meanwhile is in whole or not at all. */
export function casesWithChains(db: Db) {
  return db
    .selectFrom("cases")
    .select([
      "id",
      "number",
      "state",
      "chain_head",
      "event_count",
      sql<
        readonly EventJson[]
      >`coalesce((select jsonb_agg(to_jsonb(e) order by e.sequence) from case_event e where e.case_id = cases.id), '[]')`.as(
        "events",
      ),
      sql<
        readonly MessageJson[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'event_id', m.event_id, 'thread', m.thread, 'salt', m.salt, 'body', m.body)) from case_message m where m.case_id = cases.id), '[]')`.as(
        "messages",
      ),
    ]);
}

export type CaseWithChain = Awaited<ReturnType<ReturnType<typeof casesWithChains>["execute"]>>[number];

export function verifyCase(row: CaseWithChain): BrokenLink | null {
  const messages = new Map(row.messages.map((message) => [message.id, message]));
  const broken = walkChain(row.events, row, contentOf, (event) => faultOfMessages(event, messages));
  if (broken !== null) return broken;
  const last = row.events.at(-1);
  const atLast = { sequence: row.event_count, rowId: last?.id ?? null };
  if (last?.to_state !== row.state) return { fault: "STATE_DIFFERS", ...atLast };
  const [unknown] = messages.values();
  return unknown === undefined ? null : { fault: "MESSAGE_UNKNOWN", ...atLast, rowId: unknown.event_id };
}

function contentOf(event: EventJson): CaseEventContent {
  return {
    id: event.id,
    caseId: event.case_id,
    sequence: event.sequence,
    kind: event.kind,
    fromState: event.from_state,
    toState: event.to_state,
    actorRole: event.actor_role,
    actorId: event.actor_id,
    at: new Date(event.at),
    data: event.data,
  };
}

/**
 * A text stands outside the chain, but where it stands and its salted hash inside: a changed word shows all the same, and
 * so does a note that was moved to where the customer reads. What an event has named is taken out; the rest nobody wrote.
 */
function faultOfMessages(
  event: EventJson,
  messages: Map<string, MessageJson>,
): "MESSAGE_MISSING" | "MESSAGE_DIFFERS" | null {
  const { messages: named } = event.data;
  if (!Array.isArray(named)) return null;
  for (const { id, thread, sha256: hash } of named as readonly NamedMessage[]) {
    const message = messages.get(id);
    if (message === undefined) return "MESSAGE_MISSING";
    const inPlace = message.event_id === event.id && message.thread === thread;
    if (!inPlace || sha256(message.salt + message.body) !== hash) return "MESSAGE_DIFFERS";
    messages.delete(id);
  }
  return null;
}

interface NamedMessage {
  readonly id: string;
  readonly thread: string;
  readonly sha256: string;
}
