import { sql } from "kysely";
import { builtOnce, type Given } from "../../platform/database/built-once.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { CaseEventKind, MessageThread } from "../domain/words.ts";

/** Which threads a reader may see. A text of another thread is not there for them. */
export function threadsOf(actor: Actor): readonly MessageThread[] {
  if (actor.permissions.has("case.note")) return ["CUSTOMER", "MERCHANT", "BANK", "INTERNAL"];
  const own: Partial<Record<Actor["role"], MessageThread>> = {
    CUSTOMER: "CUSTOMER",
    MERCHANT_VERIFIER: "MERCHANT",
    BANK_OFFICER: "BANK",
  };
  const thread = own[actor.role];
  return thread === undefined ? [] : [thread];
}

/** Events of the desk's own work; to a merchant, a bank or a customer they did not happen. */
const insiderKinds: readonly CaseEventKind[] = [
  "ADD_NOTE",
  "ASSIGN",
  "RECORD_CHECK",
  "PROPOSE_CHECK_WAIVER",
  "REJECT_CHECK_WAIVER",
  "EXPIRE_CHECK_WAIVER",
  "REJECT_APPROVAL",
  "GRANT_APPROVAL",
  "EXPIRE_APPROVAL",
  "RECORD_CLOCK_BREACH",
  "SNOOZE",
  "WAKE",
];

export interface EventsOfCase {
  readonly caseId: string;
  readonly first: number | null;
  readonly last: number | null;
  readonly afterSequence: number;
  /** Only what came before this one; null: up to the latest. */
  readonly beforeSequence?: number | null;
}

export type CaseEventRow = Awaited<ReturnType<typeof readEvents>>[number];

async function readEvents(
  ctx: RequestContext,
  { first, last, afterSequence, beforeSequence }: Omit<EventsOfCase, "caseId">,
  caseIds: readonly string[],
) {
  const backwards = first === null;
  const many = sql.lit((backwards ? (last ?? 50) : first) + 1);
  return ctx.db
    .selectFrom(sql<{ wanted: string }>`unnest(${caseIds}::uuid[])`.as<"wanted">(sql`wanted(case_id)`))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("case_event")
          .select([
            "id",
            "case_id",
            "sequence",
            "kind",
            "from_state",
            "to_state",
            "actor_role",
            "actor_id",
            "at",
            "data",
          ])
          .where("case_event.case_id", "=", sql<string>`wanted.case_id`)
          .where("case_event.sequence", ">", afterSequence)
          .$if(beforeSequence != null, (q) => q.where("case_event.sequence", "<", beforeSequence ?? 0))
          .$if(!ctx.actor.permissions.has("case.note"), (q) =>
            q.where("case_event.kind", "!=", sql<CaseEventKind>`all(${insiderKinds})`),
          )
          .orderBy("case_event.sequence", backwards ? "desc" : "asc")
          .limit(many)
          .as("event"),
      (join) => join.onTrue(),
    )
    .select([
      "event.id",
      "event.case_id",
      "event.sequence",
      "event.kind",
      "event.from_state",
      "event.to_state",
      "event.actor_role",
      "event.actor_id",
      "event.at",
      "event.data",
    ])
    .execute();
}

const keyOf = (key: EventsOfCase) => `${key.caseId} ${shapeOf(key)}`;
const shapeOf = ({ first, last, afterSequence, beforeSequence }: EventsOfCase) =>
  `${first} ${last} ${afterSequence} ${beforeSequence ?? null}`;

/** Pages of events, oldest first, for many cases in one statement; pages of one shape are read together. */
export const eventsOfCase: LoaderOf<RequestContext, EventsOfCase, CaseEventRow[]> = {
  keyOf,
  async batch(ctx, keys) {
    const shapes = new Map<string, EventsOfCase[]>();
    for (const key of keys) {
      const shape = shapeOf(key);
      shapes.set(shape, [...(shapes.get(shape) ?? []), key]);
    }
    const pages = new Map<string, CaseEventRow[]>();
    for (const alike of shapes.values()) {
      const [shape] = alike;
      if (shape === undefined) continue;
      const caseIds = alike.map((key) => key.caseId);
      const groups = grouped(caseIds, await readEvents(ctx, shape, caseIds), (row) => row.case_id);
      alike.forEach((key, index) => {
        pages.set(
          keyOf(key),
          (groups[index] ?? []).sort((left, right) => left.sequence - right.sequence),
        );
      });
    }
    return keys.map((key) => pages.get(keyOf(key)) ?? []);
  },
};

export interface CaseMessageRow {
  readonly id: string;
  readonly event_id: string;
  readonly thread: MessageThread;
  readonly body: string;
}

const readMessages = builtOnce((db, eventIds: Given<readonly string[]>, threads: Given<readonly MessageThread[]>) =>
  db
    .selectFrom("case_message as message")
    .select(["message.id", "message.event_id", "message.thread", "message.body"])
    .where("message.event_id", "=", sql<string>`any(${eventIds}::uuid[])`)
    .where("message.thread", "=", sql<MessageThread>`any(${threads})`)
    .orderBy("message.id"),
);

/** What was written with an event, as far as the reader may see it. */
export const messagesOfEvent: LoaderOf<RequestContext, string, CaseMessageRow[]> = {
  async batch(ctx, eventIds) {
    const rows = await readMessages(ctx.db, eventIds, threadsOf(ctx.actor));
    return grouped(eventIds, rows, (row) => row.event_id);
  },
};

/** Events that are known to be there and in sight. */
export const caseEventById: LoaderOf<RequestContext, string, CaseEventRow> = {
  async batch({ db }, ids) {
    const rows: CaseEventRow[] = await db
      .selectFrom("case_event")
      .select(["id", "case_id", "sequence", "kind", "from_state", "to_state", "actor_role", "actor_id", "at", "data"])
      .where("id", "=", sql<string>`any(${ids}::uuid[])`)
      .execute();
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? new Error(`Event ${id} is not there`));
  },
};

/** One event that is known to be there. */
export function getCaseEvent(db: Db, eventId: string): Promise<CaseEventRow> {
  return db
    .selectFrom("case_event")
    .select(["id", "case_id", "sequence", "kind", "from_state", "to_state", "actor_role", "actor_id", "at", "data"])
    .where("id", "=", eventId)
    .executeTakeFirstOrThrow();
}
