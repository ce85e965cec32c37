import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Role } from "../staff/domain/roles.ts";
import { RoleEnum } from "../staff/staff-words.type.ts";
import { CaseEventKindEnum, CaseStateEnum, MessageThreadEnum, SpeakerEnum } from "./case-words.type.ts";
import { type Speaker, speakerOf } from "./domain/told-words.ts";
import type { CaseEventKind, CaseOrigin, CaseState, MessageThread } from "./domain/words.ts";
import type { CaseEventRow, CaseMessageRow } from "./queries/case-events.ts";

@ObjectType("CaseMessage", {
  simpleResolvers: true,
  description: "What somebody wrote, in its thread. Texts of threads that are not the reader's are not there.",
})
export class CaseMessageType {
  /** Of the event that it was written with. Not on the wire. */
  eventId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => MessageThreadEnum)
  thread!: MessageThread;

  @Field(() => SpeakerEnum, { description: "Whose words they are, whoever of the desk took them down." })
  saidBy!: Speaker;

  @Field(() => String, { description: "Cleaned text; card numbers are masked." })
  body!: string;
}

@ObjectType("EventFact", {
  simpleResolvers: true,
  description: "One plain fact that an event recorded, for the desk's own eyes.",
})
export class EventFactType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

@ObjectType("CaseEvent", {
  simpleResolvers: true,
  implements: Node,
  description: "What happened to a case. Never changed, never removed; each is a link of the case's hash chain.",
})
export class CaseEventType extends Node {
  row!: CaseEventRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => Int, { description: "Its place in the case's chain, from one." })
  sequence!: number;

  @Field(() => CaseEventKindEnum)
  kind!: CaseEventKind;

  @Field(() => CaseStateEnum, { nullable: true })
  from!: CaseState | null;

  @Field(() => CaseStateEnum)
  to!: CaseState;

  @Field(() => RoleEnum)
  actorRole!: Role;

  @Field(() => DateTime)
  at!: Date;
}

export const CaseEventConnection = connectionOf(CaseEventType, "CaseEvent");

export function toCaseEvent(row: CaseEventRow): CaseEventType {
  return Object.assign(new CaseEventType(), {
    row,
    id: toGlobalId("CaseEvent", row.id),
    sequence: row.sequence,
    kind: row.kind,
    from: row.from_state,
    to: row.to_state,
    actorRole: row.actor_role,
    at: row.at,
  });
}

export function toCaseMessage(
  row: CaseMessageRow,
  { kind, actor_role: actorRole }: CaseEventRow,
  origin: CaseOrigin | null,
): CaseMessageType {
  return Object.assign(new CaseMessageType(), {
    id: toGlobalId("CaseMessage", row.id),
    eventId: row.event_id,
    thread: row.thread,
    saidBy: speakerOf({ kind, actorRole, thread: row.thread, origin }),
    body: row.body,
  });
}

/** Nested facts are spelled as paths; amounts keep their minor units and currency side by side. */
export function toEventFacts(data: unknown, path = ""): EventFactType[] {
  if (typeof data === "object" && data !== null) {
    return Object.entries(data).flatMap(([name, value]) => toEventFacts(value, path === "" ? name : `${path}.${name}`));
  }
  return data == null ? [] : [{ name: path, value: String(data) }];
}
