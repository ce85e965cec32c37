import { sql } from "kysely";
import type { CaseEventContent } from "../../cases/domain/case-event-content.ts";
import type { Db } from "../../platform/database/database.ts";
import { chainHash, chainStart, sha256 } from "../../platform/journal.ts";
import type { ChainFault } from "../domain/words.ts";

/** The first row that does not verify. */
export interface BrokenChain {
  readonly fault: ChainFault;
  readonly caseNumber: string;
  readonly sequence: number;
  readonly eventId: string | null;
}

export interface ChainReport {
  readonly cases: number;
  readonly events: number;
  /** SHA-256 over the heads of all chains in order of the cases: kept elsewhere, it shows a chain rewritten as a whole. */
  readonly checkpoint: string;
  readonly broken: BrokenChain | null;
}

const CASES_AT_ONCE = 500;

/** Recomputes every chain from its first event, a batch of cases at a time, and stops at the first row that is not as it was written. */
export async function verifyChains(db: Db): Promise<ChainReport> {
  let [cases, events, after] = [0, 0, "00000000-0000-0000-0000-000000000000"];
  let checkpoint = chainStart;
  for (;;) {
    const batch = await readCases(db, after);
    for (const row of batch) {
      const checked = verifyCase(row);
      cases += 1;
      events += row.events.length;
      if (checked !== null) return { cases, events, checkpoint, broken: checked };
      checkpoint = chainHash(checkpoint, { caseId: row.id, head: row.chain_head, count: row.event_count });
      after = row.id;
    }
    if (batch.length < CASES_AT_ONCE) return { cases, events, checkpoint, broken: null };
  }
}

interface EventJson {
  readonly id: string;
  readonly sequence: number;
  readonly kind: CaseEventContent["kind"];
  readonly from_state: CaseEventContent["fromState"];
  readonly to_state: CaseEventContent["toState"];
  readonly actor_role: CaseEventContent["actorRole"];
  readonly actor_id: string | null;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly previous_hash: string;
  readonly hash: string;
}

interface MessageJson {
  readonly id: string;
  readonly event_id: string;
  readonly thread: string;
  readonly salt: string;
  readonly body: string;
}

function readCases(db: Db, after: string) {
  return casesWithChains(db).where("id", ">", after).orderBy("id").limit(sql.lit(CASES_AT_ONCE)).execute();
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

export type CaseWithChain = Awaited<ReturnType<typeof readCases>>[number];

export function verifyCase(row: CaseWithChain): BrokenChain | null {
  const broken = (fault: BrokenChain["fault"], sequence: number, eventId: string | null): BrokenChain => ({
    fault,
    caseNumber: row.number,
    sequence,
    eventId,
  });
  const messages = new Map(row.messages.map((message) => [message.id, message]));
  let [head, count] = [chainStart, 0];
  for (const event of row.events) {
    if (event.sequence !== count + 1) return broken("SEQUENCE_BROKEN", count + 1, event.id);
    if (event.previous_hash !== head) return broken("PREVIOUS_HASH_DIFFERS", event.sequence, event.id);
    if (event.hash !== chainHash(head, contentOf(row.id, event)))
      return broken("HASH_DIFFERS", event.sequence, event.id);
    const fault = faultOfMessages(event, messages);
    if (fault !== null) return broken(fault, event.sequence, event.id);
    [head, count] = [event.hash, event.sequence];
  }
  const last = row.events.at(-1);
  if (head !== row.chain_head || count !== row.event_count) return broken("HEAD_DIFFERS", count, last?.id ?? null);
  if (last?.to_state !== row.state) return broken("STATE_DIFFERS", count, last?.id ?? null);
  const [unknown] = messages.values();
  return unknown === undefined ? null : broken("MESSAGE_UNKNOWN", count, unknown.event_id);
}

function contentOf(caseId: string, event: EventJson): CaseEventContent {
  return {
    id: event.id,
    caseId,
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
