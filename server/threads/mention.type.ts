import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { MentionRow } from "./queries/find-mentions.ts";

@ObjectType("Mention", { simpleResolvers: true, description: "An internal note that calls the viewer." })
export class MentionType {
  /** The row behind it. Not on the wire. */
  row!: MentionRow;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => DateTime, { nullable: true, description: "When the viewer read it; null while it is new." })
  readAt!: Date | null;
}

export const MentionConnection = connectionOf(MentionType, "Mention");

export function toMention(row: MentionRow): MentionType {
  return Object.assign(new MentionType(), { row, at: row.at, readAt: row.read_at });
}
