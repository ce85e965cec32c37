import { Field, ObjectType, registerEnumType } from "type-graphql";
import { MessageThreadEnum } from "../cases/case-words.type.ts";
import type { MessageThread } from "../cases/domain/words.ts";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { type PresenceState, presenceStates } from "./domain/words.ts";
import type { Present } from "./presence-board.ts";

export const PresenceStateEnum = wordsEnum(presenceStates);
registerEnumType(PresenceStateEnum, {
  name: "PresenceState",
  description: "WRITING: words stand in their composer. VIEWING: they look at it. IDLE: it is open, and they do not.",
});

@ObjectType("Presence", { simpleResolvers: true, description: "Somebody of the desk who has a case open." })
export class PresenceType {
  /** Not on the wire. */
  staffId!: string;

  @Field(() => PresenceStateEnum)
  state!: PresenceState;

  @Field(() => MessageThreadEnum, { nullable: true, description: "To whom they write." })
  thread!: MessageThread | null;

  @Field(() => DateTime)
  since!: Date;
}

export function toPresence(present: Present): PresenceType {
  return Object.assign(new PresenceType(), present);
}
