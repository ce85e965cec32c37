import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTime } from "../graphql/scalars.ts";
import type { Role } from "./domain/roles.ts";
import type { StaffEventKind } from "./domain/staff-life.ts";
import type { StaffEventRow } from "./queries/find-people.ts";
import { RoleEnum, StaffEventKindEnum } from "./staff-words.type.ts";

@ObjectType("StaffEvent", { description: "One line of somebody's history at the desk." })
export class StaffEventType {
  readonly row!: StaffEventRow;

  @Field(() => ID)
  id!: string;

  @Field(() => StaffEventKindEnum)
  kind!: StaffEventKind;

  @Field(() => RoleEnum, { description: "The role that they had from then on." })
  role!: Role;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => Int, { nullable: true, description: "How many open cases changed hands with it." })
  movedCases!: number | null;

  @Field(() => DateTime)
  at!: Date;
}

export function toStaffEvent(row: StaffEventRow): StaffEventType {
  const { id, kind, role, reason, moved_cases: movedCases, at } = row;
  return Object.assign(new StaffEventType(), { row, id, kind, role, reason, movedCases, at });
}
